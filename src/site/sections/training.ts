import type { Plan } from '../../lifecycle/plan.ts';
import type { Block } from './blocks.ts';
import { cell, day, head, place } from './pieces.ts';

/** Training, sign-off and access of each group of users. */
export function trainingBlocks(plan: Plan): Block[] {
  const rows = plan.training.map(({ group, role, instance, started, signedOff, mainAccess }) => [
    head(group),
    cell(role),
    cell(place(instance, plan)),
    cell(day(started, plan)),
    cell(day(signedOff, plan)),
    cell(day(mainAccess, plan)),
  ]);
  const columns = ['Group', 'Role', 'Trained in', 'Started', 'Signed off', 'Access to Main'];
  return [{ type: 'table', label: 'Training and access', columns, rows }];
}
