import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanFacts } from '../../schemas/plan.ts';
import { rangeOf } from '../support/places.ts';
import { scalarsIn } from './breakers/format.ts';
import { type Found, lintIn } from './linting.ts';
import { notations, plainly } from './notations/notation.ts';
import { validPlans } from './plans/index.ts';
import { runs } from './runs.ts';

/** A plan in which some values have changed places, so that much is found in it. */
const muddled: fc.Arbitrary<PlanFacts> = fc
  .tuple(validPlans(), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }))
  .map(([valid, swaps]) => {
    const plan = structuredClone(valid);
    const scalars = scalarsIn(plan);
    for (const [from, to] of swaps) {
      const source = scalars[from % scalars.length];
      const target = scalars[to % scalars.length];
      if (source && target) Reflect.set(target.record, target.key, source.value);
    }
    return plan;
  });

test('the same plan gives the same findings, however it is written', async () => {
  await fc.assert(
    fc.asyncProperty(muddled, notations, async (plan, any) => {
      // Which of two duplicates is the further one depends on what is written first.
      const notation = { ...any, order: false };
      const [plain, other] = [await lintIn(plan, plainly), await lintIn(plan, notation)];
      expect(saidIn(other)).toEqual(saidIn(plain));
    }),
    runs(60, 5_000),
  );
});

test('the order of keys matters to nothing but which of several is the first', async () => {
  await fc.assert(
    fc.asyncProperty(muddled, notations, async (plan, any) => {
      const plain = await lintIn(plan, plainly);
      const other = await lintIn(plan, { ...any, order: true });
      fc.pre(![plain, other].some(repeats));
      fc.pre(other.plan?.onboardingVal?.id === plain.plan?.onboardingVal?.id);
      expect(saidIn(other)).toEqual(saidIn(plain));
    }),
    runs(30, 2_000),
  );
});

/** Whether something is there twice, be it said or left to another finding that puts it in doubt. */
function repeats({ plan, findings }: Found): boolean {
  const isSaid = findings.some(({ rule }) => rule.startsWith('duplicate-'));
  return isSaid || (plan !== undefined && plan.duplicates.length > 0);
}

/** What is found, with what stands at the place of each finding: the key or the value. */
function saidIn(found: Found) {
  return found.findings
    .map(({ related, waived, ...finding }) => ({
      rule: finding.rule,
      path: finding.path,
      message: finding.message,
      waived: waived !== null,
      at: tokenAt(found, rangeOf(finding, found.written.text), finding.path ?? ''),
      related: related.map((other) => {
        rangeOf(other, found.written.text);
        return other.message;
      }),
    }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Which token of `path` a range is; a range that is none is told as the text that it holds. */
function tokenAt({ written }: Found, { start, end }: { start: number; end: number }, path: string) {
  for (const token of ['value', 'key'] as const) {
    const place = written.place(path, token);
    if (place?.start === start && place.end === end) return token;
  }
  return written.text.slice(start, end);
}
