import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlansAt } from '../../src/git/plans-at.ts';
import { Repository } from '../../src/git/repository.ts';
import { readPlans } from '../../src/source/discover.ts';
import type { PlanFile } from '../../src/source/plan-file.ts';
import { cloneOf, type Files, repositoryWith, type TestRepository } from '../support/repository.ts';

const folder = 'content/plans';

/** A repository with files and links, all of which are in its last commit. */
async function linked(files: Files, links: Readonly<Record<string, string>>) {
  const there = await repositoryWith(files);
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(there.folder, path)), { recursive: true });
    symlinkSync(target.replace('<here>', there.folder), join(there.folder, path));
  }
  there.commit('Link');
  return there;
}

async function readBoth(there: TestRepository, path = folder, below = '') {
  const cwd = join(there.folder, below);
  const repository = await Repository.at(cwd);
  const inGit = await readPlansAt(repository, await repository.commit('HEAD'), [path]);
  const onDisk = await readPlans([path], cwd);
  return {
    inGit: { files: inGit.files.map(said), failures: inGit.failures },
    onDisk: {
      files: onDisk.files.map(said),
      failures: onDisk.unreadable.map(({ message }) => message),
    },
    files: inGit.files,
  };
}

const said = ({ file, text }: PlanFile) => `${file} ${text.trim()}`;
const a = { 'real/a.yaml': 'customer: A\n' };

const followed: [string, Files, Record<string, string>, string[]][] = [
  [
    'a plan',
    a,
    { 'content/plans/b.yaml': '../../real/a.yaml' },
    ['content/plans/b.yaml customer: A'],
  ],
  ['a folder of plans', a, { 'content/plans': '../real' }, ['content/plans/a.yaml customer: A']],
  [
    'a folder above',
    { 'real/plans/a.yaml': 'customer: A\n' },
    { content: 'real' },
    ['content/plans/a.yaml customer: A'],
  ],
  [
    'a folder in the folder',
    a,
    { 'content/plans/north': '../../real' },
    ['content/plans/north/a.yaml customer: A'],
  ],
  [
    'a chain of links',
    a,
    {
      'content/plans/b.yaml': '../../one',
      one: './/two/../real/../three',
      three: 'real/a.yaml',
      two: 'real',
    },
    ['content/plans/b.yaml customer: A'],
  ],
  [
    'a link that names the whole path',
    a,
    { 'content/plans/b.yaml': '<here>/real/a.yaml' },
    ['content/plans/b.yaml customer: A'],
  ],
  [
    'a link that leaves the repository and comes back',
    a,
    { 'content/plans': '../../../../../../../../../..<here>/real' },
    ['content/plans/a.yaml customer: A'],
  ],
  [
    'a folder that is there twice is read once',
    { 'content/plans/real/a.yaml': 'customer: A\n' },
    { 'content/plans/again': 'real', 'content/plans/real/back': '..' },
    ['content/plans/again/a.yaml customer: A'],
  ],
  [
    'what is no plan',
    { ...a, 'content/plans/a.yaml': 'customer: B\n' },
    { 'content/plans/note.txt': '../../real/a.yaml' },
    ['content/plans/a.yaml customer: B'],
  ],
];

test.each(followed)('%s: links are followed as on disk', async (_, files, links, expected) => {
  const { inGit, onDisk } = await readBoth(await linked(files, links));
  expect(inGit).toEqual(onDisk);
  expect(inGit).toEqual({ files: expected, failures: [] });
});

const outOfIt = 'this link leads out of the folder; name what it leads to, if that is meant';

const refused: [string, Record<string, string>, string][] = [
  ['out of the repository', { 'content/plans/b.yaml': '/etc/hostname' }, outOfIt],
  ['to a folder out of the repository', { 'content/plans/b.yaml': '../../..' }, outOfIt],
  ['into a hidden folder', { 'content/plans/b.yaml': '../../.hidden/a.yaml' }, outOfIt],
  ['nowhere', { 'content/plans/b.yaml': 'nowhere.yaml' }, 'there is no such file or folder'],
  ['in a circle', { 'content/plans/b.yaml': 'b.yaml' }, 'its links lead in a circle'],
];

test.each(refused)('links that lead %s are told of as on disk', async (_, links, reason) => {
  const there = await linked(
    { ...a, '.hidden/a.yaml': 'customer: A\n', 'content/plans/c.yaml': 'customer: C\n' },
    links,
  );
  const { inGit, onDisk } = await readBoth(there);
  expect(inGit).toEqual(onDisk);
  expect(inGit).toEqual({
    files: ['content/plans/c.yaml customer: C'],
    failures: [`Cannot read content/plans/b.yaml: ${reason}`],
  });
});

test('links are followed from a folder within the repository, out of which they may not lead', async () => {
  const there = await linked(
    { ...a, 'sub/kept/a.yaml': 'customer: A\n' },
    {
      'sub/content/plans/a.yaml': '../../kept/a.yaml',
      'sub/content/plans/b.yaml': '../../../real/a.yaml',
    },
  );
  const { inGit, onDisk } = await readBoth(there, folder, 'sub');
  expect(inGit).toEqual(onDisk);
  expect(inGit).toEqual({
    files: ['content/plans/a.yaml customer: A'],
    failures: [`Cannot read content/plans/b.yaml: ${outOfIt}`],
  });
});

