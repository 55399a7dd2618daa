import type { Environment } from './environment.ts';
import { earliest, type Moment, moment } from './moments.ts';
import type { Plan } from './plan.ts';
import { upgradeDone } from './upgrades.ts';

/** Where a customer stands on the way from contract to daily work. */
export interface Phase {
  readonly id: string;
  readonly name: string;
  /** What goes on in it, in one line. */
  readonly summary: string;
}

interface Stage extends Phase {
  /** The day the phase begins; undefined where the plan does not have it. */
  begins(plan: Plan): Moment | undefined;
  /** The day it is over although no later phase has begun. */
  ends?(plan: Plan): Moment | undefined;
}

const beforeContract: Phase = {
  id: 'before-contract',
  name: 'Before contract',
  summary: 'The contract is not signed yet',
};

/** The phases in order. A customer is in the last one that has begun and is not over. */
const stages: readonly Stage[] = [
  {
    id: 'exploration',
    name: 'Exploration',
    summary: 'Users learn the platform in Sandbox, and decisions are made',
    begins: (plan) => moment(plan.facts, 'contractSigned'),
  },
  {
    id: 'configuration',
    name: 'Configuration',
    summary: 'Pre-PROD is configured by hand, and the master library is built',
    begins: (plan) => plan.ofKind('pre-prod')[0]?.created,
  },
  {
    id: 'migration',
    name: 'Migration',
    summary:
      'The volunteer database migration is worked on in iterations, beside the configuration',
    begins: (plan) => plan.ofKind('migration')[0]?.created,
    ends: (plan) => moment(plan.facts.migration?.approval, 'date'),
  },
  {
    id: 'validation',
    name: 'Validation',
    summary: 'The customer validates the platform in VAL',
    begins: (plan) => plan.onboardingVal?.created,
  },
  {
    id: 'cut-over',
    name: 'Cut-over',
    summary: 'Validation is completed; Pre-PROD becomes PROD, and users are trained',
    begins: (plan) => earliest([lastCompletion(plan, plan.onboardingVal), plan.promotion]),
  },
  {
    id: 'live',
    name: 'Live',
    summary: 'The customer works in PROD',
    begins: (plan) => plan.goLive,
  },
  {
    id: 'upgrade',
    name: 'Upgrade',
    summary: 'The customer is live, and validates a newer release in a VAL of its own',
    begins: (plan) => pendingUpgradeVal(plan)?.created,
  },
];

/** The phases a customer can be in, in order. */
export const phases: readonly Phase[] = [beforeContract, ...stages];

/** The phase of a plan on its status date; undefined where the plan does not say when it was true. */
export function phaseOf(plan: Plan): Phase | undefined {
  if (plan.facts.statusDate === undefined) return undefined;
  const current = stages.findLast(
    (stage) =>
      plan.hasHappened(stage.begins(plan)?.date) && !plan.hasHappened(stage.ends?.(plan)?.date),
  );
  return current ?? beforeContract;
}

/** The day on which the last validation in a VAL was, or is to be, completed; undefined while one is open. */
function lastCompletion(plan: Plan, val: Environment | undefined): Moment | undefined {
  const validations = val ? plan.validationsIn(val) : [];
  const isOpen = validations.some(({ completed }) => completed === undefined);
  return val && !isOpen ? plan.completionIn(val) : undefined;
}

/** The VAL of the first upgrade that PROD has not had yet. */
function pendingUpgradeVal(plan: Plan) {
  const pending = plan.upgrades.find((upgrade) => !plan.hasHappened(upgradeDone(upgrade)?.date));
  return plan.environment(pending?.val);
}
