import { expect, test } from 'vitest';
import { KeptPages } from '../../../src/site/kept/kept-pages.ts';
import { KeptTexts } from '../../../src/site/kept/kept-texts.ts';
import { folderWith } from '../../support/waypost.ts';

/** A build of pages by their addresses and keys; tells which were made, and what came out. */
async function build(
  folder: string,
  keys: Readonly<Record<string, string>>,
  code: (key: string) => string = (key) => `<p>${key}</p>`,
) {
  const pages = new KeptPages(new KeptTexts(folder, 'maker'));
  const made: string[] = [];
  const site: Record<string, string> = {};
  for (const [place, key] of Object.entries(keys)) {
    const kind = place.split('/')[1] ?? '';
    const make = async () => {
      made.push(place);
      return code(key);
    };
    site[place] = await pages.page({ place, kind, key }, make);
  }
  return { made, site };
}

const keys = { '/plans/a': '1', '/plans/b': '2', '/plans/c': '3', '/guides/a': '1' };

test('the first page of each kind is made in every build, the others once', async () => {
  const folder = await folderWith({});
  const first = await build(folder, keys);
  expect(first.made).toEqual(Object.keys(keys));
  const second = await build(folder, keys);
  expect(second).toEqual({ made: ['/plans/a', '/guides/a'], site: first.site });
});

test('a page is made again when anything it is made from has changed, and when it comes back', async () => {
  const folder = await folderWith({});
  await build(folder, keys);
  const changed = { ...keys, '/plans/b': '4' };
  expect((await build(folder, changed)).made).toEqual(['/plans/a', '/plans/b', '/guides/a']);
  const { made, site } = await build(folder, keys);
  expect(made).toEqual(['/plans/a', '/plans/b', '/guides/a']);
  expect(site['/plans/b']).toBe('<p>2</p>');
});

test('where the first page is not what it was, none of its kind is taken', async () => {
  const folder = await folderWith({});
  await build(folder, keys);
  const other = (key: string) => `<p class="new">${key}</p>`;
  const { made, site } = await build(folder, keys, other);
  expect(made).toEqual(Object.keys(keys));
  expect(site).toEqual(
    Object.fromEntries(Object.entries(keys).map(([at, key]) => [at, other(key)])),
  );
  expect(await build(folder, keys, other)).toEqual({ made: ['/plans/a', '/guides/a'], site });
});

test('a page that has no former one proves nothing of its kind', async () => {
  const folder = await folderWith({});
  await build(folder, keys);
  const other = (key: string) => `<p class="new">${key}</p>`;
  const { site } = await build(folder, { '/plans/0': '0', ...keys }, other);
  expect(site['/plans/b']).toBe('<p class="new">2</p>');
});

test('without a folder everything is made', async () => {
  const pages = new KeptPages(undefined);
  const page = { place: '/plans/a', kind: 'plans', key: '1' };
  expect(await pages.page(page, async () => 'one')).toBe('one');
  expect(await pages.page(page, async () => 'two')).toBe('two');
});
