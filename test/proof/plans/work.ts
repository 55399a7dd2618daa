import fc from 'fast-check';
import type { KindId } from '../../../src/lifecycle/kinds.ts';
import type { Activity, Decision, Transfer } from '../../../src/lifecycle/plan.ts';
import { maybe, party, position, text } from './arbitraries.ts';
import { addDays, between, earliestOf, latestOf } from './writing.ts';

/** What is done in environments, and carried from one to another. */

/** An environment or instance, by the name that refers to it, and the days on which it exists. */
export interface Home {
  readonly reference: string;
  readonly environment: string;
  readonly kind: KindId;
  readonly first?: string;
  readonly last?: string;
  /** The day from which on it may be used formally. */
  readonly qualified?: string;
}

type Doing = NonNullable<Activity['activity']>;

const anything: readonly Doing[] = [
  'training',
  'feature-exploration',
  'early-study-design',
  'informal-testing',
  'dry-run-formal-testing',
  'export-import-practice',
  'test-case-development',
];
const alsoDone: readonly Doing[] = [...anything, 'data-review', 'demonstration'];

/** What may be done where. */
const doings: Readonly<Record<KindId, readonly Doing[]>> = {
  sandbox: anything,
  migration: [...alsoDone, 'configuration', 'study-conduct'],
  'pre-prod': [...alsoDone, 'configuration', 'study-conduct'],
  val: [...alsoDone, 'formal-testing', 'configuration', 'study-conduct'],
  prod: [...alsoDone, 'configuration', 'study-conduct'],
  demo: ['demonstration'],
  community: alsoDone,
};

export const activityParts = {
  home: fc.nat(40),
  activity: fc.nat(20),
  from: position,
  to: position,
  owner: maybe(party),
  summary: maybe(text),
};

export const activityChoices = fc.record(activityParts);

type ActivityChoices = typeof activityChoices extends fc.Arbitrary<infer T> ? T : never;

const always = { first: '2001-01-01', last: '2040-12-31' };

/** An activity; none where there is no room for it before go-live. */
export function activityOf(
  choices: ActivityChoices,
  homes: readonly Home[],
  goLive: string,
): Activity[] {
  const home = homes[choices.home % homes.length];
  if (!home) return [];
  const { kind, reference } = home;
  const activity = doings[kind][choices.activity % doings[kind].length];
  const formal = activity === 'formal-testing' || activity === 'study-conduct';
  const first = (formal && home.qualified) || (home.first ?? always.first);
  const ends = home.last ?? addDays(first, 400);
  const exploring = kind === 'sandbox' && activity === 'feature-exploration';
  const last = exploring ? earliestOf(ends, goLive) : ends;
  if (first > last) return [];
  const from = between(first, last, choices.from);
  const to = between(from, last, choices.to);
  const { owner, summary } = choices;
  return [{ activity, instance: reference, from, to, owner, summary }];
}

export const transferParts = {
  from: fc.nat(40),
  to: fc.nat(40),
  what: fc.constantFrom(
    'configuration' as const,
    'crf-elements' as const,
    'study-library' as const,
    'study-design' as const,
  ),
  method: fc.constantFrom(
    'by-hand' as const,
    'odm-xml' as const,
    'study-export' as const,
    'copy' as const,
    'automatic' as const,
  ),
  at: position,
  file: maybe(text),
};

export const transferChoices = fc.record(transferParts);

type TransferChoices = typeof transferChoices extends fc.Arbitrary<infer T> ? T : never;

/** A transfer that the lifecycle allows; none where the two environments never exist together. */
export function transferOf(choices: TransferChoices, homes: readonly Home[]): Transfer[] {
  const { what, method, file } = choices;
  const from = homes[choices.from % homes.length];
  const targets =
    what === 'configuration' ? homes.filter(({ kind }) => kind === 'pre-prod') : homes;
  const to = targets[choices.to % targets.length];
  if (!from || !to || !isAllowed(from, to, what, method)) return [];
  const first = latestOf(from.first ?? always.first, to.first ?? always.first);
  const last = earliestOf(from.last ?? always.last, to.last ?? always.last);
  if (first > last) return [];
  const date = between(first, last, choices.at);
  return [{ date, from: from.reference, to: to.reference, what, method, file }];
}

function isAllowed(from: Home, to: Home, what: Transfer['what'], method: Transfer['method']) {
  if (what === 'configuration') return method === 'by-hand';
  if (from.kind !== 'sandbox' || from.environment === to.environment) return true;
  if (what === 'crf-elements') return method === 'odm-xml' || method === 'by-hand';
  return what === 'study-design' && method !== 'odm-xml';
}

export const decisionChoices = fc.record({
  id: maybe(fc.constantFrom('1', '007', 'D 1')),
  made: position,
  applied: position,
  summary: text,
});

type DecisionChoices = typeof decisionChoices extends fc.Arbitrary<infer T> ? T : never;

/** A decision that is configured by the day on which VAL is cloned. */
export function decisionOf(
  { id, made, applied, summary }: DecisionChoices,
  index: number,
  start: string,
  cloning: string,
): Decision {
  const day = between(start, cloning, made);
  const configured = start > cloning ? cloning : between(day, cloning, applied);
  const number = index === 0 ? (id ?? 'D-1') : `D-${index + 1}`;
  return { id: number, made: earliestOf(day, configured), summary, applied: configured };
}
