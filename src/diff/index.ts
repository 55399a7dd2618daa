export {
  inOneLine,
  type PlanChange,
  type Topic,
  topics,
} from './plan-change.ts';
export { changesBetween, fileChanges } from './plan-changes.ts';
export {
  type ChangedPlan,
  changesOfFiles,
  type PortfolioChanges,
  type PortfolioVersion,
  portfolioChanges,
  versionChanges,
} from './portfolio-changes.ts';
