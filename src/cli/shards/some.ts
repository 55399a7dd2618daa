import { inWords } from '../../lifecycle/words.ts';

/** How many are named where there may be many. */
export const most = 5;

/**
 * `a, b and c`; where there are many, the first of them, and how many more there are.
 *
 * @param count how many there are; of many, only the first ones need to be given
 */
export function some(items: readonly string[], count = items.length): string {
  if (count <= most) return inWords(items);
  const named = items.slice(0, most - 1);
  return inWords([...named, `${count - named.length} more`]);
}
