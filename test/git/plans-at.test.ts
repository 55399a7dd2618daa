import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlansAt } from '../../src/git/plans-at.ts';
import { Repository } from '../../src/git/repository.ts';
import { readPlans } from '../../src/source/discover.ts';
import { type Files, repositoryWith } from '../support/repository.ts';

async function plansOf(files: Files, paths = ['content/plans'], below = '') {
  const there = await repositoryWith(files);
  const cwd = join(there.folder, below);
  const repository = await Repository.at(cwd);
  const inGit = await readPlansAt(repository, await repository.commit('HEAD'), paths);
  return { inGit, onDisk: await readPlans(paths, cwd), there, repository };
}

const said = (files: readonly { file: string; text: string; problems: readonly unknown[] }[]) =>
  files.map(({ file, text, problems }) => ({ file, text, problems }));

test('the same files are plans in a commit as in a folder', async () => {
  const { inGit, onDisk } = await plansOf({
    'content/plans/a.yaml': 'customer: A\n',
    'content/plans/b.mdx': '---\ncustomer: B\n---\n\nNotes.\n',
    'content/plans/c.yml': 'customer: C\n',
    'content/plans/readme.txt': 'none',
    'content/plans/.hidden/d.yaml': 'customer: D\n',
    'content/plans/node_modules/e.yaml': 'customer: E\n',
    'content/plans/north/f.yaml': 'customer: F\r\n',
    'content/plansandmore/g.yaml': 'customer: G\n',
    'content/plans/latin1.yaml': Buffer.from('customer: Gr\xf6\xdfe\n', 'latin1'),
    'content/plans/large.yaml': `# ${'x'.repeat(2 ** 20)}\n`,
    'content/plans/broken.yaml': 'customer: [\n',
  });
  expect(said(inGit.files)).toEqual(said(onDisk.files));
  expect(inGit.files).toHaveLength(7);
});

test('hostile names are names', async () => {
  const names = [
    '--output=x.yaml',
    ':(glob)*.yaml',
    ' blank .yaml',
    'new\nline.yaml',
    'tab\t.yaml',
    '"quoted".yaml',
    '$(touch pwned).yaml',
    '日本 ö.yaml',
    '-.yaml',
  ];
  const files = Object.fromEntries(names.map((name) => [`content/plans/${name}`, 'customer: A\n']));
  const { inGit, onDisk, repository } = await plansOf(files);
  expect(said(inGit.files)).toEqual(said(onDisk.files));
  expect(inGit.files).toHaveLength(names.length);
  const commit = await repository.commit('HEAD');
  for (const name of names) {
    const one = await readPlansAt(repository, commit, [`content/plans/${name}`]);
    expect(one.files.map(({ file }) => file)).toEqual([`content/plans/${name}`]);
  }
});

test('from a folder within the repository, and one file alone', async () => {
  const { inGit } = await plansOf({ 'sub/plans/a.yaml': 'customer: A\n' }, ['plans'], 'sub');
  expect(inGit.files.map(({ file }) => file)).toEqual(['plans/a.yaml']);
  const one = await plansOf({ 'a.yaml': 'customer: A\n', 'b.yaml': 'customer: B\n' }, [
    'a.yaml',
    'nowhere',
    'c.yaml',
  ]);
  expect(one.inGit.files.map(({ file }) => file)).toEqual(['a.yaml']);
  expect(one.inGit.absent).toEqual(['nowhere', 'c.yaml']);
});

test('the files beside a plan are those of its commit', async () => {
  const { inGit, onDisk } = await plansOf({
    'content/plans/a.yaml': 'customer: A\n',
    'content/plans/reports/a.pdf': `%PDF-1.7\n${'x'.repeat(200_000)}`,
    'content/plans/text.pdf': 'none',
    'content/plans/kept.pdf': '%PDF-1.4\n',
    'content/secret.pdf': '%PDF-1.4\n',
  });
  const paths = [
    'reports/a.pdf',
    './kept.pdf',
    'text.pdf',
    'none.pdf',
    'reports',
    '',
    '../secret.pdf',
  ];
  const inspected = (files: typeof inGit.files) =>
    paths.map((path) => files[0]?.attachments?.inspect(path));
  expect(inspected(inGit.files)).toEqual(inspected(onDisk.files));
  expect(inspected(inGit.files)).toEqual([
    'pdf',
    'pdf',
    'not-a-pdf',
    'absent',
    'not-a-file',
    'not-a-file',
    'outside',
  ]);
});

test('a file that Git LFS keeps is what it stands for', async () => {
  const { inGit } = await plansOf({
    'content/plans/a.yaml': 'customer: A\n',
    'content/plans/a.pdf': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
  });
  expect(inGit.files[0]?.attachments?.inspect('a.pdf')).toBe('pdf');
});
