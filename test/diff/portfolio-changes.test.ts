import { expect, test } from 'vitest';
import { inOneLine, portfolioChanges } from '../../src/diff/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile } from '../support/plans.ts';

const sound = changed('planned');
const other = changed('planned', ['customer: ', 'customer: Other ']);
const unpaired = changed('planned', ['test: {}', '']);

type Files = Readonly<Record<string, string>>;

async function version(texts: Files) {
  const files = Object.entries(texts).map(([name, text]) => planFile(text, name));
  return { files, findings: await lint(files) };
}

async function told(before: Files, after: Files) {
  const { plans, compared } = portfolioChanges(await version(before), await version(after));
  const all = plans.map(({ id, status, changes }) => [id, status, ...changes.map(inOneLine)]);
  return { compared, plans: all };
}

test('plans that came, went and stayed', async () => {
  expect(await told({ 'a.yaml': sound, 'b.yaml': other }, { 'a.yaml': sound })).toEqual({
    compared: 2,
    plans: [['b', 'removed', expect.stringMatching(/^The plan: removed \(status date /)]],
  });
  const { plans } = await told({ 'a.yaml': sound }, { 'a.yaml': sound, 'b.yaml': other });
  expect(plans).toEqual([['b', 'added', expect.stringMatching(/^The plan: added \(status date /)]]);
});

test('a plan under another name is known by its customer, in another folder by its id', async () => {
  expect(await told({ 'a.yaml': sound }, { 'b.yaml': sound })).toEqual({
    compared: 1,
    plans: [['b', 'renamed', 'The plan: renamed from `a` to `b`']],
  });
  expect(await told({ 'a.yaml': sound }, { 'north/a.yaml': sound })).toEqual({
    compared: 1,
    plans: [['a', 'changed', 'The plan: moved from `a.yaml` to `north/a.yaml`']],
  });
});

test('findings that came and went, wherever they stand in the file', async () => {
  const there = await told({ 'a.yaml': sound }, { 'a.yaml': `# A remark\n${unpaired}` });
  expect(there.plans).toEqual([
    [
      'a',
      'changed',
      'New error `pair-incomplete`: Sandbox has no Test instance',
      'Sandbox Test: removed',
    ],
  ]);
  const back = await told({ 'a.yaml': unpaired }, { 'a.yaml': sound });
  expect(back.plans).toEqual([
    [
      'a',
      'changed',
      'Gone: error `pair-incomplete`: Sandbox has no Test instance',
      'Sandbox Test: added',
    ],
  ]);
  const moved = await told({ 'a.yaml': unpaired }, { 'a.yaml': `# A remark\n${unpaired}` });
  expect(moved.plans).toEqual([
    ['a', 'changed', 'The file: written differently; it says the same'],
  ]);
});

test('a finding that is accepted from now on', async () => {
  const late = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }']);
  const waiver =
    '\nwaivers:\n  - { rule: iq-late, reason: Agreed, approvedBy: QA, approved: 2026-01-01 }\n';
  const { plans } = await told({ 'a.yaml': late }, { 'a.yaml': late + waiver });
  expect(plans[0]).toContainEqual(
    expect.stringMatching(/^Warning `iq-late`, now accepted deviation: /),
  );
});
