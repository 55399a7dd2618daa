import type { Plan } from '../lifecycle/plan.ts';

/** Whether a date is planned. Of a plan without a status date nobody can say. */
export function isPlanned(plan: Plan, date: string | undefined): boolean {
  return date !== undefined && plan.facts.statusDate !== undefined && !plan.hasHappened(date);
}
