import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { oversizedPlan } from '../support/oversized-plan.ts';
import { ownCheckout } from '../support/own-checkout.ts';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';

test('a plan with errors stops the build, and nothing is built', async () => {
  const cwd = await folderWith({
    'content/plans/quillon-bay.yaml': changed('planned', ['test: {}', '']),
  });
  const { status, stdout, stderr } = await waypost(['build'], cwd);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('Sandbox has no Test instance');
  expect(stderr).toContain('The site is not built');
  expect(existsSync(join(cwd, 'dist'))).toBe(false);
});

test('the page of a plan that is too large to be drawn says so, and has all in tables', async () => {
  const cwd = await folderWith({ 'content/plans/large.yaml': oversizedPlan() });
  expect((await waypost(['build', '--no-lint'], cwd)).status).toBe(0);
  const page = await readFile(join(cwd, 'dist/plans/large/index.html'), 'utf8');
  expect(page).toContain(
    'The diagram is not drawn. The mermaid text has more than 50,000 characters.',
  );
  expect(page).toContain('The timeline is not drawn: it would have 2,503 marks');
  expect(page).toContain('Timeline as a table: 2503 dates');
  expect(page).not.toContain('class="wp-timeline"');
});

test('a folder without plans is a failure', async () => {
  const { status, stderr } = await waypost(['build'], await folderWith({}));
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'Cannot read content/plans: there is no such file or folder\n',
  });
});

test('a site that was not built cannot be looked at', async () => {
  const { status, stderr } = await waypost(['preview'], await folderWith({}));
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'There is no site in dist/ yet: `npx --no waypost build` builds it.\n',
  });
});

test('a site that was built can be looked at, where nothing can be written', async () => {
  const { bin } = await ownCheckout(closed);
  const cwd = await folderWith({ 'dist/plans/acme/index.html': 'The plan', '.cache': '' });
  const port = String(await freePort());
  const env = { PATH: process.env.PATH };
  const child = spawn(process.execPath, [bin, 'preview', '--port', port], {
    cwd,
    env,
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill());
  const page = async () => (await fetch(`http://localhost:${port}/plans/acme/`)).text();
  await vi.waitFor(async () => expect(await page()).toBe('The plan'), { timeout: 50_000 });
});

/** Places in which Astro would write by itself, and all that is kept. */
const closed = ['.astro', ...['.astro', '.cache', '.vite'].map((name) => `node_modules/${name}`)];

test('builds at the same time make a whole site each, and write nowhere but where the plans are, and what is kept', async () => {
  const { folder, waypost } = await ownCheckout(closed.filter((path) => !path.endsWith('.cache')));
  const kept = join(folder, 'node_modules/.cache/waypost');
  await mkdir(join(kept, 'pages'), { recursive: true });
  await writeFile(join(kept, 'pages/killed.draft'), '');
  await utimes(join(kept, 'pages/killed.draft'), 0, 0);
  const own = () => globSync('{*,.*,node_modules/.*,{src,schemas,content}/**}', { cwd: folder });
  const before = own();
  const cwd = await folderWith({
    'content/plans/quillon-bay.yaml': changed('planned'),
    'dist/former.html': '',
    '.cache/waypost/999999999-killed/made/half.html': '',
    home: '',
  });
  const [HOME, XDG_CONFIG_HOME] = [join(cwd, 'home'), join(cwd, 'home')];
  const build = () => waypost(['build'], cwd, { HOME, XDG_CONFIG_HOME });
  for (const { status, stderr } of await Promise.all([build(), build()])) {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '1 plan in order\n' });
  }
  expect(await readdir(cwd)).toEqual(['content', 'dist', 'home']);
  expect(own()).toEqual(before);
  expect(await readdir(join(kept, '..'))).toEqual(['waypost']);
  expect(await readdir(kept)).toEqual(['drawings', 'facts', 'pages']);
  for (const sort of ['drawings', 'pages']) {
    expect((await readdir(join(kept, sort))).join()).toMatch(/^\w+\.gz(,\w+\.gz)*$/);
  }
  await expectWhole(cwd);
}, 240_000);

test('a site is built where nothing can be kept, and nothing is said of it', async () => {
  const { waypost } = await ownCheckout(closed);
  const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': changed('planned') });
  const { status, stderr } = await waypost(['build'], cwd);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '1 plan in order\n' });
  expect(await readdir(cwd)).toEqual(['content', 'dist']);
  await expectWhole(cwd);
}, 240_000);

/** All of a site is there, and nothing of former or half ones. */
async function expectWhole(cwd: string): Promise<void> {
  const made = await readdir(join(cwd, 'dist'), { recursive: true });
  expect(made).toEqual(
    expect.arrayContaining(['index.html', 'plans/quillon-bay/index.html', 'pagefind/pagefind.js']),
  );
  expect(made.filter((name) => /former|half/.test(name))).toEqual([]);
}
