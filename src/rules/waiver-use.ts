import type { Plan, Waiver } from '../lifecycle/plan.ts';
import type { Rule } from './rule.ts';

/** A waiver of a plan, and what came of it. */
export interface WaiverUse {
  readonly plan: Plan;
  readonly waiver: Waiver;
  /** The rule it names; undefined where there is none of that name. */
  readonly rule: Rule | undefined;
  /** The name of a rule that is most like the one it names, where there is none of that name. */
  readonly nearest: string | undefined;
  /** The one that must have been meant, if it can be waived. */
  readonly meant: string | undefined;
  /** Why it does not hold although it is complete; undefined where it does. */
  readonly void: 'expired' | 'not-yet-approved' | undefined;
  /** Whether it names a place that the plan does not have. */
  readonly namesNothing: boolean;
  /** Whether a finding needs it; always false where it does not hold. */
  readonly needed: boolean;
  /** Whether nothing needs it, and nothing would if all else were mended. */
  readonly idle: boolean;
  /** Whether it is complete, allowed and in time. */
  readonly holds: boolean;
}
