import type { PlanChange, PortfolioChanges } from '../../diff/index.ts';
import type { Style } from '../report.ts';

/** One of the versions that were compared. */
export interface Side {
  /** As the user named it: "main", "the working tree", the name of a file. */
  readonly name: string;
  /** The commit that it is; null for files. */
  readonly commit: string | null;
}

/** What a report of changes is about. */
export interface Compared extends PortfolioChanges {
  readonly before: Side;
  readonly after: Side;
}

/** A report of changes: what has changed to text, and nothing else. */
export type ChangesReporter = (compared: Compared, style: Style) => string;

/** How many plans and changes there are. */
export function summaryOf({ plans, compared }: Compared) {
  const changes = plans.flatMap((plan) => plan.changes);
  const count = (status: string) => plans.filter((plan) => plan.status === status).length;
  return {
    plans: compared,
    added: count('added'),
    removed: count('removed'),
    renamed: count('renamed'),
    changed: count('changed'),
    changes: changes.length,
    first: changes.filter(isFirst).length,
  };
}

/** Whether a change is to be looked at first. */
export function isFirst({ weight }: PlanChange): boolean {
  return weight === 'high';
}

/** "1 plan added, 2 changed": what became of the plans; empty where nothing did. */
export function fatesOf(compared: Compared): string {
  const summary = summaryOf(compared);
  const fates = (['added', 'removed', 'renamed', 'changed'] as const).filter(
    (fate) => summary[fate],
  );
  return fates
    .map((fate, index) => {
      const plans = summary[fate] === 1 ? 'plan' : 'plans';
      return `${summary[fate]} ${index === 0 ? `${plans} ` : ''}${fate}`;
    })
    .join(', ');
}
