import type { Wishes } from '../plans/index.ts';
import type { Draft, Expected } from './draft.ts';

/** Breaks one thing in a valid plan, so that exactly one rule has exactly one thing to say. */
export interface Breaker {
  /** What is broken, where a rule can be broken in several ways. */
  readonly title?: string;
  /** What the plan must be like. */
  readonly wishes?: Wishes;
  /** Whether the finding depends on what is written first. */
  readonly asWritten?: boolean;
  /** Changes the draft, and says where the finding is to be; undefined where there is nothing to break. */
  readonly breaks: (draft: Draft, other: Draft) => Expected | undefined;
  /** The plan that is checked in the same run, by the name of its file without the ending. */
  readonly beside?: string;
}

/** The breakers of a group, by rule. */
export type Breakers = Readonly<Record<string, Breaker['breaks'] | Breaker | readonly Breaker[]>>;

/** The breakers of a rule in one form. */
export function breakersOf(given: Breakers[string]): readonly Breaker[] {
  if (typeof given === 'function') return [{ breaks: given }];
  return 'breaks' in given ? [given] : given;
}
