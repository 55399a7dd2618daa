import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { cloneOf, repositoryWith, TestRepository } from '../support/repository.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const plan = (customer: string, ...replacements: [string, string][]) =>
  changed('planned', ['Quillon Bay Research', customer], ...replacements);
const unpaired: [string, string] = ['test: {}', ''];
const at = (id: string) => `content/plans/${id}.yaml`;

/** A plan in order, and one with an error that has always been there. */
const begun = { [at('east')]: plan('East'), [at('west')]: plan('West', unpaired) };

const since = (cwd: string, revision: string, ...args: string[]) =>
  waypost(['lint', '--since', revision, ...args], cwd);

async function findings(cwd: string, revision: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await since(cwd, revision, '--format', 'json', ...args);
  const report: { findings: { file: string; rule: string }[] } = JSON.parse(stdout);
  return report.findings.map(({ file, rule }) => `${file} ${rule}`);
}

describe('what is shown', () => {
  test('nothing where nothing has changed, but how much is not shown', async () => {
    const { folder } = await repositoryWith(begun);
    expect((await waypost(['lint'], folder)).status).toBe(1);
    expect(await since(folder, 'HEAD')).toEqual({
      status: 0,
      stdout:
        '0 plans of 2 changed since HEAD: in order\n' +
        'Not shown: 1 finding in plans that have not changed\n',
      stderr: '',
    });
  });

  test('a plan that has changed, staged or not', async () => {
    const there = await repositoryWith(begun);
    there.write({ [at('east')]: plan('East', unpaired) });
    const run = await since(there.folder, 'HEAD');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('content/plans/east.yaml:7:3  error  pair-incomplete');
    expect(run.stdout).not.toContain('west');
    expect(run.stdout).toContain(
      '1 plan of 2 changed since HEAD: 1 error, 0 warnings\n' +
        'Not shown: 1 finding in plans that have not changed\n',
    );
    there.git('add', '--all');
    expect(await findings(there.folder, 'HEAD')).toEqual([`${at('east')} pair-incomplete`]);
    there.commit('Lose an instance');
    expect(await findings(there.folder, 'HEAD')).toEqual([]);
    expect(await findings(there.folder, 'HEAD~1')).toEqual([`${at('east')} pair-incomplete`]);
  });

  test('a plan that git has never seen, that it ignores, and that it knows by another name', async () => {
    const there = await repositoryWith({ ...begun, '.gitignore': 'ignored.yaml\n' });
    there.write({
      [at('new')]: plan('New', unpaired),
      [at('ignored')]: plan('Ignored', unpaired),
    });
    there.git('mv', at('west'), at('moved'));
    expect(await findings(there.folder, 'HEAD')).toEqual(
      ['ignored', 'moved', 'new'].map((id) => `${at(id)} pair-incomplete`),
    );
  });

  test('in a plan that has not changed, what leads to one that has', async () => {
    const there = await repositoryWith(begun);
    there.write({ [at('a-new')]: plan('East') });
    expect(await findings(there.folder, 'HEAD')).toEqual([`${at('east')} duplicate-customer`]);
  });

  test('in a plan that has not changed, what has come from the loss of another', async () => {
    const north = `---\n${plan('North', unpaired)}---\n\nAs in [the other](/plans/east/).\n`;
    const there = await repositoryWith({ ...begun, 'content/plans/north.mdx': north });
    there.write({ [at('east')]: '' });
    expect(await findings(there.folder, 'HEAD')).toEqual([
      'content/plans/north.mdx prose-broken-link',
    ]);
  });

  test('in a plan that has not changed, what has come from a file beside it', async () => {
    const report = 'content/plans/reports/pre-prod.pdf';
    const filed = plan(
      'East',
      ['statusDate: 2026-03-01', 'statusDate: 2026-05-09'],
      ['{ date: 2026-05-08 }', '{ date: 2026-05-08, file: reports/pre-prod.pdf }'],
    );
    const there = await repositoryWith({ ...begun, [at('east')]: filed, [report]: '%PDF-1.7' });
    expect(await findings(there.folder, 'HEAD')).toEqual([]);
    there.write({ [report]: 'No PDF any more' });
    expect(await findings(there.folder, 'HEAD')).toEqual([
      `${at('east')} configuration-report-file`,
    ]);
  });

  test('everything where the configuration has changed, has come or has gone', async () => {
    const configuration = 'rules:\n  go-live-gap: off\n';
    const there = await repositoryWith(begun);
    const all = [`${at('west')} pair-incomplete`];
    there.write({ 'waypost.config.yaml': configuration });
    expect(await findings(there.folder, 'HEAD')).toEqual(all);
    const { stderr } = await since(there.folder, 'HEAD');
    expect(stderr).toBe('waypost.config.yaml has changed since HEAD, so all findings are shown\n');
    there.commit('Set a rule');
    expect(await findings(there.folder, 'HEAD')).toEqual([]);
    there.write({ 'waypost.config.yaml': `${configuration}  iq-late: off\n` });
    expect(await findings(there.folder, 'HEAD')).toEqual(all);
    there.write({ 'waypost.config.yaml': '' });
    expect(await findings(there.folder, 'HEAD')).toEqual(all);
    expect(await findings(there.folder, 'HEAD~1')).toEqual([]);
  });

  test('what a branch has brought, not what has come to the other one meanwhile', async () => {
    const there = await repositoryWith({ ...begun, [at('south')]: plan('South') });
    there.git('switch', '--quiet', '--create', 'topic');
    there.commit('On topic', { [at('south')]: plan('South', unpaired) });
    there.git('switch', '--quiet', 'main');
    there.commit('On main', { [at('west')]: plan('West') });
    there.git('switch', '--quiet', 'topic');
    expect(await findings(there.folder, 'main')).toEqual([`${at('south')} pair-incomplete`]);
  });

  test('by paths as they are seen from a folder of the repository', async () => {
    const there = await repositoryWith({
      'sub/content/plans/east.yaml': plan('East'),
      'sub/content/plans/west.yaml': plan('West', unpaired),
    });
    const folder = join(there.folder, 'sub');
    expect(await findings(folder, 'HEAD')).toEqual([]);
    there.write({ 'sub/content/plans/east.yaml': plan('East', unpaired) });
    expect(await findings(folder, 'HEAD', 'content')).toEqual([`${at('east')} pair-incomplete`]);
    expect(await findings(folder, 'HEAD', at('west'))).toEqual([]);
  });

  test('in all formats that can say so, how far the report goes', async () => {
    const { folder } = await repositoryWith(begun);
    const { stdout } = await since(folder, 'main', '--format', 'json');
    expect(JSON.parse(stdout).since).toEqual({ revision: 'main', changed: 0, unshown: 1 });
    const page = join(await folderWith({}), 'summary.md');
    await waypost(['lint', '--since', 'main', '--format', 'github'], folder, {
      GITHUB_STEP_SUMMARY: page,
    });
    expect(readFileSync(page, 'utf8')).toContain(
      'Plans that have changed since main: 0. Findings in other plans, which are not shown: 1.',
    );
  });
});

