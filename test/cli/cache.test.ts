import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { meddling } from '../support/meddling.ts';
import { ownCheckout } from '../support/own-checkout.ts';
import { changed } from '../support/plans.ts';
import { repositoryWith } from '../support/repository.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const plan = changed('planned', ['test: {}', '']);

test('a run says the same whether it reads plans anew or not, and so do runs at the same time', async () => {
  const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': plan });
  const lint = (...args: string[]) => waypost(['lint', '--format', 'json', ...args], cwd);
  const anew = await lint('--no-cache');
  expect(anew).toMatchObject({ status: 1, stderr: '' });
  const atOnce = await Promise.all([lint(), lint(), lint()]);
  for (const run of [...atOnce, await lint()]) expect(run).toEqual(anew);
});

describe('runs that read anew', () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, number) => [
      `content/plans/plan-${number}.mdx`,
      `---\n${plan.replace('Quillon', `Quillon ${number}`)}---\n\nSee [there](/no/${number}/).\n`,
    ]),
  );

  test('say the same at the same time, and keep what later runs say the same from', async () => {
    const cwd = await folderWith(files);
    const { folder, waypost: own } = await ownCheckout();
    const lint = (...args: string[]) => own(['lint', '--format', 'json', ...args], cwd);
    const [one, other] = await Promise.all([lint(), lint()]);
    const anew = await lint('--no-cache');
    expect(anew).toMatchObject({ status: 1, stderr: '' });
    expect([one, other]).toEqual([anew, anew]);
    const facts = join(folder, 'node_modules/.cache/waypost/facts');
    expect(readdirSync(facts)).toEqual(['facts']);
    const kept = readFileSync(join(facts, 'facts'));
    expect(await lint()).toEqual(anew);
    // All was known.
    expect(readFileSync(join(facts, 'facts'))).toEqual(kept);
  });

  test.skipIf(process.platform === 'win32').each([
    ['before it is all written', 'writeFileSync', 'path > 2 && fs.fstatSync(path).size > 0'],
    ['before it takes its place', 'renameSync', "String(path).endsWith('.draft')"],
  ])('and are killed %s, leave what was kept before', async (_, step, isThere) => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': plan });
    const { folder, waypost: own } = await ownCheckout();
    const facts = join(folder, 'node_modules/.cache/waypost/facts/facts');
    await own(['lint'], cwd);
    const kept = readFileSync(facts);
    await writeFile(join(cwd, 'content/plans/other.mdx'), `---\n${plan}---\n\nSee [b](/no/).\n`);
    const killing = meddling(step, `if (${isThere}) process.kill(process.pid, 'SIGKILL')`);
    const { status } = await own(['lint'], cwd, killing);
    expect(status).toBeNull();
    expect(readFileSync(facts)).toEqual(kept);
    expect(readdirSync(dirname(facts))).toHaveLength(2);

    const anew = await own(['lint', '--no-cache'], cwd);
    expect(anew).toMatchObject({ status: 1, stderr: '' });
    for (let run = 0; run < 2; run++) expect(await own(['lint'], cwd)).toEqual(anew);
    expect(readFileSync(facts).length).toBeGreaterThan(kept.length);
  });
});

test('versions of plans are told apart in the same way, whether they are read anew or not', async () => {
  const prose = 'See [there](/no/).\n';
  const there = await repositoryWith({
    'content/plans/one.mdx': `---\n${plan}---\n\n${prose}`,
    'content/plans/two.yaml': plan.replace('Quillon Bay', 'Boreal'),
    'content/plans/wrong.yaml': changed('planned', ['goLive: ', 'goLve: ']),
  });
  there.write({ 'content/plans/one.mdx': `---\n${changed('planned')}---\n\n${prose}` });
  const { folder, waypost: own } = await ownCheckout();
  const diff = (...args: string[]) => own(['diff', '--format', 'json', ...args], there.folder);
  const anew = await diff('--no-cache');
  expect(anew).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(anew.stdout).plans).toMatchObject([{ id: 'one', status: 'changed' }]);
  const facts = join(folder, 'node_modules/.cache/waypost/facts/facts');
  expect(existsSync(facts)).toBe(false);
  for (let run = 0; run < 2; run++) expect(await diff()).toEqual(anew);
  expect(existsSync(facts)).toBe(true);
});

test('nothing is kept where the plans are, and nothing that lies there is taken for facts', async () => {
  const brought = 'node_modules/.cache/waypost/facts/facts';
  const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': plan, 'node_modules/a': '' });
  await waypost(['lint'], cwd);
  expect(existsSync(join(cwd, brought))).toBe(false);
});

test('where nothing can be kept, nothing is said of it', async () => {
  const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': changed('planned') });
  const { waypost: own } = await ownCheckout(['node_modules/.cache']);
  const inOrder = { status: 0, stdout: '1 plan in order\n', stderr: '' };
  for (let run = 0; run < 2; run++) expect(await own(['lint'], cwd)).toEqual(inOrder);
});
