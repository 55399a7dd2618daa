import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ShardReport } from '../../schemas/reports/shard.ts';
import { version } from '../../src/version.ts';
import { changed } from '../support/plans.ts';
import { repositoryWith } from '../support/repository.ts';
import { folderWith, waypost } from '../support/waypost.ts';
import { waypostHere } from '../support/waypost-here.ts';

const at = (id: string) => `content/plans/${id}.yaml`;
const named = (customer: string, ...replacements: [string, string][]) =>
  changed('planned', ['Quillon Bay Research', customer], ...replacements);
const unpaired: [string, string] = ['test: {}', ''];
const late: [string, string] = ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }'];

/** Four plans: the first in order, then an error, a warning, and an error that leads to the first. */
const plans = {
  [at('east')]: named('East'),
  [at('north')]: named('North', unpaired),
  [at('south')]: named('South', late),
  [at('west')]: named('East'),
};

/** Lints each shard, its report as `reports/<number>.json`; gives the exit status of each. */
async function split(cwd: string, count: number, ...args: string[]) {
  await mkdir(join(cwd, 'reports'), { recursive: true });
  const status: (number | null)[] = [];
  for (let number = 1; number <= count; number++) {
    const format = ['--format', `json=reports/${number}.json`];
    const shard = ['lint', '--shard', `${number}/${count}`, ...format, ...args];
    status.push((await waypostHere(shard, cwd)).status);
  }
  return status;
}

async function folderInShards(count: number, files: Readonly<Record<string, string>> = plans) {
  const cwd = await folderWith(files);
  await split(cwd, count);
  return cwd;
}

const merge = (cwd: string, ...args: string[]) => waypostHere(['merge', ...args], cwd);

function reportIn(cwd: string, number: number): ShardReport {
  return JSON.parse(readFileSync(join(cwd, `reports/${number}.json`), 'utf8'));
}

/** Changes the report of a shard as no program of ours would. */
function rewrite(cwd: string, number: number, change: (report: ShardReport) => unknown): void {
  const report = reportIn(cwd, number);
  change(report);
  writeFileSync(join(cwd, `reports/${number}.json`), JSON.stringify(report));
}

describe('a shard', () => {
  test('checks its part of the plans in the light of all, and says so', async () => {
    const cwd = await folderWith(plans);
    const shard = (part: string, ...args: string[]) =>
      waypost(['lint', '--shard', part, ...args], cwd);
    const [first, second] = [await shard('1/2'), await shard('2/2')];
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('\nShard 1 of 2, 2 plans of 4: 0 errors, 1 warning\n');
    expect(second).toMatchObject({ status: 1, stderr: '' });
    expect(second.stdout).toContain('content/plans/west.yaml:1:11  error  duplicate-customer');
    expect(second.stdout).toContain('\nShard 2 of 2, 2 plans of 4: 2 errors, 0 warnings\n');
    expect((await shard('1/4')).stdout).toBe('Shard 1 of 4, 1 plan of 4: in order\n');
    expect((await shard('9/9')).stdout).toBe('Shard 9 of 9, 0 plans of 4: in order\n');
  });

  test('has its own part in every other report, and in the summary of a job', async () => {
    const cwd = await folderWith({ ...plans, summary: '' });
    const run = await waypost(['lint', '--shard', '2/2', '--format', 'github'], cwd, {
      GITHUB_STEP_SUMMARY: join(cwd, 'summary'),
    });
    expect(run.stdout).toMatch(/^::error .*north\.yaml/m);
    const page = readFileSync(join(cwd, 'summary'), 'utf8');
    expect(page).toContain('Plans: 2. Errors: 2.');
    expect(page).toContain('This is shard 2 of 2; there are 4 plans in all.');
  });

  test('deals plans with prose out first, so that no shard gets them all', async () => {
    const prose = `---\n${named('A')}---\n\nSome text.\n`;
    const names = ['a.mdx', 'b.yaml', 'c.mdx', 'd.yaml'];
    const files = names.map((name) => [
      `content/plans/${name}`,
      name.endsWith('.mdx') ? prose : named('A'),
    ]);
    const cwd = await folderInShards(2, Object.fromEntries(files));
    const parts = [1, 2].map((number) => Object.keys(reportIn(cwd, number).shard.plans));
    expect(parts).toEqual([
      ['content/plans/a.mdx', 'content/plans/b.yaml'],
      ['content/plans/c.mdx', 'content/plans/d.yaml'],
    ]);
  });

  test('is the same wherever its plans lie, and however they are named', async () => {
    const [here, there] = [await folderInShards(2), await folderWith(plans)];
    await split(there, 2, join(there, 'content/plans'));
    expect(reportIn(there, 2)).toEqual(reportIn(here, 2));
    expect(JSON.stringify(reportIn(there, 2))).not.toContain(there);
  });

  test.each(['0/3', '4/3', 'a/b', '1', '0/0', '1/0', '-1/2', '1/2/3', '1.5/2', ''])(
    '%j is refused',
    async (part) => {
      const cwd = await folderWith(plans);
      const { status, stdout, stderr } = await waypostHere(['lint', `--shard=${part}`], cwd);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(
        /^error: option '--shard <number\/count>' argument '.*' is invalid\. .*\d+\/\d+\.$/m,
      );
    },
  );

  test.each([
    [['--quiet'], 'give it there'],
    [['--max-warnings', '0'], 'give it to `waypost merge`'],
    [['--fix'], 'mend them in a run without `--shard`'],
    [['--fix-dry-run'], 'run it without `--shard`'],
    [['--sort-keys'], 'sort them in a run without `--shard`'],
    [['--watch'], 'leave `--shard` out'],
    [['--stdin', '--stdin-filename', at('east')], 'leave `--shard` out'],
    [['--print-config', 'east'], 'leave `--shard` out'],
  ])('refuses %j, and says what to do', async (args, advice) => {
    const cwd = await folderWith(plans);
    const { status, stdout, stderr } = await waypostHere(['lint', '--shard', '1/2', ...args], cwd);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^\`${args[0]}\` .*${advice}\n$`));
  });
});

