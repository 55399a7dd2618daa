export { type EnvironmentDiagramOptions, environmentDiagram } from './environment-diagram.ts';
export { type EnvironmentRow, environmentRows, type Origin } from './environment-rows.ts';
export { type LifecycleDiagramOptions, lifecycleDiagram } from './lifecycle-diagram.ts';
