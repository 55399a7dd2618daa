import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import type { Entry, Portfolio } from '../../src/site/portfolio.ts';
import { endingWaivers, problemsOf, ruleTallies, soundOf } from '../../src/site/problems.ts';
import { changed, planFile } from '../support/plans.ts';

function finding(rule: string, severity: Finding['severity'], file: string): Finding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  const words = { message: 'Wrong', help: 'Mend it', path: null, related: [] };
  return { ...place, ...words, file, rule, severity, url: `/rules/${rule}/`, waived: null };
}

function entryOf(slug: string, text: string, findings: readonly Finding[] = []): Entry {
  const file = planFile(text, `${slug}.yaml`);
  return { slug, file, plan: file.plan, findings };
}

const accepted = {
  ...finding('iq-late', 'warning', 'waived.yaml'),
  waived: { reason: 'R', approvedBy: 'Q', approved: '2026-01-10', until: null },
};
const plan = 'statusDate: 2026-03-01';
const site = { title: 'Waypost', address: '' };
const portfolio: Portfolio = {
  ...site,
  entries: [
    entryOf('a-sound', plan),
    entryOf('b-warned', plan, [finding('iq-late', 'warning', 'b-warned.yaml')]),
    entryOf('c-wrong', plan, [
      finding('iq-late', 'warning', 'c-wrong.yaml'),
      finding('iq-late', 'error', 'c-wrong.yaml'),
      finding('date-order', 'error', 'c-wrong.yaml'),
    ]),
    entryOf('d-waived', plan, [accepted]),
    entryOf('e-unread', 'customer: [', []),
  ],
  unreadable: [],
};

test('what could not be read comes first, then errors, then warnings', () => {
  expect(problemsOf(portfolio).map(({ entry }) => entry.slug)).toEqual([
    'e-unread',
    'c-wrong',
    'b-warned',
  ]);
});

test('every plan is either wrong or sound, and one that could not be read is never sound', () => {
  const wrong = problemsOf(portfolio).map(({ entry }) => entry.slug);
  const sound = soundOf(portfolio).map(({ slug }) => slug);
  expect(sound).toEqual(['a-sound', 'd-waived']);
  expect([...sound, ...wrong].toSorted()).toEqual(portfolio.entries.map(({ slug }) => slug));
});

test('accepted deviations are no findings', () => {
  const findings = problemsOf(portfolio).flatMap((problem) => problem.findings);
  expect(findings.every(({ waived }) => waived === null)).toBe(true);
});

test('rules stand by how often they find something', () => {
  expect(ruleTallies(problemsOf(portfolio))).toMatchObject([
    { rule: 'iq-late', url: '/rules/iq-late/', errors: 1, warnings: 2, plans: 2 },
    { rule: 'date-order', url: '/rules/date-order/', errors: 1, warnings: 0, plans: 1 },
  ]);
});

describe('accepted deviations that end', () => {
  const waived = (until: string) =>
    changed('planned').concat(`waivers:
  - { rule: iq-late, reason: R, approvedBy: Q, approved: 2026-01-10${until} }
`);
  const endsOf = (...texts: string[]) =>
    endingWaivers({
      ...site,
      entries: texts.map((text, index) => entryOf(`plan-${index}`, text)),
      unreadable: [],
    }).map(({ entry, waiver }) => `${waiver.until} ${entry.slug}`);

  test('stand soonest first; those without an end are not among them', () => {
    expect(
      endsOf(waived(', until: 2026-09-30'), waived(''), waived(', until: 2026-05-01')),
    ).toEqual(['2026-05-01 plan-2', '2026-09-30 plan-0']);
  });

  test('have not ended: of those that have, the linter speaks', async () => {
    for (const [until, ended] of [
      ['2026-02-28', true],
      ['2026-03-01', false],
    ] as const) {
      const text = waived(`, until: ${until}`);
      const found = await lint([planFile(text)]);
      expect(found.some(({ rule }) => rule === 'waiver-expired')).toBe(ended);
      expect(endsOf(text)).toEqual(ended ? [] : [`${until} plan-0`]);
    }
  });
});
