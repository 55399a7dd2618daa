import fc from 'fast-check';
import type { PlanFacts } from '../../../schemas/plan.ts';
import { days, maybe, some, text } from './arbitraries.ts';
import type { Home } from './work.ts';
import { addDays, type Writing } from './writing.ts';

export const integrationChoices = fc.record({
  sso: some(
    fc.record({
      home: fc.nat(40),
      enabled: maybe(days(200)),
      tested: days(30),
      untested: fc.boolean(),
      ticket: maybe(text),
    }),
    3,
  ),
  labs: some(fc.record({ name: text, testEnvironment: fc.boolean() }), 2),
});

type IntegrationChoices = typeof integrationChoices extends fc.Arbitrary<infer T> ? T : never;

/** @param homes the instances that single sign-on can be enabled for */
export function integrationsOf(
  choices: IntegrationChoices,
  homes: readonly Home[],
  writing: Writing,
): NonNullable<PlanFacts['integrations']> {
  const sso = choices.sso.flatMap(({ home, enabled, tested, untested, ticket }) => {
    const { reference, first = '2024-01-01' } = homes[home % homes.length] ?? {};
    if (reference === undefined) return [];
    const day = enabled === undefined ? undefined : addDays(first, enabled);
    const owed = day !== undefined && writing.happened(day);
    const signaturesTested = owed || !untested ? addDays(day ?? first, tested) : undefined;
    return [{ instance: reference, ticket, enabled: day, signaturesTested }];
  });
  return { sso, labs: choices.labs };
}
