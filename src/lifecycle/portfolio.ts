import type { Plan } from './plan.ts';
import { folded } from './words.ts';

/**
 * The plans without the further ones for a customer, or of an id, that there is already. What such a
 * plan repeats is one mistake, and said once.
 */
export function onePerCustomer(plans: readonly Plan[]): Plan[] {
  const customers = new Set<string | undefined>();
  const ids = new Set<string>();
  return plans.filter((plan) => {
    const { customer } = plan.facts;
    const key = customer === undefined ? undefined : folded(customer);
    const id = plan.id.toLowerCase();
    if (ids.has(id) || customers.has(key)) return false;
    ids.add(id);
    if (key !== undefined) customers.add(key);
    return true;
  });
}
