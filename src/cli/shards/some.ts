import { inWords } from '../../lifecycle/words.ts';

/** How many are named where there may be many. */
const most = 5;

/** `a, b and c`; where there are many, the first of them, and how many more there are. */
export function some(items: readonly string[]): string {
  if (items.length <= most) return inWords(items);
  const named = items.slice(0, most - 1);
  return inWords([...named, `${items.length - named.length} more`]);
}
