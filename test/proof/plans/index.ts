import fc from 'fast-check';
import type { PlanFacts } from '../../../schemas/plan.ts';
import { isDate } from '../../../src/lifecycle/dates.ts';
import { some, text } from './arbitraries.ts';
import { deviate, waiverChoices } from './deviations.ts';
import { idChoices } from './ids.ts';
import { onboard, onboardingChoices } from './onboarding.ts';
import { contactChoices } from './people.ts';
import { addDays, numberings, Writing } from './writing.ts';

const planChoices = {
  customer: fc.constantFrom<string[]>('Acme', 'Quillon Bay Research', '1042', 'Größe & Söhne'),
  contractSigned: fc.nat(4000).map((day) => addDays('2024-01-01', day)),
  ids: idChoices,
  kinds: fc.boolean(),
  order: some(fc.nat(9), 10),
  sites: some(text, 2),
  contacts: some(contactChoices, 2),
  waivers: fc.uniqueArray(waiverChoices, { maxLength: 3, selector: ({ rule }) => rule }),
  numbering: fc.constantFrom(...numberings),
  status: fc.record({
    day: fc.oneof(fc.nat(200), fc.constantFrom('before' as const, 'after' as const)),
    off: fc.constantFrom(0, 1, -1),
  }),
};

const choices = { ...planChoices, ...onboardingChoices };
const all = fc.record(choices);

type Choices = typeof all extends fc.Arbitrary<infer T> ? T : never;

/** What a proof wants of the plans it is given: the choices that are not to be free. */
export type Wishes = { readonly [Key in keyof Choices]?: fc.Arbitrary<Choices[Key]> };

/** Plans in order under every rule, over the whole of the format and every stage of an onboarding. */
export function validPlans(wishes: Wishes = {}): fc.Arbitrary<PlanFacts> {
  return fc.record({ ...choices, ...wishes }).map((chosen) => written(chosen as Choices));
}

function written(chosen: Choices): PlanFacts {
  // The days of a plan do not depend on the status date; what evidence it has, does.
  const days = datesIn(planOn('9999-12-31', chosen));
  const plan = planOn(statusDateAmong(days, chosen), chosen);
  const { ids, demo } = chosen;
  deviate(plan, { ...ids, preProd: ids['pre-prod'], demo: demo && ids.demo }, chosen.waivers);
  return stated(plan);
}

function planOn(statusDate: string, chosen: Choices): PlanFacts {
  const { customer, contractSigned, ids, sites, contacts, numbering } = chosen;
  const writing = new Writing(statusDate, numbering);
  const facts = onboard(contractSigned, `customer-${numbering}`, ids, chosen, writing);
  const environments = Object.entries(facts.environments ?? {});
  const inOrder = environments
    .map((entry, index) => ({ entry, place: chosen.order[index] ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ entry: [id, environment] }) => [id, withKind(id, environment)]);
  function withKind(id: string, environment: object | undefined) {
    const kind = Object.entries(ids).find(([, name]) => name === id)?.[0] ?? 'val';
    return kind !== id || chosen.kinds ? { kind, ...environment } : environment;
  }
  return stated({
    customer,
    statusDate,
    ...facts,
    sites,
    contacts,
    environments: Object.fromEntries(inOrder),
  });
}

function statusDateAmong(days: readonly string[], { status: { day, off } }: Choices): string {
  if (day === 'before') return addDays(days[0] ?? '', -400);
  if (day === 'after') return addDays(days.at(-1) ?? '', 1500);
  return addDays(days[day % days.length] ?? '', off);
}

function datesIn(value: unknown): string[] {
  const dates = new Set<string>();
  const look = (inner: unknown) => {
    if (typeof inner === 'string' && isDate(inner)) dates.add(inner);
    else if (typeof inner === 'object' && inner !== null) Object.values(inner).forEach(look);
  };
  look(value);
  dates.delete('9999-12-31');
  return [...dates].sort();
}

/** The same without what is not said: undefined keys and empty lists. */
function stated<T>(value: T): T;
function stated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => stated(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === undefined || (Array.isArray(inner) && inner.length === 0)
        ? []
        : [[key, stated(inner)]],
    ),
  );
}
