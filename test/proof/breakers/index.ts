import { groups } from '../../../src/rules/index.ts';
import { type Breaker, type Breakers, breakersOf } from './breaker.ts';
import { changeControl } from './change-control.ts';
import { configurationManagement } from './configuration-management.ts';
import { demoAndCommunity } from './demo-and-community.ts';
import { environments } from './environments.ts';
import { integrations } from './integrations.ts';
import { migration } from './migration.ts';
import { prodAndGoLive } from './prod-and-go-live.ts';
import { prose } from './prose.ts';
import { reading } from './reading.ts';
import { sandbox } from './sandbox.ts';
import { trainingAndAccess } from './training-and-access.ts';
import { upgrades } from './upgrades.ts';
import { validation } from './validation.ts';
import { waiversAndPortfolio } from './waivers-and-portfolio.ts';

/** The breakers of all groups. */
export const breakers: Breakers = {
  ...reading,
  ...environments,
  ...changeControl,
  ...configurationManagement,
  ...sandbox,
  ...migration,
  ...validation,
  ...prodAndGoLive,
  ...trainingAndAccess,
  ...demoAndCommunity,
  ...upgrades,
  ...integrations,
  ...prose,
  ...waiversAndPortfolio,
};

/** Each breaker of a group, with the rule it is for and a title that tells it from the others. */
export function breakersIn(group: string): { rule: string; title: string; breaker: Breaker }[] {
  const rules = groups.find(({ id }) => id === group)?.rules ?? [];
  return rules.flatMap(({ id: rule }) => {
    const given = Object.hasOwn(breakers, rule) ? breakers[rule] : undefined;
    return (given ? breakersOf(given) : []).map((breaker) => ({
      rule,
      title: breaker.title === undefined ? rule : `${rule}: ${breaker.title}`,
      breaker,
    }));
  });
}
