import fc from 'fast-check';
import type { PlanFacts } from '../../../schemas/plan.ts';
import type { Waiver } from '../../../src/lifecycle/plan.ts';
import { days, maybe, text } from './arbitraries.ts';
import { addDays } from './writing.ts';

/** Deviations that a plan may have where a waiver documents them. */

interface Ids {
  readonly sandbox: string;
  readonly preProd: string;
  readonly val: string;
  readonly community: string;
  readonly demo: string | undefined;
}

/** Makes a plan deviate, and says where; undefined where the plan has nothing to deviate with. */
type Deviation = (facts: PlanFacts, ids: Ids) => string | undefined;

const deviations = {
  'configuration-final-missing': ({ environments }, { preProd }) => {
    delete environments?.[preProd]?.configurationFinal;
    return `environments.${preProd}`;
  },
  'master-library-carry-over': ({ masterLibrary }) => {
    delete masterLibrary?.carryOver;
    return 'masterLibrary';
  },
  'validation-owner': ({ validations: [first] = [] }) => {
    if (first) first.owner = 'iqvia';
    return 'validations[0].owner';
  },
  'lab-test-environment-unstated': ({ integrations }) => {
    const lab = integrations?.labs?.[0];
    delete lab?.testEnvironment;
    return lab && 'integrations.labs[0]';
  },
  'demo-customer-access': ({ environments, statusDate }, { demo }) => {
    const environment = demo && environments?.[demo];
    if (!environment) return undefined;
    environment.access = statusDate;
    return `environments.${demo}.access`;
  },
  'migration-real-volunteers': ({ migration }) => {
    if (!migration?.testVolunteers) return undefined;
    migration.testVolunteers.data = 'real';
    return 'migration.testVolunteers.data';
  },
  'sandbox-late': (facts, { sandbox }) => {
    facts.contractSigned = addDays(facts.contractSigned ?? '', -40);
    return `environments.${sandbox}`;
  },
  'community-access-missing': ({ environments }, { community }) => {
    delete environments?.[community]?.access;
    return `environments.${community}`;
  },
  'val-request-incomplete': ({ environments }, { val }) => {
    const request = environments?.[val]?.request;
    delete request?.build;
    return request && `environments.${val}.request`;
  },
} satisfies Record<string, Deviation>;

type Deviating = keyof typeof deviations;

export const waiverChoices = fc.record({
  rule: fc.constantFrom(...(Object.keys(deviations) as Deviating[])),
  at: fc.constantFrom('plan', 'place', 'above'),
  approved: days(90),
  until: maybe(days(400)),
  reason: text,
});

type WaiverChoices = typeof waiverChoices extends fc.Arbitrary<infer T> ? T : never;

/** Lets a plan deviate, and documents it by a waiver that holds on the status date. */
export function deviate(facts: PlanFacts, ids: Ids, all: readonly WaiverChoices[]): void {
  const { statusDate = '' } = facts;
  const waivers = all.flatMap(({ rule, at, approved, until, reason }): Waiver[] => {
    const place = deviations[rule](facts, ids);
    if (place === undefined) return [];
    const above = place.replace(/[.[][^.[]*$/, '');
    return [
      {
        rule,
        at: at === 'plan' ? undefined : at === 'place' ? place : above,
        reason,
        approvedBy: 'Head of quality',
        approved: addDays(statusDate, -approved),
        until: until === undefined ? undefined : addDays(statusDate, until),
      },
    ];
  });
  if (waivers.length) facts.waivers = waivers;
}
