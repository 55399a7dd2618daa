import type { PlanFacts } from '../../schemas/plan.ts';
import type { Plan } from './plan.ts';

export type Migration = NonNullable<PlanFacts['migration']>;
export type Iteration = NonNullable<Migration['iterations']>[number];

/** An iteration, by the number under which people know it. */
export interface NumberedIteration {
  readonly number: number;
  readonly iteration: Iteration;
}

/** The iterations of the volunteer database migration, in order. */
export function iterationsOf({ facts: { migration } }: Plan): NumberedIteration[] {
  const iterations = migration?.iterations ?? [];
  return iterations.map((iteration, index) => ({ number: index + 1, iteration }));
}
