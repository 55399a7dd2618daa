import { moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { type Afterwards, afterwardsOf } from './afterwards.ts';
import { type Chapter, chaptersOf } from './chapters.ts';
import { passive, type Sentence } from './sentence.ts';

/** The lifecycle told for one customer: only its own environments, in their order, with their days. */
export interface CustomerGuide {
  readonly contract: Sentence;
  /** One for each environment, in the order in which they come. */
  readonly chapters: readonly Chapter[];
  readonly afterwards: Afterwards;
}

/**
 * The guide of a customer, told as of the plan's status date.
 *
 * @returns undefined where the plan has none: nobody can tell then what has happened
 */
export function customerGuide(plan: Plan): CustomerGuide | undefined {
  if (plan.facts.statusDate === undefined) return undefined;
  return {
    contract: passive(
      plan,
      { name: 'The contract' },
      'signed',
      moment(plan.facts, 'contractSigned'),
    ),
    chapters: chaptersOf(plan),
    afterwards: afterwardsOf(plan),
  };
}