test('of a link that was named and leads out of the repository, git knows nothing', async () => {
  const there = await linked(a, { linked: '..', 'linked.yaml': '/etc/hostname' });
  for (const name of ['linked', 'linked.yaml']) {
    const { inGit } = await readBoth(there, name);
    expect(inGit).toEqual({
      files: [],
      failures: [
        `Cannot read ${name}: it leads out of the repository, and git knows nothing of what is there`,
      ],
    });
  }
});

test('a link that was named and leads nowhere is no plan', async () => {
  const there = await linked(a, { 'b.yaml': 'nowhere', 'c.yaml': 'c.yaml' });
  const repository = await Repository.at(there.folder);
  const { absent } = await readPlansAt(repository, await repository.commit('HEAD'), [
    'b.yaml',
    'c.yaml',
  ]);
  expect(absent).toEqual(['b.yaml', 'c.yaml']);
});

test('the plans of a submodule are told of', async () => {
  const other = await repositoryWith(a);
  const there = await repositoryWith(a);
  there.git(
    '-c',
    'protocol.file.allow=always',
    'submodule',
    '--quiet',
    'add',
    other.folder,
    'content/plans/north',
  );
  there.commit('Add a submodule');
  expect((await readBoth(there)).inGit).toEqual({
    files: [],
    failures: [
      'Cannot read content/plans/north: it is a submodule, whose files are in another repository',
    ],
  });
});

test('the files beside a plan that is linked, are those on disk', async () => {
  const pdf = '%PDF-1.7\n';
  const there = await linked(
    { ...a, 'real/a.pdf': pdf, 'content/plans/own.pdf': pdf, 'far.pdf': pdf },
    {
      'content/plans/b.yaml': '../../real/a.yaml',
      'content/plans/again.pdf': 'own.pdf',
      'content/plans/far.pdf': '../../far.pdf',
      'content/plans/north': '../../real',
    },
  );
  const { files } = await readBoth(there);
  const onDisk = (await readPlans([folder], there.folder)).files;
  const paths = ['a.pdf', 'own.pdf', 'again.pdf', 'far.pdf', 'north', 'north/a.pdf', 'a.yaml'];
  const inspected = (plans: readonly PlanFile[]) =>
    plans.map(({ attachments }) => paths.map((path) => attachments?.inspect(path)));
  expect(inspected(files)).toEqual(inspected(onDisk));
  expect(inspected(files)).toEqual([
    ['absent', 'pdf', 'pdf', 'outside', 'outside', 'outside', 'absent'],
    ['pdf', 'absent', 'absent', 'absent', 'absent', 'absent', 'not-a-pdf'],
  ]);
});

test('names that are no UTF-8 are told of, and no plan is taken for another', async () => {
  const there = await repositoryWith(a);
  const blob = there.git('rev-parse', 'HEAD:real/a.yaml');
  const names = ['caf\\351.yaml', 'caf\\350.yaml', 'note\\351.txt', 'good.yaml'];
  const entries = names.map((name) => `100644 ${blob} 0\t"content/plans/${name}"\n`).join('');
  there.git('read-tree', '--empty');
  there.gitWith(entries, 'update-index', '--add', '--index-info');
  there.git('commit', '--quiet', '-m', 'Names');
  const repository = await Repository.at(there.folder);
  const { files, failures } = await readPlansAt(repository, await repository.commit('HEAD'), [
    folder,
  ]);
  expect(files.map(said)).toEqual(['content/plans/good.yaml customer: A']);
  expect(failures).toEqual([
    'Cannot read content/plans/caf\u{fffd}.yaml: its name is not UTF-8, so it cannot be told from others; rename it',
  ]);
});

test('what git has lost is never an empty plan', async () => {
  const there = await repositoryWith({ 'a.yaml': 'customer: A\n', 'a.pdf': '%PDF-1.7\n' });
  const lose = (path: string) => {
    const blob = there.git('rev-parse', `HEAD:${path}`);
    rmSync(join(there.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  };
  const repository = await Repository.at(there.folder);
  const read = async () => readPlansAt(repository, await repository.commit('HEAD'), ['a.yaml']);
  lose('a.pdf');
  const { files } = await read();
  expect(() => files[0]?.attachments?.inspect('a.pdf')).toThrow(/content of a\.pdf .*git fsck/);
  lose('a.yaml');
  await expect(read()).rejects.toThrow(/content of a\.yaml .*git fsck/);
});

test('what a partial clone cannot fetch is never an empty plan', async () => {
  const there = await repositoryWith({ 'a.yaml': 'customer: A\n' });
  there.git('config', 'uploadpack.allowFilter', 'true');
  there.commit('Second', { 'a.yaml': 'customer: B\n' });
  const partial = await cloneOf(there, '--filter=blob:none');
  partial.git('remote', 'set-url', 'origin', `file://${there.folder}/nowhere`);
  const repository = await Repository.at(partial.folder);
  await expect(
    readPlansAt(repository, await repository.commit('HEAD~1'), ['a.yaml']),
  ).rejects.toThrow(/could not fetch .* its remote must be in reach/);
});
