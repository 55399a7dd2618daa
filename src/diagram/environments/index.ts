export {
  type EnvironmentDiagramOptions,
  environmentDiagram,
  environmentLegend,
} from './environment-diagram.ts';
export { type EnvironmentRow, environmentRows } from './environment-rows.ts';
export type { Sign } from './legend.ts';
export {
  type LifecycleDiagramOptions,
  lifecycleDiagram,
  lifecycleLegend,
} from './lifecycle-diagram.ts';
export type { Mark, Marks } from './marks.ts';
