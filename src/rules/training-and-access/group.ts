import type { Training } from '../../lifecycle/plan.ts';
import { quote } from '../../lifecycle/words.ts';

/**
 * The group of users that a training is for, as a message names it.
 *
 * @param unnamed what it is called where the plan does not name it
 */
export function groupOf({ group }: Training, unnamed = 'a group of users'): string {
  return group === undefined ? unnamed : quote(group);
}
