import { placeOf } from '../lifecycle/moments.ts';
import type { Plan } from '../lifecycle/plan.ts';
import type { Settings } from '../lint/settings.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { Link } from './temporal-network.ts';

/** What the rules ask of the days of a plan, as links between the places in which they are written. */
export function* linksOf(plan: Plan, settings: Settings): Generator<Link<string>> {
  for (const rule of rules) {
    const setting = settings.of(rule, plan.id);
    if (!setting || !rule.constraints) continue;
    for (const { earlier, later, min = 0, max } of rule.constraints(plan, setting.options)) {
      yield { from: placeOf(earlier), to: placeOf(later), min, max, reason: sentenceOf(rule) };
    }
  }
}

/** A rule as the reason for a link. */
export function sentenceOf({ id, title }: Rule): string {
  return `${title} (${id})`;
}
