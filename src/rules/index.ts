import { changeControl } from './change-control/index.ts';
import { environments } from './environments/index.ts';
import { reading } from './reading/index.ts';
import type { Group, Rule } from './rule.ts';

/** The registry: there is no other list of rules. */
export const groups: readonly Group[] = [reading, environments, changeControl];

/** All rules, in the order of their groups. */
export const rules: readonly Rule[] = groups.flatMap((group) => group.rules);

/** The rule with this id. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}

/** The address of a rule's page, from the root of the site. */
export function urlOf(rule: Rule): string {
  return `/rules/${rule.id}/`;
}
