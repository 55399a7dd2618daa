import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameOf, readPortfolio } from '../../src/site/portfolio.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-portfolio-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string): Promise<void> {
  const path = join(folder, 'content/plans', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

test('customers stand in the order of their names', async () => {
  await write('b.yaml', 'customer: Unit 10\n');
  await write('a.yaml', 'customer: Unit 9\n');
  await write('c.yaml', 'customer: älpha\n');
  const { entries } = await readPortfolio(folder);
  expect(entries.map(nameOf)).toEqual(['älpha', 'Unit 9', 'Unit 10']);
});

test('a plan that cannot be read has a page with its findings and nothing else', async () => {
  await write('broken.yaml', 'customer: [\n');
  const { entries } = await readPortfolio(folder);
  expect(entries).toMatchObject([{ slug: 'broken', plan: undefined }]);
  expect(entries[0]?.findings.map(({ rule }) => rule)).toEqual(['yaml-syntax']);
});

test('each plan has its own findings', async () => {
  await write('good-name.yaml', 'customer: A\n');
  await write('other.yaml', 'customr: B\n');
  const { entries } = await readPortfolio(folder);
  for (const { file, findings } of entries) {
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map((finding) => finding.file))).toEqual(new Set([file.file]));
  }
});

test('every plan has an address of its own, however its file is named', async () => {
  await write('acme.yaml', 'customer: A\n');
  await write('acme.mdx', '---\ncustomer: B\n---\n');
  await write('deeper/acme.yaml', 'customer: C\n');
  await write('Acme & Söhne 100%.yaml', 'customer: D\n');
  await write('日本.yaml', 'customer: E\n');
  const { entries } = await readPortfolio(folder);
  const slugs = entries.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(5);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('a folder that is not there is said to be missing', async () => {
  const { entries, unreadable } = await readPortfolio(folder);
  expect(entries).toEqual([]);
  expect(unreadable).toHaveLength(1);
});
