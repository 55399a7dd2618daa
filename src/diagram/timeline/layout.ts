import type { Plan } from '../../lifecycle/plan.ts';
import { lanesOf } from './lanes.ts';
import { markWords } from './marks.ts';
import { placeEnvironment } from './place-environment.ts';
import { placeMilestones } from './place-milestones.ts';
import { placeWork } from './place-work.ts';
import type { PlacedLane } from './placed.ts';
import type { Scale } from './scale.ts';
import { Sheet } from './sheet.ts';

const padding = 7;
/** A lane has room for its name and, below it, its state. */
const lowest = 38;

/** Places all lanes of a plan below each other, from `top` on. */
export function placeLanes(plan: Plan, scale: Scale, top: number): PlacedLane[] {
  const words = markWords(plan);
  let y = top;
  return lanesOf(plan).map((lane) => {
    const sheet = new Sheet(scale, words, lane.kind === 'work' ? 'small' : 'full', y + padding);
    if (lane.kind === 'milestones') placeMilestones(sheet, lane.events);
    else if (lane.kind === 'environment') placeEnvironment(sheet, lane);
    else placeWork(sheet, lane);
    const height = Math.max(sheet.bottom + padding - y, lowest);
    const { bars, marks, labels } = sheet;
    const placed = { lane, top: y, height, bars, marks, labels };
    y += height;
    return placed;
  });
}

/** The lower edge of the last lane; `top` where there is none. */
export function bottomOf(lanes: readonly PlacedLane[], top: number): number {
  const last = lanes.at(-1);
  return last ? last.top + last.height : top;
}
