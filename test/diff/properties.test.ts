import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanFacts } from '../../schemas/plan.ts';
import { inOneLine, type PlanChange } from '../../src/diff/index.ts';
import { changesBetween, fileChanges } from '../../src/diff/plan-changes.ts';
import { addDays, daysBetween } from '../../src/lifecycle/dates.ts';
import { eventsOf } from '../../src/lifecycle/events.ts';
import { formatPath } from '../../src/lifecycle/paths.ts';
import { Plan } from '../../src/lifecycle/plan.ts';
import { pathOf } from '../../src/lifecycle/records.ts';
import { type PlanFile, readPlan } from '../../src/source/plan-file.ts';
import { isDay, scalarsIn } from '../proof/breakers/format.ts';
import { notations, plainly } from '../proof/notations/notation.ts';
import { render, type Value } from '../proof/notations/render.ts';
import { validPlans } from '../proof/plans/index.ts';
import { runs } from '../proof/runs.ts';

/** Plans in which keys and items are gone, exchanged or repeated: what writers do, and more. */
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    to: fc.nat(),
    how: fc.constantFrom('remove', 'copy', 'repeat', 'swap', 'move' as const),
    days: fc.integer({ min: -400, max: 400 }),
  }),
  { minLength: 1, maxLength: 6 },
);

const edited = fc.tuple(validPlans(), edits).map(([before, all]) => {
  const after = structuredClone(before);
  for (const edit of all) apply(edit, after);
  return [before, after] as const;
});

type Edit = typeof edits extends fc.Arbitrary<(infer T)[]> ? T : never;

function apply({ at, to, how, days }: Edit, plan: PlanFacts): void {
  const places = placesIn(plan);
  const [place, other] = [places[at % places.length], places[to % places.length]];
  if (!place || !other) return;
  const { holder, key } = place;
  const value = Reflect.get(holder, key);
  if (how === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  } else if (how === 'copy' && typeof value !== 'object') {
    const source = Reflect.get(other.holder, other.key);
    if (typeof source !== 'object') Reflect.set(holder, key, source);
  } else if (how === 'repeat' && Array.isArray(holder)) {
    holder.splice(to % (holder.length + 1), 0, structuredClone(value));
  } else if (how === 'swap' && Array.isArray(holder)) {
    const target = to % holder.length;
    [holder[Number(key)], holder[target]] = [holder[target], value];
  } else if (how === 'move') {
    const scalars = scalarsIn(plan).filter(isDay);
    const day = scalars[at % scalars.length];
    if (day) Reflect.set(day.record, day.key, addDays(String(day.value), days));
  }
}

function placesIn(value: object): { holder: object; key: string }[] {
  return Object.entries(value).flatMap(([key, inner]) => [
    { holder: value, key },
    ...(typeof inner === 'object' && inner !== null ? placesIn(inner) : []),
  ]);
}

/** Keys in order, and nothing that says nothing. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}

const same = (a: unknown, b: unknown) =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

const planOf = (facts: PlanFacts) => new Plan('plan', structuredClone(facts));
const changes = (a: PlanFacts, b: PlanFacts) => changesBetween(planOf(a), planOf(b));

function fileOf(facts: PlanFacts): PlanFile {
  const { file, bytes } = render(facts as Value, plainly);
  return readPlan(file, bytes);
}

test('nothing has changed between a plan and itself, however it is written', () => {
  fc.assert(
    fc.property(validPlans(), notations, (facts, notation) => {
      expect(changes(facts, facts)).toEqual([]);
      const other = render(facts as Value, { ...notation, extras: false, format: 'yaml' });
      const told = fileChanges(fileOf(facts), readPlan(other.file, other.bytes));
      expect(told.filter(({ topic }) => topic !== 'notation')).toEqual([]);
    }),
    runs(25, 5_000),
  );
});

test('whatever differs is told, and nothing else', () => {
  fc.assert(
    fc.property(edited, ([before, after]) => {
      expect(changes(before, after).length > 0).toBe(!same(before, after));
    }),
    runs(120, 20_000),
  );
});

test('whatever differs in files is told, right or wrong', () => {
  fc.assert(
    fc.property(edited, ([before, after]) => {
      const told = fileChanges(fileOf(before), fileOf(after));
      const isTold = told.some(({ topic }) => topic !== 'notation');
      expect(isTold).toBe(!same(before, after));
    }),
    runs(60, 10_000),
  );
});

test('the way back is the way there, turned round', () => {
  const turned = { added: 'removed', removed: 'added' } as const;
  const said = ({ type, path, before, after, days = 0 }: PlanChange) =>
    JSON.stringify([
      type,
      type === 'added' || type === 'removed' ? path : '',
      before,
      after,
      days + 0,
    ]);
  const back = (change: PlanChange): PlanChange => ({
    ...change,
    type: change.type === 'added' || change.type === 'removed' ? turned[change.type] : change.type,
    before: change.after,
    after: change.before,
    ...(change.days !== undefined && { days: -change.days }),
  });
  const facts = (all: PlanChange[]) => all.filter(({ topic }) => topic !== 'order');
  fc.assert(
    fc.property(edited, ([before, after]) => {
      const there = facts(changes(before, after)).map(said).toSorted();
      const andBack = facts(changes(after, before)).map(back).map(said).toSorted();
      expect(andBack).toEqual(there);
    }),
    runs(80, 20_000),
  );
});

/** Dates that are not identified by anything that could change with them. */
const fixedDays = (plan: PlanFacts) =>
  scalarsIn(plan)
    .filter(isDay)
    .filter(({ path }) => !path.some((step) => typeof step === 'number'));

