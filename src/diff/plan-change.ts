/** What has changed between two versions of plans, in the plan's own terms. */

/** What a change is about, in the order in which a reader asks. */
export const topics = {
  plan: 'Plan',
  finding: 'Findings of the linter',
  order: 'Order of events',
  environment: 'Environments',
  evidence: 'Evidence',
  approval: 'Approvals',
  deviation: 'Accepted deviations',
  date: 'Dates',
  status: 'Status',
  content: 'Content',
  notes: 'Notes',
  notation: 'Notation',
} as const;

export type Topic = keyof typeof topics;

/** Something that is different in the later version. */
export interface PlanChange {
  readonly type: 'added' | 'removed' | 'changed' | 'moved' | 'reordered';
  readonly topic: Topic;
  /**
   * Whether it is to be looked at first: what was in order or on record before, and is no longer, or
   * what somebody now has to accept.
   */
  readonly weight: 'high' | 'normal';
  /** What has changed; text of the plan stands in back quotes. */
  readonly what: string;
  /** How it has changed, in the same way. */
  readonly how: string;
  /** Where it is in the later version; where it was, if it is gone; null for what has no path. */
  readonly path: string | null;
  /** What stood there and what stands there: values of the plan; null where there was or is nothing. */
  readonly before: unknown;
  readonly after: unknown;
  /** How many days later a date is; negative where it is earlier. Only for what has moved. */
  readonly days?: number;
  /** Every event that this one has changed places with. Only for the order of events. */
  readonly events?: readonly string[];
}

/** "Go-live: moved from 2026-09-01 to 2026-09-15, 14 days later". */
export function inOneLine({ what, how }: PlanChange): string {
  return `${what}: ${how}`;
}

const order = Object.keys(topics) as Topic[];

/** What is to be looked at first comes first, then topic by topic. */
export function inReadingOrder(changes: readonly PlanChange[]): PlanChange[] {
  const rank = ({ weight, topic }: PlanChange) =>
    (weight === 'high' ? 0 : order.length) + order.indexOf(topic);
  return changes.toSorted((a, b) => rank(a) - rank(b));
}
