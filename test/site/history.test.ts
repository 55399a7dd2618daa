import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inOneLine } from '../../src/diff/index.ts';
import { type PlanHistory, readHistory } from '../../src/site/history.ts';
import { readPlans } from '../../src/source/discover.ts';
import { changed } from '../support/plans.ts';
import { cloneOf, repositoryWith, type TestRepository } from '../support/repository.ts';
import { folderWith } from '../support/waypost.ts';

const file = 'content/plans/quillon-bay.yaml';
const sound = changed('planned');
const added = 'The plan: added (status date 2026-03-01, go-live 2026-07-20)';
const later = (day: string) => sound.replace('goLive: 2026-07-20', `goLive: ${day}`);
const moved = (from: string, to: string) =>
  expect.stringContaining(`Go-live: moved from ${from} to ${to}`);

async function historyIn(folder: string): Promise<(PlanHistory | undefined)[]> {
  const { files } = await readPlans(['content/plans'], folder);
  const histories = await readHistory(folder, files);
  return files.map(histories.of);
}

/** Of the only plan: its versions as "date subject", and what each has changed. */
async function versionsIn({ folder }: TestRepository) {
  const [history] = await historyIn(folder);
  if (history?.state !== 'known') throw new Error(`The history is ${history?.state ?? 'absent'}`);
  return history.versions.map(({ isCommitted, date, subject, changes }) => [
    `${date ?? (isCommitted ? 'some day' : 'now')} ${subject}`.trim(),
    ...changes.map(inOneLine),
  ]);
}

test('the commits of a plan, newest first, by their days in UTC', async () => {
  const there = await repositoryWith({ [file]: sound });
  there.commit('Elsewhere', { 'README.md': 'One' });
  there.commit('Move go-live', { [file]: later('2026-07-22') });
  // Committed half an hour before midnight, five hours west of Greenwich.
  expect(await versionsIn(there)).toEqual([
    ['2026-03-04 Move go-live', moved('2026-07-20', '2026-07-22')],
    ['2026-03-02 Begin', added],
  ]);
});

test.each([253_402_300_800, 9_000_000_000_000])(
  'a commit at second %i, which no calendar has, leaves all other days known',
  async (second) => {
    const there = await repositoryWith({ [file]: sound });
    there.write({ [file]: later('2026-07-22') });
    const name = `An <a@b> ${second} +0000`;
    there.git('add', '--all');
    const [tree, parent] = [there.git('write-tree'), there.git('rev-parse', 'HEAD')];
    const text = `tree ${tree}\nparent ${parent}\nauthor ${name}\ncommitter ${name}\n\nLate\n`;
    there.write({ late: text });
    const commit = there.git('hash-object', '-t', 'commit', '-w', '--literally', 'late');
    there.git('update-ref', 'HEAD', commit);
    expect(await versionsIn(there)).toEqual([
      ['some day Late', moved('2026-07-20', '2026-07-22')],
      ['2026-03-02 Begin', added],
    ]);
  },
);

test('what is not committed yet comes first', async () => {
  const there = await repositoryWith({ [file]: sound });
  there.write({ [file]: later('2026-07-22') });
  expect(await versionsIn(there)).toEqual([
    ['now', moved('2026-07-20', '2026-07-22')],
    ['2026-03-02 Begin', added],
  ]);
  there.write({ [file]: '', 'content/plans/new.yaml': sound });
  expect(await versionsIn(there)).toEqual([['now', added]]);
});

test('a plan is followed under other names, and in other folders below', async () => {
  const there = await repositoryWith({ [file]: sound });
  there.git('mv', file, 'content/plans/bay.yaml');
  there.commit('Rename');
  mkdirSync(join(there.folder, 'content/plans/north'));
  const north = 'content/plans/north/bay.yaml';
  there.git('mv', 'content/plans/bay.yaml', north);
  // So little is left that only the name tells it is the same.
  there.commit('Move and shorten', { [north]: 'customer: Quillon Bay Research\n' });
  const versions = await versionsIn(there);
  expect(versions.map(([head]) => head)).toEqual([
    '2026-03-04 Move and shorten',
    '2026-03-03 Rename',
    '2026-03-02 Begin',
  ]);
  expect(versions[1]).toContain('The plan: renamed from `quillon-bay` to `bay`');
});

