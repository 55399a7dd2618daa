export { timelineExcess } from './limit.ts';
export { titleOf } from './marks.ts';
export { miniTimeline } from './mini-timeline.ts';
export { timelineFigure } from './timeline-figure.ts';
export { type TimelineRow, timelineRows } from './timeline-rows.ts';
export { timelineScale } from './timeline-scale.ts';
export { type TimelineOptions, timelineSvg } from './timeline-svg.ts';
