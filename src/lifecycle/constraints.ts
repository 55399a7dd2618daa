import { daysBetween } from './dates.ts';
import type { Moment } from './moments.ts';

/**
 * "B not before A, and within so many days of it." Rules of order and distance declare these, the
 * linter checks them all in one way, and whatever plans or proposes dates can reason over them.
 */
export interface Constraint {
  /** The moment that comes first. */
  readonly earlier: Moment;
  /** The moment that comes after it. */
  readonly later: Moment;
  /** Fewest days from `earlier` to `later`; 0 when left out: the same day is in order. */
  readonly min?: number;
  /** Most days from `earlier` to `later`; no limit when left out. */
  readonly max?: number;
  /** Which of the two the rule is about: that is where a finding points. */
  readonly about: 'earlier' | 'later';
}

/** Whole days from the earlier to the later moment; negative when they stand in the wrong order. */
export function gapOf({ earlier, later }: Constraint): number {
  return daysBetween(earlier.date, later.date);
}

/** Whether the plan's dates satisfy the constraint. */
export function holds(constraint: Constraint): boolean {
  const { earlier, later, min = 0, max = Infinity } = constraint;
  // Most ask for the order alone, and dates sort as text.
  if (min === 0 && max === Infinity) return earlier.date <= later.date;
  const gap = gapOf(constraint);
  return gap >= min && gap <= max;
}
