export { drawFlowchart } from './draw.ts';
export {
  type EnvironmentDiagramOptions,
  environmentChart,
  environmentDiagram,
  environmentLegend,
} from './environment-diagram.ts';
export { type EnvironmentRow, environmentRows } from './environment-rows.ts';
export { type Flowchart, writeFlowchart } from './flowchart.ts';
export type { Sign } from './legend.ts';
export {
  type LifecycleDiagramOptions,
  lifecycleChart,
  lifecycleDiagram,
  lifecycleLegend,
} from './lifecycle-diagram.ts';
export type { Mark, Marks } from './marks.ts';
