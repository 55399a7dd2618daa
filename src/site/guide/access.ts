import type { Environment } from '../../lifecycle/environment.ts';
import { moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { type Item, inOrder } from './item.ts';

/** When which group of users is let into PROD Main. */
export function accessIn(plan: Plan, environment: Environment): Item[] {
  if (environment !== plan.ofKind('prod')[0]) return [];
  const groups = plan.training.map((training) => ({
    text: `${training.group ?? 'Users'}: access to PROD Main`,
    note: training.role && `Role: ${training.role}`,
    from: moment(training, 'mainAccess'),
  }));
  return inOrder(groups);
}