test('a plan that was taken away and came back begins anew', async () => {
  const there = await repositoryWith({ [file]: sound });
  there.commit('Away', { [file]: '' });
  there.commit('Back', { [file]: sound });
  expect(await versionsIn(there)).toEqual([['2026-03-04 Back', added]]);
});

test('what a merge has brought is one version, by what the pull request was called', async () => {
  const there = await repositoryWith({ [file]: sound });
  there.git('switch', '--quiet', '--create', 'topic');
  there.commit('Try', { [file]: later('2026-07-21') });
  there.commit('Try again', { [file]: later('2026-07-22') });
  there.git('switch', '--quiet', 'main');
  there.commit('Meanwhile', { 'README.md': 'One' });
  const message = 'Merge pull request #12 from org/topic\n\nGo live two days later\n';
  there.git('merge', '--quiet', '--no-ff', '-m', message, 'topic');
  expect(await versionsIn(there)).toEqual([
    ['2026-03-05 Go live two days later', moved('2026-07-20', '2026-07-22')],
    ['2026-03-02 Begin', added],
  ]);
});

test('no more than the last commits, of each plan as many', async () => {
  const other = 'content/plans/other.yaml';
  const there = await repositoryWith({ [file]: sound, [other]: changed('live') });
  for (let day = 10; day < 20; day++)
    there.commit(`Day ${day}`, { [file]: later(`2026-08-${day}`) });
  const histories = await historyIn(there.folder);
  const heads = histories.map((history) =>
    history?.state === 'known' ? history.versions.map(({ subject }) => subject) : [],
  );
  expect(heads).toEqual([['Begin'], ['Day 19', 'Day 18', 'Day 17', 'Day 16', 'Day 15', 'Day 14']]);
});

test('from a folder within a repository, under hostile names', async () => {
  const names = ['--output=x.yaml', ':(top)a.yaml', 'new\nline.yaml', 'ö 日本.yaml', '0123.yaml'];
  const there = await repositoryWith(
    Object.fromEntries(names.map((name) => [`sub/content/plans/${name}`, sound])),
  );
  const histories = await historyIn(join(there.folder, 'sub'));
  expect(histories).toHaveLength(names.length);
  for (const history of histories) {
    expect(history).toMatchObject({ state: 'known', versions: [{ subject: 'Begin' }] });
  }
});

test('commits without a word, and with many', async () => {
  const there = await repositoryWith({ [file]: sound });
  there.commit('', { [file]: later('2026-07-21') });
  there.commit('One\ntwo\n\n:100644 100644 a b M\n', { [file]: later('2026-07-22') });
  expect((await versionsIn(there)).map(([head]) => head)).toEqual([
    '2026-03-04 One two',
    '2026-03-03',
    '2026-03-02 Begin',
  ]);
});

test('a shallow clone is told to be one', async () => {
  const there = await repositoryWith({ [file]: sound });
  there.commit('Second', { [file]: later('2026-07-22') });
  const shallow = await cloneOf(there, '--depth', '1');
  expect(await historyIn(shallow.folder)).toEqual([{ state: 'shallow' }]);
});

test('without a repository, and without a commit, there is no history, and no failure', async () => {
  const folder = await folderWith({ [file]: sound });
  expect(await historyIn(folder)).toEqual([undefined]);
  const there = await repositoryWith({ [file]: sound });
  there.git('update-ref', '-d', 'HEAD');
  expect(await historyIn(there.folder)).toEqual([undefined]);
});
