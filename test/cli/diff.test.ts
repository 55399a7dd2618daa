import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { cloneOf, repositoryWith } from '../support/repository.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const file = 'content/plans/quillon-bay.yaml';
const sound = changed('planned');
const unpaired = changed('planned', ['test: {}', '']);
const renamedSite = sound.replace('customer: ', 'customer: New ');

const diff = (cwd: string, ...args: string[]) => waypost(['diff', ...args], cwd);

async function messages(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await diff(cwd, '--format', 'json', ...args);
  const { plans } = JSON.parse(stdout);
  return plans.flatMap(({ changes }: { changes: { message: string }[] }) =>
    changes.map(({ message }) => message),
  );
}

describe('what is compared', () => {
  test('the working tree with the last commit, files that git does not know included', async () => {
    const there = await repositoryWith({ [file]: sound });
    expect(await diff(there.folder)).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^1 plan, nothing changed from HEAD \([0-9a-f]{10}\) to the working tree\n$/,
      ),
      stderr: '',
    });
    there.write({ [file]: unpaired, 'content/plans/other.yaml': renamedSite });
    expect(await messages(there.folder)).toEqual([
      expect.stringMatching(/^The plan: added/),
      'New error `pair-incomplete`: Sandbox has no Test instance',
      'Sandbox Test: removed',
    ]);
  });

  test('the working tree with a revision, and two revisions', async () => {
    const there = await repositoryWith({ [file]: sound });
    there.commit('Lose an instance', { [file]: unpaired });
    there.write({ [file]: renamedSite });
    expect(await messages(there.folder, 'HEAD~1')).toEqual([expect.stringMatching(/^Customer: /)]);
    expect(await messages(there.folder, 'HEAD~1', 'main')).toContain('Sandbox Test: removed');
    expect(await messages(there.folder, 'main', 'HEAD~1')).toContain('Sandbox Test: added');
  });

  test('a branch with where it began, whatever has come to pass meanwhile', async () => {
    const there = await repositoryWith({ [file]: sound });
    there.git('switch', '--quiet', '--create', 'topic');
    there.commit('On topic', { 'content/plans/other.yaml': renamedSite });
    there.git('switch', '--quiet', 'main');
    there.commit('On main', { [file]: unpaired });
    const added = [expect.stringMatching(/^The plan: added/)];
    expect(await messages(there.folder, '--merge-base', 'main', 'topic')).toEqual(added);
    there.git('switch', '--quiet', 'topic');
    expect(await messages(there.folder, '--merge-base', 'main')).toEqual(added);
    expect(await messages(there.folder, 'main')).toHaveLength(3);
  });

  test('only some paths, behind dashes or where nobody could take them for revisions', async () => {
    const other = 'content/plans/other.yaml';
    const there = await repositoryWith({ [file]: sound, [other]: renamedSite, main: 'a file' });
    there.write({ [file]: unpaired, [other]: `${renamedSite}sites: [North]\n` });
    const site = ['Sites: added: `North`'];
    expect(await messages(there.folder, 'main', '--', other)).toEqual(site);
    expect(await messages(there.folder, '--', other)).toEqual(site);
    expect(await messages(there.folder, other)).toEqual(site);
    const { status, stderr } = await diff(there.folder, '--', 'main');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'There is no plan in main, neither in HEAD nor in the working tree\n',
    });
  });

  test('a plan under another name and in another folder', async () => {
    const there = await repositoryWith({ [file]: sound });
    there.git('mv', file, 'content/plans/quillon.yaml');
    expect(await messages(there.folder)).toEqual([
      'The plan: renamed from `quillon-bay` to `quillon`',
    ]);
    there.commit('Rename');
    mkdirSync(join(there.folder, 'content/plans/north'));
    there.git('mv', 'content/plans/quillon.yaml', 'content/plans/north/quillon.yaml');
    expect(await messages(there.folder)).toEqual([
      'The plan: moved from `content/plans/quillon.yaml` to `content/plans/north/quillon.yaml`',
    ]);
  });

  test('plans that are all gone, or all new', async () => {
    const there = await repositoryWith({ [file]: sound });
    rmSync(join(there.folder, 'content'), { recursive: true });
    expect(await messages(there.folder)).toEqual([expect.stringMatching(/^The plan: removed/)]);
    there.commit('Nothing left');
    there.write({ [file]: sound });
    expect(await messages(there.folder)).toEqual([expect.stringMatching(/^The plan: added/)]);
  });

  test('two files, without git', async () => {
    const cwd = await folderWith({ 'before.yaml': sound, 'after.yaml': unpaired });
    expect(await messages(cwd, 'before.yaml', 'after.yaml')).toEqual([
      'New error `pair-incomplete`: Sandbox has no Test instance',
      'Sandbox Test: removed',
    ]);
  });

  test('a PDF beside a plan is looked for in the commit that the plan is from', async () => {
    const dated = '- { date: 2026-05-08 }';
    const report = changed('live', [dated, '- { date: 2026-05-08, file: a.pdf }']);
    const pdf = 'content/plans/a.pdf';
    const there = await repositoryWith({ [file]: report, [pdf]: '%PDF-1.7\n' });
    there.write({ [file]: `${report}sites: [North]\n` });
    const site = 'Sites: added: `North`';
    expect(await messages(there.folder)).toEqual([site]);
    there.write({ [pdf]: '' });
    expect(await messages(there.folder)).toEqual([
      expect.stringMatching(/^New error `configuration-report-file`/),
      site,
    ]);
  });

  test('links within the repository are followed, in git as on disk', async () => {
    const there = await repositoryWith({ 'kept/a.yaml': sound });
    mkdirSync(join(there.folder, 'content'));
    symlinkSync('../kept', join(there.folder, 'content/plans'));
    there.commit('Link');
    expect(await messages(there.folder)).toEqual([]);
    there.commit('Lose an instance', { 'kept/a.yaml': unpaired });
    const lost = [
      'New error `pair-incomplete`: Sandbox has no Test instance',
      'Sandbox Test: removed',
    ];
    expect(await messages(there.folder, 'HEAD~1')).toEqual(lost);
    expect(await messages(there.folder, 'HEAD~1', 'HEAD')).toEqual(lost);
  });

  test('links out of the repository are told of, with the version that has them', async () => {
    const there = await repositoryWith({ [file]: sound });
    symlinkSync('/etc/hostname', join(there.folder, 'content/plans/b.yaml'));
    there.commit('Link');
    rmSync(join(there.folder, 'content/plans/b.yaml'));
    expect(await diff(there.folder)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('1 plan, nothing changed'),
      stderr:
        'In HEAD: Cannot read content/plans/b.yaml: this link leads out of the folder; name what it leads to, if that is meant\n',
    });
  });
});

