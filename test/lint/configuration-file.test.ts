import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

test('a link that leads nowhere is not passed over, nor is another name', async () => {
  const folder = await folderWith({ 'waypost.config.yml': titled('Ours') });
  await expect(loadConfiguration(folder)).rejects.toThrow(
    'The configuration is called waypost.config.yaml, and nobody reads waypost.config.yml: rename it',
  );
  await symlink('gone.yaml', join(folder, 'waypost.config.yaml'));
  await expect(loadConfiguration(folder)).rejects.toThrow(
    'Cannot read the configuration waypost.config.yaml: there is no such file or folder',
  );
});

test('what is wrong in it has its place, from where the command runs', async () => {
  const folder = await folderWith({ 'set/other.yaml': '- rules\n' });
  await expect(loadConfiguration(folder, 'set/other.yaml')).rejects.toThrow(
    /^set\/other\.yaml:1:1 A configuration is a map of keys\n/,
  );
});

test('in the place of a folder’s own configuration, only a file of its size is read', async () => {
  const comment = (bytes: number) => `#${'x'.repeat(bytes - 1)}`;
  const own = (content: string) => folderWith({ 'waypost.config.yaml': content });
  const mebibyte = 2 ** 20;
  await expect(loadConfiguration(await own(comment(mebibyte)))).resolves.toMatchObject({
    site: {},
  });
  await expect(loadConfiguration(await own(comment(mebibyte + 1)))).rejects.toThrow(
    'Cannot read the configuration waypost.config.yaml: it is larger than 1 MiB',
  );
  const folder = await folderWith({ 'waypost.config.yaml/inside.txt': '' });
  await expect(loadConfiguration(folder)).rejects.toThrow(
    'Cannot read the configuration waypost.config.yaml: it is no file',
  );
});

test('what is named may be anything that can be read, such as a pipe', async () => {
  const folder = await folderWith({});
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const [{ site }] = await Promise.all([
    loadConfiguration(folder, pipe),
    writeFile(pipe, titled('Piped')),
  ]);
  expect(site).toEqual({ title: 'Piped' });
});
