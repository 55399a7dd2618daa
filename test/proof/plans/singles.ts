import fc from 'fast-check';
import type { EnvironmentFacts } from '../../../src/lifecycle/environment.ts';
import { days, maybe, position, some, text } from './arbitraries.ts';
import { furnish, type PairChoices, pairChoices, pairFrom, singleIqChoices } from './pairs.ts';
import { recordChoices } from './records.ts';
import { requestChoices, requestOf } from './requests.ts';
import { between } from './writing.ts';

/** The environments besides VAL and PROD. */

export const sandboxChoices = fc.record({
  after: days(14),
  pair: pairChoices,
  ends: days(30),
  changes: some(fc.record({ at: position, summary: text }), 2),
  reports: some(position, 2),
  request: maybe(requestChoices),
});

type SandboxChoices = typeof sandboxChoices extends fc.Arbitrary<infer T> ? T : never;

/** Sandbox without its end, and the days of its instances. */
export function sandboxFrom(
  created: string,
  { id, customer, release }: Record<'id' | 'customer' | 'release', string>,
  { after, pair: choices, request }: SandboxChoices,
) {
  const limited: PairChoices = { ...choices, early: Math.min(choices.early, after) };
  const { facts, days } = pairFrom(created, limited, 14 - after);
  const pair = facts as EnvironmentFacts & typeof facts;
  furnish(id, pair, choices, { customer, data: 'obfuscated', release });
  if (request) pair.request = requestOf(request, created, false);
  return { facts: pair, days };
}

/** What is recorded of an environment without change control. */
export function recordedIn(
  first: string,
  last: string,
  { changes, reports }: Pick<SandboxChoices, 'changes' | 'reports'>,
): Pick<EnvironmentFacts, 'changes' | 'reports'> {
  return {
    changes: changes.map(({ at, summary }) => ({ date: between(first, last, at), summary })),
    reports: reports.map((at) => ({ date: between(first, last, at) })),
  };
}

export const preProdChoices = fc.record({
  created: days(60),
  final: days(60),
  iq: singleIqChoices,
  records: recordChoices,
  request: maybe(requestChoices),
  url: fc.boolean(),
  data: maybe(fc.constantFrom('dummy' as const, 'migrated' as const, 'real' as const)),
  release: fc.boolean(),
});

export const demoChoices = fc.record({
  release: fc.constantFrom('26.10', '9.1'.padStart(4, '0'), '26.1.2'),
  url: fc.boolean(),
  data: maybe(fc.constantFrom('dummy' as const, 'real' as const)),
  build: fc.boolean(),
});

export const communityChoices = fc.record({
  access: fc.integer({ min: 0, max: 200 }),
  url: fc.boolean(),
  data: fc.boolean(),
  release: fc.boolean(),
  report: maybe(days(600)),
});