const moved = fc
  .tuple(
    validPlans(),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: -900, max: 900 })), { maxLength: 8 }),
  )
  .map(([before, moves]) => {
    const after = structuredClone(before);
    const days = fixedDays(after);
    for (const [at, by] of moves) {
      const day = days[at % days.length];
      if (day) Reflect.set(day.record, day.key, addDays(String(day.value), by));
    }
    return [before, after] as const;
  });

test('every date that is moved is told with its days', () => {
  fc.assert(
    fc.property(moved, ([before, after]) => {
      const is = new Map(fixedDays(after).map(({ path, value }) => [formatPath(path), value]));
      const expected = fixedDays(before).flatMap(({ path, value }) => {
        const [from, to] = [String(value), String(is.get(formatPath(path)))];
        return from === to ? [] : [[formatPath(path), from, to, daysBetween(from, to)]];
      });
      const told = changes(before, after)
        .filter(({ type }) => type === 'moved')
        .map(({ path, before: from, after: to, days }) => [path, from, to, days]);
      expect(told.toSorted()).toEqual(expected.toSorted());
    }),
    runs(60, 10_000),
  );
});

test('two events have changed places where it is told, and nowhere else', () => {
  const datesOf = (plan: Plan) =>
    new Map(
      eventsOf(plan).map(({ moment, date }) => [
        formatPath([...pathOf(moment.record), moment.key]),
        date,
      ]),
    );
  fc.assert(
    fc.property(moved, ([before, after]) => {
      const [was, is] = [planOf(before), planOf(after)];
      const told = changesBetween(was, is).filter(({ topic }) => topic === 'order');
      const then = datesOf(was);
      const events = [...datesOf(is)].flatMap(([path, date]) => {
        const earlier = then.get(path);
        return earlier === undefined ? [] : [{ was: earlier, is: date }];
      });
      const swaps = events.flatMap((a) =>
        events.filter((b) => a.was < b.was && a.is > b.is).map((b) => [a, b]),
      );
      const all = told.reduce((sum, { events: others = [] }) => sum + others.length, 0);
      expect(all).toBe(swaps.length);
    }),
    runs(60, 10_000),
  );
});

test('events that are all moved alike stay in order', () => {
  const days = 20_000;
  fc.assert(
    fc.property(validPlans(), (before) => {
      const after = structuredClone(before);
      for (const day of scalarsIn(after).filter(isDay)) {
        Reflect.set(day.record, day.key, addDays(String(day.value), days));
      }
      const told = changes(before, after);
      expect(told.filter(({ topic }) => topic === 'order')).toEqual([]);
      expect(told.every((change) => (change.days ?? days) === days)).toBe(true);
    }),
    runs(25, 5_000),
  );
});

test('what is told is one line, with the plan’s own text in back quotes', () => {
  fc.assert(
    fc.property(edited, ([before, after]) => {
      for (const change of changes(before, after)) {
        expect(inOneLine(change)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }
    }),
    runs(25, 5_000),
  );
});
