import type { Plan, Validation } from '../../lifecycle/plan.ts';

/** "The validation in VAL": a validation as a sentence begins with it. */
export function theValidation(plan: Plan, { environment }: Validation): string {
  const name = plan.environment(environment)?.name;
  return name === undefined ? 'The validation' : `The validation in ${name}`;
}