describe('exit status', () => {
  test('0 whether something has changed or not, 1 only where one asks for it', async () => {
    const there = await repositoryWith({ [file]: sound });
    const status = async (...args: string[]) => (await diff(there.folder, ...args)).status;
    expect(await status('--exit-code')).toBe(0);
    there.write({ [file]: unpaired });
    expect(await status()).toBe(0);
    expect(await status('--exit-code')).toBe(1);
  });

  test('2 where there is no repository, with what to do', async () => {
    const cwd = await folderWith({ [file]: sound });
    const { status, stdout, stderr } = await diff(cwd);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/is not in a git repository\.\n.*before\.yaml after\.yaml/s);
  });

  test('2 on an unknown revision, with the one that may be meant', async () => {
    const there = await repositoryWith({ [file]: sound });
    expect(await diff(there.folder, 'mian')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'There is no revision mian. Did you mean main?\n',
    });
    expect((await diff(there.folder, '--', '--all')).status).toBe(2);
    expect((await diff(there.folder, 'main..HEAD')).status).toBe(2);
  });

  test('2 where a variable that should hold a revision or a path is not set', async () => {
    const there = await repositoryWith({ [file]: sound });
    for (const args of [[''], ['HEAD', ''], ['--', '']]) {
      const { status, stdout, stderr } = await diff(there.folder, ...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('perhaps a variable is not set');
    }
  });

  test('2 where git has lost what a plan said', async () => {
    const there = await repositoryWith({ [file]: sound });
    const blob = there.git('rev-parse', `HEAD:${file}`);
    there.commit('Lose an instance', { [file]: unpaired });
    rmSync(join(there.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const { status, stdout, stderr } = await diff(there.folder, 'HEAD~1');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`Git does not give the content of ${file}`);
    expect(stderr).toContain('`git fsck`');
  });

  test('2 where a shallow clone lacks the commit', async () => {
    const there = await repositoryWith({ [file]: sound });
    there.commit('Second', { [file]: unpaired });
    const shallow = await cloneOf(there, '--depth', '1');
    const { status, stderr } = await diff(shallow.folder, 'HEAD~1');
    expect(status).toBe(2);
    expect(stderr).toContain('fetch-depth: 0');
  });

  test('2 where a path is nowhere, and where the report cannot be written', async () => {
    const there = await repositoryWith({ [file]: sound });
    expect(await diff(there.folder, '--', 'nowhere')).toEqual({
      status: 2,
      stdout: 'No plan was compared\n',
      stderr: 'There is no plan in nowhere, neither in HEAD nor in the working tree\n',
    });
    expect((await diff(there.folder, '--output-file', 'content')).status).toBe(2);
    expect((await diff(there.folder, '--format', 'html')).status).toBe(2);
  });
});