describe('merge', () => {
  test('reports what one run would, and ends as it would', async () => {
    const cwd = await folderWith(plans);
    const whole = await waypost(['lint'], cwd);
    expect(await split(cwd, 3)).toEqual([1, 1, 0]);
    expect(whole.status).toBe(1);
    expect(await waypost(['merge', 'reports'], cwd)).toEqual(whole);
    const files = [3, 1, 2].map((number) => `reports/${number}.json`);
    expect(await merge(cwd, ...files)).toEqual(whole);
    expect(await merge(cwd, 'reports', ...files)).toEqual(whole);
  });

  test('takes a folder of folders, as services hand artifacts over', async () => {
    const cwd = await folderInShards(2);
    for (const number of [1, 2]) {
      await mkdir(join(cwd, `reports/shard-${number}`));
      await rename(
        join(cwd, `reports/${number}.json`),
        join(cwd, `reports/shard-${number}/waypost.json`),
      );
    }
    expect(await merge(cwd, 'reports')).toEqual(await waypostHere(['lint'], cwd));
  });

  test('counts and leaves out warnings for the whole', async () => {
    const second: [string, string] = ['goLive: 2026-07-20', 'goLive: 2026-07-30'];
    const files = [named('East', late), named('North', second), named('South')];
    const cwd = await folderInShards(
      3,
      Object.fromEntries(files.map((text, index) => [at(`plan-${index}`), text])),
    );
    const status = async (...args: string[]) => (await merge(cwd, 'reports', ...args)).status;
    expect(await status()).toBe(0);
    expect(await status('--max-warnings', '2')).toBe(0);
    expect(await status('--max-warnings', '1')).toBe(1);
    expect(await status('--quiet', '--max-warnings', '1')).toBe(1);
    expect((await merge(cwd, 'reports', '--quiet')).stdout).toBe('3 plans in order\n');
  });

  test('takes the paths and the configuration of the shards', async () => {
    const settings = 'rules: { iq-late: error }\n';
    const cwd = await folderWith({ ...plans, 'set/strict.yaml': settings });
    const args = [at('south'), at('west'), '--config', 'set/strict.yaml'];
    const whole = await waypostHere(['lint', ...args], cwd);
    expect(whole.stdout).toContain('2 plans: 1 error, 0 warnings\n');
    await split(cwd, 2, ...args);
    expect(await merge(cwd, 'reports')).toEqual(whole);
  });

  test('is 2 where there was something that could not be read, after all else is reported', async () => {
    const cwd = await folderWith(plans);
    const args = ['content/plans', 'nowhere'];
    const whole = await waypostHere(['lint', ...args], cwd);
    expect(await split(cwd, 2, ...args)).toEqual([2, 2]);
    expect(whole).toMatchObject({ status: 2, stdout: expect.stringContaining('pair-incomplete') });
    expect(await merge(cwd, 'reports')).toEqual(whole);
  });

  test('is 2 where only a shard could not read something', async () => {
    const cwd = await folderInShards(2);
    rewrite(cwd, 1, ({ shard }) => Object.assign(shard, { failed: true }));
    const { status, stdout } = await merge(cwd, 'reports');
    expect(status).toBe(2);
    expect(stdout).toContain('\nNo verdict: not everything could be read\n');
  });

  test('shows what has changed since a revision, in whichever shard that is', async () => {
    const there = await repositoryWith(plans);
    const cwd = there.folder;
    there.write({
      [at('a-new')]: named('South'),
      [at('east')]: `${named('East')}# Seen\n`,
      [at('north')]: named('North', unpaired, late),
    });
    const since = ['--since', 'HEAD'];
    const whole = await waypostHere(['lint', ...since], cwd);
    // Two of the four lead to plans that have changed, from plans that have not.
    expect(whole.stdout).toMatch(/^content\/plans\/south\.yaml.*duplicate-customer$/m);
    expect(whole.stdout).toContain('3 plans of 5 changed since HEAD: 3 errors, 1 warning\n');
    expect(whole.stdout).toContain('Not shown: 1 finding in plans that have not changed\n');
    await split(cwd, 4, ...since);
    expect(await merge(cwd, 'reports')).toEqual(whole);
    expect(await merge(cwd, 'reports', '--format', 'json')).toEqual(
      await waypostHere(['lint', ...since, '--format', 'json'], cwd),
    );
    const shard = await waypostHere(['lint', '--shard', '1/4', ...since], cwd);
    expect(shard.stdout).toContain('\nShard 1 of 4, 1 plan of 2 changed since HEAD: 1 error, ');

    there.write({ 'waypost.config.yaml': 'rules: { iq-late: error }\n' });
    await split(cwd, 2, ...since);
    for (const number of [3, 4]) rmSync(join(cwd, `reports/${number}.json`));
    const { stdout } = await waypostHere(['lint', ...since], cwd);
    expect(await merge(cwd, 'reports')).toMatchObject({ status: 1, stdout });
  });

  test('says that there is no plan, where there is none', async () => {
    const cwd = await folderWith({ 'content/plans/readme.txt': '' });
    const whole = await waypostHere(['lint'], cwd);
    await split(cwd, 2);
    expect(await merge(cwd, 'reports')).toEqual(whole);
    expect(whole).toMatchObject({ status: 2, stdout: 'No plan was checked\n' });
  });
});

