import type { Moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';

/** A sentence of a customer's guide: words, and days of the plan, which the page shows in its own way. */
export type Sentence = readonly (string | Moment)[];

/** Puts days of a plan into words: `` say`It was created on ${day}.` ``. */
export function say(words: TemplateStringsArray, ...values: (string | Moment)[]): Sentence {
  return words.flatMap((text, index) => {
    const value = values[index];
    return value === undefined ? [text] : [text, value];
  });
}

/** Who or what a sentence is about: "Main and Test" are several. */
export interface Subject {
  readonly name: string;
  readonly several?: boolean;
}

export const it: Subject = { name: 'It' };

/**
 * That something was done, is to be done, or has no day yet.
 *
 * @param done what is done to the subject: "created"
 * @param at its day; undefined where the plan has none
 */
export function passive(
  plan: Plan,
  { name, several = false }: Subject,
  done: string,
  at: Moment | undefined,
): Sentence {
  const [was, is] = several ? ['were', 'are'] : ['was', 'is'];
  if (!at) return say`When ${inSentence(name)} ${is} ${done} is not fixed yet.`;
  if (plan.hasHappened(at.date)) return say`${name} ${was} ${done} on ${at}.`;
  return say`${name} ${is} to be ${done} on ${at}.`;
}

/** Of two wordings the one for what has happened, or the one for what is planned. */
export function tense<Words>(plan: Plan, at: Moment, past: Words, planned: Words): Words {
  return plan.hasHappened(at.date) ? past : planned;
}

function inSentence(name: string): string {
  return name.replace(/^(It|Its|The)\b/, (word) => word.toLowerCase());
}
