import type { Training } from '../../lifecycle/plan.ts';
import { quote } from '../../lifecycle/words.ts';

/** The group of users that a training is for, as a message names it. */
export function groupOf(training: Training): string {
  return training.group === undefined ? 'a group of users' : quote(training.group);
}
