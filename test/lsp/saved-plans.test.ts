import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SavedPlans } from '../../src/lsp/saved-plans.ts';
import { changed } from '../support/plans.ts';
import { folderWith } from '../support/waypost.ts';

const text = changed('planned');
const acme = 'content/plans/acme.yaml';
const boreal = 'content/plans/v1.2/boreal.yaml';

/** Both plans, read once, and what is told of whatever cannot be read. */
async function saved() {
  const root = await folderWith({ [acme]: text, [boreal]: text, 'elsewhere.yaml': text });
  const told: string[] = [];
  const plans = new SavedPlans(join(root), (message) => told.push(message));
  const files = () => [...plans.all().keys()];
  expect(files()).toEqual([acme, boreal]);
  return { root, told, plans, files, at: (path: string) => join(root, path) };
}

test('only what has changed is read again', async () => {
  const { plans, at } = await saved();
  const before = new Map(plans.all());
  await writeFile(at(acme), text.replace('Quillon', 'Acme'));
  plans.changed(at(acme));
  expect(plans.all().get(acme)?.text).toContain('Acme Bay');
  expect(plans.all().get(boreal)).toBe(before.get(boreal));
});

test('a folder that takes another place, and one that is gone', async () => {
  const { plans, files, at } = await saved();
  await rename(at('content/plans/v1.2'), at('content/plans/v2'));
  plans.changed(at('content/plans/v1.2'));
  plans.changed(at('content/plans/v2'));
  expect(files()).toEqual([acme, 'content/plans/v2/boreal.yaml']);
  await rm(at('content/plans'), { recursive: true });
  plans.changed(at('content/plans'));
  expect(files()).toEqual([]);
});

test('what the command line passes over', async () => {
  const { plans, files, at } = await saved();
  await mkdir(at('content/plans/.drafts'));
  await writeFile(at('content/plans/.drafts/c.yaml'), text);
  plans.changed(at('content/plans/.drafts/c.yaml'));
  expect(files()).toEqual([acme, boreal]);
});

describe.skipIf(process.platform === 'win32')('not read, but told of once', () => {
  test.each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'it is called like a plan, and'],
    ['a device', (path: string) => symlink('/dev/zero', path), 'this link leads out'],
    ['another place', (path: string) => symlink('/etc/hosts', path), 'this link leads out'],
    ['nothing', (path: string) => symlink('nothing.yaml', path), 'there is no such file'],
  ])('what has become %s', async (_, make, reason) => {
    const { plans, files, told, at } = await saved();
    await rm(at(acme));
    await make(at(acme));
    for (let event = 0; event < 2; event++) {
      plans.changed(at(acme));
      expect(files()).toEqual([boreal]);
    }
    expect(told).toEqual([expect.stringContaining(`Cannot read ${acme}: ${reason}`)]);
  });
});
