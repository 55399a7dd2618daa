import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Repository } from '../../src/git/repository.ts';
import { cloneOf, repositoryWith, TestRepository } from '../support/repository.ts';
import { folderWith } from '../support/waypost.ts';

const files = { 'plans/a.yaml': 'customer: A\n' };

test('a revision is a branch, a tag, a commit or what git says it is', async () => {
  const there = await repositoryWith(files);
  const first = there.git('rev-parse', 'HEAD');
  there.git('tag', '--annotate', '-m', 'One', 'v1');
  const second = there.commit('Second', { 'plans/a.yaml': 'customer: B\n' });
  const repository = await Repository.at(there.folder);
  expect(await repository.commit('main')).toBe(second);
  expect(await repository.commit('v1')).toBe(first);
  expect(await repository.commit('HEAD~1')).toBe(first);
  expect(await repository.commit(first.slice(0, 12))).toBe(first);
});

test('a revision may be a text that a message has', async () => {
  const there = await repositoryWith(files);
  const second = there.commit('Second thoughts');
  there.commit('Third');
  const repository = await Repository.at(there.folder);
  expect(await repository.commit(':/thoughts')).toBe(second);
  expect(await repository.commit('HEAD^{/thoughts}')).toBe(second);
  await expect(repository.commit(':/plans')).rejects.toMatchObject({
    message:
      'There is no commit whose message has plans, which is what git takes :/plans for. A path of this name stands behind `--`',
  });
});

test('a revision that is no commit', async () => {
  const repository = await Repository.at((await repositoryWith(files)).folder);
  await expect(repository.commit('main:plans')).rejects.toMatchObject({
    message:
      'main:plans names something in git that is no commit. A path stands behind the revision: `main -- content/plans`',
  });
  await expect(repository.commit('')).rejects.toThrow('perhaps a variable is not set');
});

test('a revision that is none is never an option', async () => {
  const there = await repositoryWith(files);
  const repository = await Repository.at(there.folder);
  for (const revision of [
    '',
    '--all',
    '--output=x',
    '-h',
    'a\0b',
    'main..HEAD',
    '^main',
    'main:plans',
  ]) {
    expect(await repository.commitOrNone(revision)).toBe(undefined);
  }
});

test('an unknown revision, with the branch that may be meant', async () => {
  const there = await repositoryWith(files);
  const repository = await Repository.at(there.folder);
  await expect(repository.commit('mian')).rejects.toMatchObject({
    reason: 'unknown-revision',
    message: 'There is no revision mian. Did you mean main?',
  });
  await expect(repository.commit('release/2026-09\u001b[31m')).rejects.toMatchObject({
    message:
      'There is no revision release/2026-09\\u{1b}[31m. A branch of a remote must be fetched before it is known here.',
  });
});

test('a shallow clone says that it is one', async () => {
  const there = await repositoryWith(files);
  there.commit('Second');
  const shallow = await cloneOf(there, '--depth', '1');
  const repository = await Repository.at(shallow.folder);
  expect(await repository.isShallow()).toBe(true);
  await expect(repository.commit('HEAD~1')).rejects.toMatchObject({
    message: expect.stringMatching(/shallow.*fetch-depth: 0/s),
  });
});

test('a repository without a commit', async () => {
  const folder = await folderWith({});
  new TestRepository(folder).git('init', '--quiet');
  const repository = await Repository.at(folder);
  await expect(repository.commit('HEAD')).rejects.toMatchObject({ reason: 'no-commit' });
});

test('the merge base of two branches, and none', async () => {
  const there = await repositoryWith(files);
  const base = there.git('rev-parse', 'HEAD');
  there.git('switch', '--quiet', '--create', 'topic');
  const topic = there.commit('On topic');
  there.git('switch', '--quiet', 'main');
  const main = there.commit('On main');
  there.git('switch', '--quiet', '--orphan', 'other');
  const other = there.commit('Of nobody');
  const repository = await Repository.at(there.folder);
  expect(await repository.mergeBase(topic, main)).toBe(base);
  await expect(repository.mergeBase(other, main)).rejects.toMatchObject({
    reason: 'no-merge-base',
    message: 'The two revisions have no merge base here: they share no history',
  });
});

test('paths are those of the repository, from wherever one stands', async () => {
  const there = await repositoryWith({ 'sub/plans/a.yaml': 'customer: A\n' });
  const repository = await Repository.at(join(there.folder, 'sub'));
  expect(repository.prefix).toBe('sub/');
  expect(repository.inTree('plans/')).toBe('sub/plans');
  expect(repository.inTree('.')).toBe('sub');
  expect(repository.inTree('..')).toBe('');
  expect(repository.inTree(join(there.folder, 'sub/plans'))).toBe('sub/plans');
  expect(repository.shown('sub/plans/a.yaml')).toBe('plans/a.yaml');
  expect(repository.shown('other/a.yaml')).toBe('../other/a.yaml');
  expect(() => repository.inTree('../../elsewhere')).toThrow('outside of the repository');
});

test('a folder without a repository, and a machine without git', async () => {
  const folder = await folderWith({});
  await expect(Repository.at(folder)).rejects.toMatchObject({ reason: 'no-repository' });
  vi.stubEnv('PATH', folder);
  await expect(Repository.at(folder)).rejects.toMatchObject({ reason: 'no-git' });
  vi.unstubAllEnvs();
});
