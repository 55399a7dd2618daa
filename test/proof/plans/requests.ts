import fc from 'fast-check';
import type { EnvironmentFacts } from '../../../src/lifecycle/environment.ts';
import { days } from './arbitraries.ts';
import { addDays } from './writing.ts';

/** The service-desk request for an environment. */
export const requestChoices = fc.record({
  starts: fc.integer({ min: -30, max: 30 }),
  lasts: days(120),
  sso: fc.boolean(),
  ticket: fc.boolean(),
  lab: fc.boolean(),
  complete: fc.boolean(),
});

type RequestChoices = typeof requestChoices extends fc.Arbitrary<infer T> ? T : never;

/** @param full whether it must state all that is needed, as that for a VAL must */
export function requestOf(
  choices: RequestChoices,
  created: string,
  full: boolean,
): NonNullable<EnvironmentFacts['request']> {
  const starts = addDays(created, choices.starts);
  const ends = addDays(starts, choices.lasts);
  const all = full || choices.complete;
  return {
    ticket: choices.ticket ? '4711' : undefined,
    release: all ? '26.10' : undefined,
    build: all ? '7.2026-10-01T00:00+02:00' : undefined,
    starts,
    ends: all || choices.lab ? ends : undefined,
    sso: all ? choices.sso : undefined,
    labTestEnvironment: choices.lab ? choices.sso : undefined,
  };
}
