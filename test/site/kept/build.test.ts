import { createHash } from 'node:crypto';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Checkout, ownCheckout } from '../../support/own-checkout.ts';
import { changed } from '../../support/plans.ts';
import { repositoryWith } from '../../support/repository.ts';

const bay = 'content/plans/quillon-bay.yaml';
const ardmore = 'content/plans/ardmore.mdx';
const live = `---\n${changed('live')}---\n\nA <Date of="goLive" />.\n`;
const files = {
  [bay]: changed('planned'),
  [ardmore]: live.replace('Quillon Bay Research', 'Ardmore'),
};

type Site = Readonly<Record<string, string>>;

/** All that a build makes but the search, whose files Pagefind does not name alike each time. */
async function build({ waypost }: Checkout, cwd: string, ...args: string[]): Promise<Site> {
  const { status, stderr } = await waypost(['build', '--no-lint', ...args], cwd);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const dist = join(cwd, 'dist');
  const paths = (await filesIn(dist))
    .map((path) => path.slice(dist.length))
    .filter((path) => !path.startsWith('/pagefind/'));
  const hashes = paths.map(async (path) => {
    const content = await readFile(join(dist, path));
    return [path, createHash('sha256').update(content).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

function differing(a: Site, b: Site): string[] {
  return Object.keys({ ...a, ...b }).filter((path) => a[path] !== b[path]);
}

test('a site is the same, whether its pages were kept or are made anew', async () => {
  const checkout = await ownCheckout();
  const there = await repositoryWith(files);
  const first = await build(checkout, there.folder);
  expect(await build(checkout, there.folder)).toEqual(first);

  // What another plan says changes what the linter says of this one; commits show on its page.
  there.commit('Take the name of another', { [ardmore]: live });
  const second = await build(checkout, there.folder);
  expect(second).toEqual(await build(checkout, there.folder, '--no-cache'));
  const changedPages = differing(first, second).filter((path) => path.startsWith('/plans/'));
  expect(changedPages).toContain('/plans/quillon-bay/index.html');
  expect(changedPages).toContain('/plans/ardmore/index.html');
  expect(changedPages).not.toContain('/plans/quillon-bay.ics');

  // Nothing that is kept is whole any more, and the code is another.
  const kept = await filesIn(join(checkout.folder, 'node_modules/.cache/waypost'));
  expect(kept.filter((path) => path.includes('/pages/')).length).toBeGreaterThan(10);
  for (const path of kept) await truncate(path, 200);
  const page = join(checkout.folder, 'src/site/pages/plans/[plan].astro');
  await writeFile(page, (await readFile(page, 'utf8')).replace('What to do when:', 'To do:'));
  const third = await build(checkout, there.folder);
  expect(third).toEqual(await build(checkout, there.folder, '--no-cache'));
  expect(differing(second, third)).toContain('/plans/ardmore/index.html');
}, 600_000);