describe('output', () => {
  test('json is one object with a version, the two sides, plans and a summary', async () => {
    const there = await repositoryWith({ [file]: sound });
    const commit = there.git('rev-parse', 'HEAD');
    there.write({ [file]: sound.replace('sourceDatabase:', 'x-own: 1\nsourceDatabase:') });
    const { stdout } = await diff(there.folder, '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      before: { name: 'HEAD', commit },
      after: { name: 'the working tree', commit: null },
      plans: [
        {
          id: 'quillon-bay',
          customer: 'Quillon Bay Research',
          status: 'changed',
          file,
          previousFile: file,
          changes: [
            {
              type: 'added',
              topic: 'content',
              weight: 'normal',
              message: '`x-own`: added: 1',
              path: 'x-own',
              before: null,
              after: 1,
            },
          ],
        },
      ],
      summary: { plans: 1, added: 0, removed: 0, renamed: 0, changed: 1, changes: 1, first: 0 },
    });
  });

  test('Markdown goes into a file, with what matters first', async () => {
    const there = await repositoryWith({ [file]: sound });
    there.write({ [file]: unpaired.replace('owner: customer', 'owner: iqvia') });
    const args = ['--format', 'markdown', '--output-file', 'comment.md'];
    expect(await diff(there.folder, ...args)).toEqual({ status: 0, stdout: '', stderr: '' });
    const text = readFileSync(join(there.folder, 'comment.md'), 'utf8');
    expect(text.indexOf('**To be looked at first**')).toBeGreaterThan(0);
    expect(text.indexOf('pair-incomplete')).toBeLessThan(text.indexOf('<details>'));
    expect(text).toContain('```mermaid\nflowchart LR\n');
  });

  test('a plan cannot smuggle control characters into the terminal', async () => {
    const there = await repositoryWith({ [file]: sound });
    there.write({ [file]: sound.replace(/customer: .*/, 'customer: "\\e[31mred\\u202E"') });
    const { stdout } = await diff(there.folder);
    expect(stdout).toContain('\\u{1b}[31mred\\u{202e}');
    expect(stdout).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
  });

  test('has color only where it is asked for', async () => {
    const there = await repositoryWith({ [file]: sound });
    there.write({ [file]: unpaired });
    expect((await diff(there.folder)).stdout).not.toContain('\u001b[');
    expect((await diff(there.folder, '--color')).stdout).toContain('\u001b[');
  });
});
