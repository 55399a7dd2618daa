import { eventsOf } from '../../lifecycle/events.ts';
import { moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { endingOf } from '../../lifecycle/state.ts';
import { type Item, inOrder } from './item.ts';
import { type Sentence, say, tense } from './sentence.ts';

/** Go-live, and life after it. */
export interface Afterwards {
  readonly goLive: Sentence;
  /** The environments that end once the customer is live. */
  readonly ends: readonly Item[];
  readonly upgrades: readonly Item[];
  readonly upgrading: Sentence;
  readonly changing: Sentence;
  readonly exploring: Sentence;
}

/** What a customer's guide ends with. */
export function afterwardsOf(plan: Plan): Afterwards {
  return {
    goLive: goingLive(plan),
    ends: endsOf(plan),
    upgrades: upgradesOf(plan),
    upgrading: say`Each new release is validated in a fresh VAL pair, cloned from PROD, before Main and Test are upgraded.`,
    changing: say`PROD stays under change control: each change of Main or Test, upgrades included, needs an ECR.`,
    exploring: exploringOf(plan),
  };
}

function goingLive(plan: Plan): Sentence {
  const { goLive } = plan;
  if (!goLive) return say`The day of go-live is not fixed yet.`;
  return tense(
    plan,
    goLive,
    say`The customer went live in PROD on ${goLive}.`,
    say`The customer is to go live in PROD on ${goLive}.`,
  );
}

function endsOf(plan: Plan): Item[] {
  const live = plan.goLive?.date;
  const ending = plan.allEnvironments.filter(({ kind }) => {
    return kind?.id === 'sandbox' || kind?.id === 'val';
  });
  const ends = ending.map((environment) => ({
    text: `${environment.name} destroyed`,
    from: endingOf(environment)?.at,
  }));
  return inOrder(ends.filter(({ from }) => !from || !live || from.date >= live));
}

function upgradesOf(plan: Plan): Item[] {
  const upgrades = eventsOf(plan).filter(({ kind }) => kind === 'upgrade');
  return upgrades.map(({ title, moment: from }) => ({ text: title, from }));
}

function exploringOf(plan: Plan): Sentence {
  const [community] = plan.ofKind('community');
  const place = say`To look at a newer release, use Community Dev.`;
  if (!community) return [...place, ...say` The plan does not say yet when users get access.`];
  const at = moment(community.facts, 'access');
  if (!at) return [...place, ...say` When users get access is not fixed yet.`];
  return [
    ...place,
    ...tense(plan, at, say` Users have had access since ${at}.`, say` Users get access on ${at}.`),
  ];
}
