import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writePlan } from '../../src/cli/write-plan.ts';
import { folderWith } from '../support/waypost.ts';

test('a plan that somebody has changed in the meantime is left alone', async () => {
  const folder = await folderWith({ 'plan.yaml': 'customer: A\n' });
  const file = join(folder, 'plan.yaml');
  await writeFile(file, 'customer: B\n');
  await expect(writePlan(file, 'customer: A\n', 'customer: C\n')).rejects.toThrow('meantime');
  expect(await readFile(file, 'utf8')).toBe('customer: B\n');
  expect(await readdir(folder)).toEqual(['plan.yaml']);
});

test('a plan that two links lead to is written once', async () => {
  const folder = await folderWith({ 'plan.yaml': 'customer: A\n' });
  const file = join(folder, 'plan.yaml');
  await writePlan(file, 'customer: A\n', 'customer: C\n');
  await writePlan(file, 'customer: A\n', 'customer: C\n');
  expect(await readFile(file, 'utf8')).toBe('customer: C\n');
  expect(await readdir(folder)).toEqual(['plan.yaml']);
});