describe('merge refuses, and says why and what to do,', () => {
  const run = (cwd: string) => merge(cwd, 'reports', '--output-file', 'merged.txt');

  async function refused(cwd: string, ...sentences: (string | RegExp)[]): Promise<void> {
    const { status, stdout, stderr } = await run(cwd);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    for (const sentence of sentences) expect(stderr).toMatch(sentence);
    expect(existsSync(join(cwd, 'merged.txt'))).toBe(false);
  }

  test('missing shards', async () => {
    const cwd = await folderInShards(7);
    rmSync(join(cwd, 'reports/3.json'));
    await refused(cwd, 'Shard 3 of 7 is missing: ', 'merge all 7.');
    rmSync(join(cwd, 'reports/7.json'));
    await refused(cwd, 'Shards 3 and 7 of 7 are missing: ');
    for (const number of [1, 4, 5, 6]) rmSync(join(cwd, `reports/${number}.json`));
    await refused(cwd, 'Shards 1, 3, 4, 5 and 2 more of 7 are missing: ');
    rewrite(cwd, 2, ({ shard }) => Object.assign(shard, { of: 4_000_000_000 }));
    await refused(cwd, 'Shards 1, 3, 4, 5 and 3999999995 more of 4000000000 are missing: ');
  });

  test('a shard that is there twice', async () => {
    const cwd = await folderInShards(2);
    await writeFile(join(cwd, 'reports/again.json'), JSON.stringify(reportIn(cwd, 2)));
    const names = 'reports/2.json and reports/again.json';
    await refused(cwd, `There are 2 reports of shard 2 of 2: ${names}. `, 'Leave all but one out.');
  });

  test('what is left of another split', async () => {
    const cwd = await folderInShards(3);
    await split(cwd, 2);
    await refused(
      cwd,
      /Shard 1 of 2 \(reports\/1\.json\) and Shard 3 of 3 \(reports\/3\.json\) do/,
    );
  });

  test('shards of another commit, be it in a plan or in the settings', async () => {
    const together = 'have not seen the same plans and settings';
    const cwd = await folderInShards(2);
    const before = reportIn(cwd, 1);
    const mixed = async (file: string, content: string) => {
      await writeFile(join(cwd, file), content);
      await split(cwd, 2);
      await writeFile(join(cwd, 'reports/1.json'), JSON.stringify(before));
    };
    await mixed(at('west'), named('West'));
    await refused(cwd, together, 'run all shards on the same commit.');
    await mixed(at('west'), named('East'));
    expect((await run(cwd)).status).toBe(1);
    rmSync(join(cwd, 'merged.txt'));
    await mixed('waypost.config.yaml', 'rules: { iq-late: off }\n');
    await refused(cwd, together);
  });

  test('shards that were given other paths, or another configuration', async () => {
    const cwd = await folderInShards(2);
    const first = reportIn(cwd, 1);
    await split(cwd, 2, 'content');
    await writeFile(join(cwd, 'reports/1.json'), JSON.stringify(first));
    await refused(cwd, 'were given other paths, or another configuration');
  });

  test('shards that are measured from two commits, or only some of them from any', async () => {
    const there = await repositoryWith(plans);
    const cwd = there.folder;
    await split(cwd, 2, '--since', 'main');
    const before = reportIn(cwd, 1);
    there.commit('Meanwhile');
    await split(cwd, 2, '--since', 'main');
    await writeFile(join(cwd, 'reports/1.json'), JSON.stringify(before));
    await refused(cwd, 'do not show what has changed since the same commit');
    await split(cwd, 2);
    await writeFile(join(cwd, 'reports/1.json'), JSON.stringify(before));
    await refused(cwd, 'do not show what has changed since the same commit');
  });

  test('plans that are not those which were checked', async () => {
    const cwd = await folderInShards(2);
    await writeFile(join(cwd, at('new')), named('New'));
    await refused(
      cwd,
      'not what the shards have checked: content/plans/new.yaml is new. ',
      'Merge where the same',
    );
    await rename(join(cwd, at('new')), join(cwd, at('west')));
    await refused(cwd, ': content/plans/west.yaml has changed. ');
    rmSync(join(cwd, at('west')));
    await refused(cwd, ': content/plans/west.yaml is missing. ');
    await writeFile(join(cwd, at('west')), plans[at('west')]?.replaceAll('\n', '\r\n') ?? '');
    await refused(cwd, ': content/plans/west.yaml has changed. ');
    await writeFile(join(cwd, at('west')), plans[at('west')] ?? '');
    await writeFile(join(cwd, 'waypost.config.yaml'), 'rules: { iq-late: off }\n');
    await refused(cwd, ': waypost.config.yaml has changed. ');
  });

  test('files beside plans that are not as rules have found them', async () => {
    const filed = named(
      'East',
      ['statusDate: 2026-03-01', 'statusDate: 2026-05-09'],
      ['{ date: 2026-05-08 }', '{ date: 2026-05-08, file: reports/pre-prod.pdf }'],
    );
    const pdf = 'content/plans/reports/pre-prod.pdf';
    const cwd = await folderInShards(2, { [at('east')]: filed, [pdf]: '%PDF-1.7' });
    expect(await merge(cwd, 'reports')).toEqual(await waypostHere(['lint'], cwd));
    await writeFile(join(cwd, pdf), 'version https://git-lfs.github.com/spec/v1\n');
    await refused(cwd, ': reports/pre-prod.pdf beside content/plans/east.yaml has changed. ');
  });

  test('what another version has made, whatever its shape', async () => {
    const cwd = await folderInShards(2);
    rewrite(cwd, 2, (report) => Object.assign(report.shard, { waypost: '9.0.0', parts: 2 }));
    await refused(cwd, `reports/2.json was made by Waypost 9.0.0, and this is ${version()}: `);
  });

  test('a report that was cut off, and one that is none', async () => {
    const cwd = await folderInShards(2);
    const file = join(cwd, 'reports/2.json');
    const whole = readFileSync(file, 'utf8');
    await writeFile(file, whole.slice(0, -20));
    await refused(
      cwd,
      'reports/2.json is no report of a shard: it is not JSON, or its end is missing.',
      '--shard 1/4',
    );
    await writeFile(file, '{"version": 2}');
    await refused(
      cwd,
      'reports/2.json is no report of a shard: there is something else at `version`.',
    );
    await writeFile(file, 'null');
    await refused(cwd, 'reports/2.json is no report of a shard: it holds something else.');
  });

  test('the report of a run that was not split', async () => {
    const cwd = await folderInShards(2);
    await waypostHere(['lint', '--format', 'json=reports/whole.json'], cwd);
    await refused(
      cwd,
      'reports/whole.json is no report of a shard: it was made without `--shard`.',
    );
  });

  test('a report that somebody has changed', async () => {
    const cwd = await folderInShards(2);
    const whole = reportIn(cwd, 2);
    const refusedWith = async (change: (report: ShardReport) => unknown, sentence: string) => {
      writeFileSync(join(cwd, 'reports/2.json'), JSON.stringify(whole));
      rewrite(cwd, 2, change);
      await refused(cwd, sentence);
    };
    const sentence = 'reports/2.json was changed after it was written: ';
    await refusedWith(({ findings }) => findings.pop(), sentence);
    await refusedWith((report) => Object.assign(report, { plans: 1 }), sentence);
    const third = ({ shard }: ShardReport) => Object.assign(shard, { number: 3 });
    await refusedWith(third, 'there is something else at `shard.number`');
    const speak = ({ findings: [first] }: ShardReport) =>
      Object.assign(first ?? {}, { message: 'In order\u001b[2J' });
    await refusedWith(speak, 'there is something else at `findings.0.message`');
    const advise = ({ findings: [first] }: ShardReport) =>
      Object.assign(first ?? {}, { help: 'Nothing\u001b[2J' });
    await refusedWith(advise, 'there is something else at `findings.0.help`');
    const mend = ({ shard }: ShardReport) =>
      Object.assign(shard, { fixes: [{ finding: 0, title: 'Nothing\u001b[2J', edits: [] }] });
    await refusedWith(mend, 'there is something else at `shard.fixes.0.title`');
  });

  test.skipIf(process.platform === 'win32')('a configuration out of a pipe', async () => {
    const cwd = await folderInShards(2);
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    for (const number of [1, 2]) {
      rewrite(cwd, number, ({ shard }) => Object.assign(shard, { config: 'pipe' }));
    }
    await refused(cwd, 'The configuration pipe, which the shards were given, is no file');
  });

  test('files and folders in which there is no report', async () => {
    const cwd = await folderWith({ ...plans, 'reports/readme.txt': '' });
    await refused(
      cwd,
      'There is no report in reports: no file in it ends in .json.',
      '--shard 1/4',
    );
    const { status, stderr } = await merge(cwd, 'no\u001bwhere.json');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'Cannot read the report no\\u{1b}where.json: there is no such file or folder\n',
    );
    expect((await merge(cwd)).status).toBe(2);
  });

  test('two reports in one place', async () => {
    const cwd = await folderInShards(1);
    const { status, stderr } = await merge(
      cwd,
      'reports',
      '--format',
      'json',
      '--format',
      'pretty',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('Two reports would be mixed in standard output');
  });
});
