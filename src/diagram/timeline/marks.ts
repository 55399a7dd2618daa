import type { EventKind, PlanEvent } from '../../lifecycle/events.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { visibleText } from '../visible-text.ts';

/** What a mark stands for; each has a shape of its own. Reports are a matter of configuration. */
export type Sign = EventKind | 'report';

/** What the legend calls the marks, in its order. */
export const signNames: ReadonlyMap<Sign, string> = new Map([
  ['milestone', 'milestone'],
  ['creation', 'created'],
  ['qualification', 'IQ'],
  ['change', 'ECR'],
  ['report', 'Configuration Report'],
  ['configuration', 'configuration'],
  ['migration', 'migration'],
  ['validation', 'validation'],
  ['training', 'training'],
  ['upgrade', 'upgrade'],
  ['end', 'destroyed'],
]);

/** The shapes around their middle: told apart without colour, filled or hollow. */
export const shapes: Readonly<Record<Sign, string>> = {
  milestone: 'M0-6L6 0L0 6L-6 0Z',
  creation: 'M-1.5-6H1L5.5 0L1 6H-1.5Z',
  end: 'M1.5-6H-1L-5.5 0L-1 6H1.5Z',
  qualification: 'M-5-5.5H5V0Q5 4 0 6Q-5 4-5 0Z',
  change: 'M0-5.5L6 5H-6Z',
  report: 'M-4-5.5H1.5L4.5-2.5V5.5H-4ZM1.5-5.5V-2.5H4.5',
  configuration: 'M-4.5-4.5H4.5V4.5H-4.5Z',
  migration: 'M-5-4.5H0.5L5.5 0L0.5 4.5H-5L-1.5 0Z',
  validation: 'M0 5.5L-6-5H6Z',
  training: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z',
  upgrade: 'M0-6L5.5-0.5H2.5V5.5H-2.5V-0.5H-5.5Z',
};

/** An event's title as a drawing says it: the quotes around names are for lines of text. */
export function titleOf({ title }: PlanEvent): string {
  return visibleText(title.replaceAll('`', ''));
}

/** What a plan's events are shown as, and called beside their marks. */
export interface MarkWords {
  readonly signOf: (event: PlanEvent) => Sign;
  /** Undefined where the shape says enough. */
  readonly shortNameOf: (event: PlanEvent) => string | undefined;
}

/** Tells a plan's events apart as the legend does. */
export function markWords(plan: Plan): MarkWords {
  const facts = plan.allEnvironments.map((environment) => environment.facts);
  const reports = new Set<object>(facts.flatMap((each) => each.reports ?? []));
  const changes = facts.flatMap((each) => each.changes ?? []);
  const ecrs = new Map<object, string | undefined>(changes.map((each) => [each, each.ecr]));
  return {
    signOf: ({ kind, moment }) => {
      if (reports.has(moment.record)) return 'report';
      return moment.key === 'obfuscated' ? 'configuration' : kind;
    },
    shortNameOf: (event) => {
      if (event.kind === 'qualification') return 'IQ';
      return event.kind === 'upgrade' ? titleOf(event) : ecrs.get(event.moment.record);
    },
  };
}
