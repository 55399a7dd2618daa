import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { repositoryWith, type TestRepository } from '../support/repository.ts';
import { folderWith, type Run, run, waypost } from '../support/waypost.ts';
import { installed, linkInto, root, variables } from './support/installed.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Record<string, string>;
}

interface Job {
  readonly strategy?: { readonly matrix: { readonly shard: readonly string[] } };
  readonly steps: readonly Step[];
}

const parsed = <Shape>(file: string) => load(readFileSync(join(root, file), 'utf8')) as Shape;

const action = parsed<{ runs: { steps: Step[] } }>('action.yml').runs.steps;
const workflow = parsed<{ jobs: { plans: { steps: Step[] } } }>(
  'src/cli/templates/github-workflow.yml',
);
const gitlab = parsed<Record<string, { script: string[] }>>('src/cli/templates/gitlab-ci.yml');
const [hook] = parsed<{ entry: string; files: string }[]>('.pre-commit-hooks.yaml');
const steps = [...action, ...workflow.jobs.plans.steps];

const plan = 'content/plans/quillon-bay.yaml';
/** A name that git allows for a branch, and that a shell must never read as anything but a name. */
const base = 'm;$(touch$IFS"pwned")`touch$IFS"pwned"`';

/** A pull request that moves go-live and forgets the Test instance of a Sandbox. */
async function pullRequest(): Promise<TestRepository> {
  const repository = await repositoryWith({ [plan]: changed('planned') });
  repository.git('update-ref', `refs/remotes/origin/${base}`, 'HEAD');
  const [day, instance] = [
    ['goLive: 2026-07-20', 'goLive: 2026-07-21'],
    ['test: {}', ''],
  ] as const;
  repository.commit('Move go-live', { [plan]: changed('planned', day, instance) });
  await linkInto(repository.folder);
  return repository;
}

/** Runs lines as the services do: the first that fails ends them. */
function bash(lines: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', lines];
  return run('bash', args, cwd, { ...variables, ...env });
}

beforeAll(async () => void (await installed()), 600_000);

