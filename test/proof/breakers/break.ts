import fc from 'fast-check';
import { expect } from 'vitest';
import type { PlanFacts } from '../../../schemas/plan.ts';
import { ruleById } from '../../../src/rules/index.ts';
import { rangeOf } from '../../support/places.ts';
import { counted, type Found, lintWritten, shown } from '../linting.ts';
import { type Notation, notations, plainly } from '../notations/notation.ts';
import { type Rendered, render, type Value } from '../notations/render.ts';
import { validPlans, type Wishes } from '../plans/index.ts';
import type { Breaker } from './breaker.ts';
import { Draft, type Expected } from './draft.ts';

/** The proof that a breaker makes its rule speak, once and in the right place, and no other. */
export function broken(rule: string, breaker: Breaker) {
  const wishes: Wishes = {
    waivers: fc.constant([]),
    numbering: fc.constant('words' as const),
    ...breaker.wishes,
  };
  const dice = fc.array(fc.nat(999), { minLength: 4, maxLength: 12 });
  return fc.asyncProperty(
    validPlans(wishes),
    besides(breaker),
    dice,
    notations,
    async (plan, beside, thrown, any) => {
      const draft = new Draft(plan, thrown);
      const other = new Draft(beside ?? plan);
      const expected = breaker.breaks(draft, other);
      fc.pre(expected !== undefined);
      if (!expected) return;
      const notation = suited(any, breaker, expected);
      const written = writeDown(draft, notation);
      const others = beside
        ? [writeDown(other, { ...plainly, format: 'mdx' }, breaker.beside)]
        : [];
      expectOne(await lintWritten(written, ...others), rule, expected, draft);
      if (others.length > 0) return;
      if (isWaivable(rule)) {
        waive(draft, rule, expected);
        const waived = await lintWritten(writeDown(draft, notation));
        shown(draft.plan, () => expect(said(waived)).toEqual([]));
        delete draft.plan.waivers;
      }
      // What is there but cannot be read is not missing as well.
      const unreadable = expected.misread?.();
      if (!unreadable) return;
      const misread = said(await lintWritten(writeDown(draft, notation)));
      const paths = misread.map(({ path }) => path);
      shown(draft.plan, () => expect(paths.toSorted()).toEqual(unreadable.toSorted()));
    },
  );
}

function besides(breaker: Breaker): fc.Arbitrary<PlanFacts | undefined> {
  if (breaker.beside === undefined) return fc.constant(undefined);
  return validPlans({
    waivers: fc.constant([]),
    numbering: fc.constant('digits'),
    customer: fc.constant('Somebody else'),
    activities: fc.constant([]),
  });
}

function suited(notation: Notation, breaker: Breaker, { token }: Expected): Notation {
  return {
    ...notation,
    ...(breaker.asWritten && { order: false }),
    ...(breaker.beside === undefined ? {} : { format: 'yaml' as const }),
    ...(token === 'prose' && { format: 'mdx' as const }),
  };
}

function writeDown({ plan, prose }: Draft, notation: Notation, id = 'plan'): Rendered {
  return render(plan as Value, notation, { id, ...(prose && { prose }) });
}

/** The finding as one can compare it: the rule, what it says and the text it points at. */
function said(found: Found) {
  const { text } = found.written;
  return counted(found).map((finding) => {
    for (const other of finding.related) if (other.file === finding.file) rangeOf(other, text);
    const { rule, path, message } = finding;
    return { rule, path, message, at: rangeOf(finding, text) };
  });
}

function expectOne(found: Found, rule: string, { path, token }: Expected, draft: Draft): void {
  const { written } = found;
  const at = token === 'prose' ? written.marked : written.place(path ?? '', token);
  const findings = said(found).map((finding) => ({
    ...finding,
    rule: ruleById(finding.rule)?.id ?? finding.rule,
  }));
  const expected = [{ rule, path, message: expect.any(String), at }];
  shown(draft.plan, () => expect(findings).toEqual(expected));
}

function isWaivable(id: string): boolean {
  return ruleById(id)?.waivable !== false;
}

/** Documents the deviation, at its place or for the whole plan. */
function waive(draft: Draft, rule: string, { path, token }: Expected): void {
  const { statusDate = '' } = draft.plan;
  const isWhole = !path || token === 'prose' || draft.number(2) === 0;
  draft.plan.waivers = [
    {
      rule,
      ...(isWhole ? {} : { at: path }),
      reason: 'Agreed with quality',
      approvedBy: 'Head of quality',
      approved: statusDate,
    },
  ];
}
