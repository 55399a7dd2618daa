import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeAbandonedDrafts } from '../../src/source/drafts.ts';
import { folderWith } from '../support/waypost.ts';

test('of drafts those of killed runs are removed, and nothing else is', async () => {
  const folder = await folderWith({ 'killed.draft': '', 'running.draft': '', 'whole.svg': '' });
  for (const name of ['killed.draft', 'whole.svg']) utimesSync(join(folder, name), 0, 0);
  removeAbandonedDrafts(folder);
  expect(readdirSync(folder)).toEqual(['running.draft', 'whole.svg']);
});

test('what cannot be removed, or is not there, is no failure', async () => {
  const folder = await folderWith({ 'folder.draft/file': '' });
  utimesSync(join(folder, 'folder.draft'), 0, 0);
  removeAbandonedDrafts(folder);
  removeAbandonedDrafts(join(folder, 'absent'));
  expect(readdirSync(folder)).toEqual(['folder.draft']);
});
