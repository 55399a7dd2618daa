import { escaped } from '../../src/lifecycle/words.ts';

/** Text for a message, in which the editor would make links of `[…](…)`, even ones that run commands. */
export function plainText(text: string): string {
  return escaped(text).replaceAll('](', '] (');
}
