import { changeControl } from './change-control/index.ts';
import { configurationManagement } from './configuration-management/index.ts';
import { demoAndCommunity } from './demo-and-community/index.ts';
import { environments } from './environments/index.ts';
import { integrations } from './integrations/index.ts';
import { migration } from './migration/index.ts';
import { prodAndGoLive } from './prod-and-go-live/index.ts';
import { prose } from './prose/index.ts';
import { reading } from './reading/index.ts';
import type { Group, Rule } from './rule.ts';
import { sandbox } from './sandbox/index.ts';
import { trainingAndAccess } from './training-and-access/index.ts';
import { upgrades } from './upgrades/index.ts';
import { validation } from './validation/index.ts';
import { waiversAndPortfolio } from './waivers-and-portfolio/index.ts';

/** The registry: there is no other list of rules. */
export const groups: readonly Group[] = [
  reading,
  environments,
  changeControl,
  configurationManagement,
  sandbox,
  migration,
  validation,
  prodAndGoLive,
  trainingAndAccess,
  demoAndCommunity,
  upgrades,
  integrations,
  prose,
  waiversAndPortfolio,
];

/** All rules, in the order of their groups. */
export const rules: readonly Rule[] = groups.flatMap((group) => group.rules);

/** The rule with this id, or the family that it is of: `remark-lint` for `remark-lint/final-newline`. */
export function ruleById(id: string, among: readonly Rule[] = rules): Rule | undefined {
  return among.find((rule) => rule.id === id || membersOf(rule).includes(id));
}

/** The ids of the rules from elsewhere that a rule stands for. */
export function membersOf({ id, family = [] }: Rule): string[] {
  return family.map((name) => `${id}/${name}`);
}

/** The address of a rule's page, from the root of the site. */
export function urlOf(rule: Rule): string {
  return `/rules/${rule.id}/`;
}
