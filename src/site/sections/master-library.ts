import type { Plan } from '../../lifecycle/plan.ts';
import type { Block } from './blocks.ts';
import { day, line, place } from './pieces.ts';

/** Where the master library of forms is built, and how it reaches PROD. */
export function masterLibraryBlocks(plan: Plan): Block[] {
  const { environment, ready, carryOver } = plan.facts.masterLibrary ?? {};
  const facts = [
    { name: 'Built in', value: line(place(environment, plan)) },
    { name: 'Ready', value: line(day(ready, plan)) },
    { name: 'How it reaches PROD', value: line(carryOver ?? 'not stated') },
  ];
  return [{ type: 'facts', facts }];
}