describe('the GitHub action', () => {
  const step = (name: string) => action.find((each) => each.name === name)?.run ?? '';

  /** A step of the action, run as in a pull request, with the files that GitHub gives it. */
  async function runStep(name: string, cwd: string, env: Record<string, string> = {}) {
    const files = await folderWith({ output: '', summary: '' });
    const result = await bash(step(name), cwd, {
      RUNNER_TEMP: files,
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(files, 'summary'),
      GITHUB_BASE_REF: base,
      ...env,
    });
    const read = (file: string) => readFileSync(join(files, file), 'utf8');
    return { ...result, files, output: read('output'), summary: read('summary') };
  }

  test('annotates, summarizes, and hands the findings to code scanning', async () => {
    const { folder } = await pullRequest();
    const done = await runStep('Check the plans', folder, { MAX_WARNINGS: '' });
    expect(done.status).toBe(1);
    expect(done.stdout).toMatch(/^::error .*file=content\/plans\/quillon-bay.yaml/m);
    expect(done.summary).toContain('Sandbox has no Test instance');
    expect(done.output).toBe(`sarif=${done.files}/waypost.sarif\n`);
    const sarif = JSON.parse(readFileSync(join(done.files, 'waypost.sarif'), 'utf8'));
    expect(sarif.runs[0].results.map((result: { ruleId: string }) => result.ruleId)).toContain(
      'pair-incomplete',
    );
  });

  test('fails on more warnings than allowed, and hands over nothing where nothing was checked', async () => {
    const { folder } = await repositoryWith({
      // More than three weeks after the promotion, and before VAL is destroyed.
      [plan]: changed('planned', ['goLive: 2026-07-20', 'goLive: 2026-07-30']),
    });
    await linkInto(folder);
    const check = (limit: string) => runStep('Check the plans', folder, { MAX_WARNINGS: limit });
    expect(await check('')).toMatchObject({
      status: 0,
      summary: expect.stringContaining('Warnings: 1.'),
    });
    expect(await check('1')).toMatchObject({ status: 0 });
    expect(await check('0')).toMatchObject({ status: 1 });
    await writeFile(join(folder, 'waypost.config.yaml'), 'rulez: {}\n');
    expect(await check('')).toMatchObject({ status: 2, output: '' });
  });

  test('tells what the pull request changes, whatever its base is called', async () => {
    const { folder } = await pullRequest();
    const done = await runStep('Tell what the pull request changes', folder);
    expect(done).toMatchObject({ status: 0 });
    const changes = readFileSync(join(done.files, 'waypost-changes.md'), 'utf8');
    expect(changes).toContain('Quillon Bay Research');
    expect(changes).toContain('2026-07-21');
    expect(done.summary).toBe(changes);
    expect(done.output).toBe(`file=${done.files}/waypost-changes.md\n`);
    expect(await readdir(folder)).not.toContain('pwned');
  });

  test('builds no site of plans with errors', async () => {
    const { folder } = await pullRequest();
    const { status, stderr } = await runStep('Build the site', folder);
    expect(status).toBe(1);
    expect(stderr).toContain('The site is not built');
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  test('no text of a repository gets into a shell, and each action is that of one commit', () => {
    expect(steps.filter((each) => each.run?.includes('${{'))).toEqual([]);
    const uses = steps.flatMap((each) => each.uses ?? []);
    const loose = uses.filter((name) => !/^\.\/|@[0-9a-f]{40}$/.test(name));
    expect(uses.length).toBeGreaterThan(3);
    expect(loose).toEqual([]);
  });
});

describe('the matrix of the README', () => {
  const block = /^```yaml\n(jobs:\n.*? matrix:.*?)^```$/ms.exec(
    readFileSync(join(root, 'README.md'), 'utf8'),
  );
  const { check, plans } = (load(block?.[1] ?? '') as { jobs: Record<string, Job> }).jobs;
  const command = (job: Job | undefined) => job?.steps.find(({ run }) => run?.includes('waypost'));

  test('says what one run would, and each of its actions is that of one commit', async () => {
    const { folder } = await pullRequest();
    for (const [index, shard] of (check?.strategy?.matrix.shard ?? []).entries()) {
      expect(Object.keys(command(check)?.env ?? {})).toEqual(['SHARD']);
      expect(await bash(command(check)?.run ?? '', folder, { SHARD: shard })).toMatchObject({
        status: index === 0 ? 1 : 0,
      });
      await mkdir(join(folder, `waypost-shards/shard-${index}`), { recursive: true });
      const handedOver = join(folder, `waypost-shards/shard-${index}/waypost-shard.json`);
      await rename(join(folder, 'waypost-shard.json'), handedOver);
    }
    const whole = await bash('npx --no waypost lint --format github', folder);
    expect(whole.status).toBe(1);
    expect(await bash(command(plans)?.run ?? '', folder)).toEqual(whole);
    const uses = [check, plans].flatMap((job) => job?.steps.flatMap((each) => each.uses ?? []));
    expect(uses.filter((name) => !/@[0-9a-f]{40}$/.test(name ?? ''))).toEqual([]);
  });
});

describe('the GitLab template', () => {
  const job = (name: string, cwd: string, env = {}): Promise<Run> =>
    bash(gitlab[name]?.script.join('\n') ?? '', cwd, env);

  test('reports the findings, and fails', async () => {
    const { folder } = await pullRequest();
    const { status, stdout } = await job('plans', folder);
    expect(status).toBe(1);
    expect(stdout).toContain('Sandbox has no Test instance');
    const report = JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'));
    expect(report[0].location.path).toBe(plan);
    expect(readFileSync(join(folder, 'waypost.xml'), 'utf8')).toContain('<testsuites');
  });

  test('tells what the merge request changes', async () => {
    const repository = await pullRequest();
    const commit = repository.git('rev-parse', 'HEAD~1');
    const { status, stdout } = await job('changes', repository.folder, {
      CI_MERGE_REQUEST_DIFF_BASE_SHA: commit,
    });
    expect(status).toBe(0);
    expect(stdout).toContain('2026-07-21');
    expect(readFileSync(join(repository.folder, 'waypost-changes.md'), 'utf8')).toBe(stdout);
  });
});

describe('the pre-commit hook', () => {
  test('checks all plans', async () => {
    const { folder } = await pullRequest();
    expect(await bash(hook?.entry ?? '', folder)).toMatchObject({ status: 1 });
    await writeFile(join(folder, plan), changed('planned'));
    expect(await bash(hook?.entry ?? '', folder)).toMatchObject({
      status: 0,
      stdout: '1 plan in order\n',
    });
  });

  test('is asked where a plan or the settings change, and nowhere else', () => {
    const asked = [plan, 'waypost.config.yaml', 'README.md', 'other/waypost.config.yaml'].filter(
      (file) => new RegExp(hook?.files ?? '^$').test(file),
    );
    expect(asked).toEqual([plan, 'waypost.config.yaml']);
  });

  test('is the same in a repository that `init` has begun', async () => {
    const cwd = await folderWith({});
    await waypost(['init', '--example'], cwd);
    const text = readFileSync(join(cwd, '.pre-commit-config.yaml'), 'utf8');
    expect(load(text)).toEqual({ repos: [{ repo: 'local', hooks: [hook] }] });
  });
});