describe('2, with what to do', () => {
  test('where there is no such revision', async () => {
    const { folder } = await repositoryWith(begun);
    const run = await since(folder, 'mian');
    expect(run).toEqual({
      status: 2,
      stdout: '',
      stderr: 'There is no revision mian. Did you mean main?\n',
    });
    expect((await since(folder, '--output=x')).status).toBe(2);
    expect((await since(folder, '')).status).toBe(2);
  });

  test('where the history is not there', async () => {
    const there = await repositoryWith(begun);
    there.commit('Second', { [at('east')]: plan('East', unpaired) });
    const shallow = await cloneOf(there, '--depth', '1');
    const { status, stdout, stderr } = await since(shallow.folder, 'HEAD~1');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/shallow.*fetch-depth: 0/s);
  });

  test('where two branches are there, but not the commit they have come from', async () => {
    const there = await repositoryWith(begun);
    there.git('switch', '--quiet', '--create', 'topic');
    there.commit('On topic');
    there.git('switch', '--quiet', 'main');
    there.commit('On main');
    const shallow = await cloneOf(there, '--depth', '1', '--no-single-branch');
    const { status, stderr } = await since(shallow.folder, 'origin/topic');
    expect(status).toBe(2);
    expect(stderr).toMatch(/no merge base.*shallow.*fetch-depth: 0/s);
  });

  test('where there is no repository, and where it has no commit', async () => {
    const folder = await folderWith(begun);
    const outside = await since(folder, 'HEAD');
    expect(outside.status).toBe(2);
    expect(outside.stderr).toMatch(/is not in a git repository\.\n.*Without `--since`/);
    new TestRepository(folder).git('init', '--quiet');
    expect(await since(folder, 'HEAD')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'This repository has no commit yet\n',
    });
  });

  test('where a variable that should hold the revision is not set', async () => {
    const { folder } = await repositoryWith(begun);
    const { status, stderr } = await since(folder, '');
    expect(status).toBe(2);
    expect(stderr).toContain('perhaps a variable is not set');
  });

  test('where plans are outside of the repository', async () => {
    const { folder } = await repositoryWith(begun);
    const elsewhere = await folderWith({ 'south.yaml': plan('South') });
    const { status, stderr } = await since(folder, 'HEAD', elsewhere);
    expect(status).toBe(2);
    expect(stderr).toContain('is outside of the repository');
  });
});

describe('a plan behind a link', () => {
  const kept = (name: string) => `kept/${name}.yaml`;

  /** Linked by itself, and in a folder that is linked. */
  async function linked() {
    const there = await repositoryWith({
      ...begun,
      [kept('far')]: plan('Far', unpaired),
      'north/a.yaml': plan('North', unpaired),
    });
    symlinkSync('../../kept/far.yaml', join(there.folder, at('far')));
    symlinkSync('../../north', join(there.folder, 'content/plans/north'));
    there.commit('Link plans');
    return there;
  }

  test('has changed where what it leads to has', async () => {
    const there = await linked();
    expect(await findings(there.folder, 'HEAD')).toEqual([]);
    there.write({ [kept('far')]: plan('Far', unpaired, ['Far', 'Further']) });
    expect(await findings(there.folder, 'HEAD')).toEqual([`${at('far')} pair-incomplete`]);
    there.write({ 'north/a.yaml': plan('Northern', unpaired) });
    expect(await findings(there.folder, 'HEAD')).toContain(
      'content/plans/north/a.yaml pair-incomplete',
    );
  });

  test('has changed where it leads elsewhere', async () => {
    const there = await linked();
    there.commit('Keep another', { [kept('other')]: plan('Far', unpaired) });
    rmSync(join(there.folder, at('far')));
    symlinkSync('../../kept/other.yaml', join(there.folder, at('far')));
    expect(await findings(there.folder, 'HEAD')).toEqual([`${at('far')} pair-incomplete`]);
  });
});

test('the name of a revision cannot smuggle control characters into the terminal', async () => {
  const { folder } = await repositoryWith(begun);
  const { stderr } = await since(folder, 'x\u001b[31m');
  expect(stderr).toContain('x\\u{1b}[31m');
  expect(stderr).not.toContain('\u001b');
});
