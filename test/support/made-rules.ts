import type { Rule, Words } from '../../src/rules/rule.ts';
import { rule } from '../../src/rules/rule.ts';

type Made = Pick<Rule, 'id'> & Partial<Omit<Rule, 'id' | 'examples'>>;

/** A rule for a test, with a page that says nothing. */
export function madeRule(definition: Made): Rule {
  return rule({
    severity: 'error',
    title: '',
    why: '',
    remedy: '',
    examples: () => ({ bad: [], good: [] }),
    ...definition,
  });
}

/** Words for its findings. */
export const words: Words = { message: 'This is wrong', help: 'Mend it.' };
