import { expect, test } from 'vitest';
import { ConfigurationError } from '../../src/lint/configuration.ts';
import { loadConfiguration } from '../../src/lint/configuration-file.ts';
import { folderWith } from '../support/waypost.ts';

const titled = (title: string) => `site: { title: ${title} }\n`;

test('a folder needs no configuration', async () => {
  const { site } = await loadConfiguration(await folderWith({}));
  expect(site).toEqual({});
});

test('a folder’s own configuration holds, unless another is named', async () => {
  const folder = await folderWith({
    'waypost.config.yaml': titled('Ours'),
    'set/other.yaml': titled('Other'),
  });
  expect((await loadConfiguration(folder)).site).toEqual({ title: 'Ours' });
  expect((await loadConfiguration(folder, 'set/other.yaml')).site).toEqual({ title: 'Other' });
});

test('one that is named must be there, though it be the folder’s own', async () => {
  const folder = await folderWith({});
  const load = loadConfiguration(folder, 'waypost.config.yaml');
  await expect(load).rejects.toThrow(ConfigurationError);
  await expect(load).rejects.toThrow(
    'Cannot read the configuration waypost.config.yaml: there is no such file or folder',
  );
});

test('what is wrong in it has its place, from where the command runs', async () => {
  const folder = await folderWith({ 'set/other.yaml': '- rules\n' });
  await expect(loadConfiguration(folder, 'set/other.yaml')).rejects.toThrow(
    /^set\/other\.yaml:1:1 A configuration is a map of keys\n/,
  );
});
