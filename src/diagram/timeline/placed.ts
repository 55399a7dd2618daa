import type { PlanEvent } from '../../lifecycle/events.ts';
import type { Lane, Span } from './lanes.ts';
import type { Sign } from './marks.ts';
import type { MarkSize } from './sheet.ts';

/** A text beside a bar or mark, around the line at `y`. */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

export interface PlacedBar {
  readonly span: Span;
  readonly y: number;
  readonly height: number;
}

/** A mark, around its point. */
export interface PlacedMark {
  readonly event: PlanEvent;
  readonly sign: Sign;
  readonly size: MarkSize;
  readonly x: number;
  readonly y: number;
}

/** A lane with all that is in it; places are in SVG units, from the top of the drawing. */
export interface PlacedLane {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly bars: readonly PlacedBar[];
  readonly marks: readonly PlacedMark[];
  readonly labels: readonly PlacedLabel[];
}
