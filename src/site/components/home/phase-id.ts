import { phaseOf } from '../../../lifecycle/phase.ts';
import type { Entry } from '../../portfolio.ts';

/** The phase that a customer is filtered by. */
export function phaseIdOf({ plan }: Entry): string {
  return (plan && phaseOf(plan)?.id) ?? 'unknown';
}
