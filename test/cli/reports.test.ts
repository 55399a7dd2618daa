import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const unpaired = { 'content/plans/quillon-bay.yaml': changed('planned', ['test: {}', '']) };

test('several reports in one run, each where it was sent', async () => {
  const cwd = await folderWith(unpaired);
  const files = ['sarif=w.sarif', 'gitlab=w.json', 'junit=w=1.xml'];
  const args = ['pretty', ...files].flatMap((format) => ['--format', format]);
  const { status, stdout, stderr } = await waypost(['lint', ...args], cwd);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('Sandbox has no Test instance\n');
  const [sarif, gitlab, junit] = await Promise.all(
    ['w.sarif', 'w.json', 'w=1.xml'].map((file) => readFile(join(cwd, file), 'utf8')),
  );
  expect(JSON.parse(sarif ?? '').runs[0].results).toHaveLength(1);
  expect(JSON.parse(gitlab ?? '')).toHaveLength(1);
  expect(junit).toContain('<failure type="error" message="Sandbox has no Test instance">');
});

describe('2 and a sentence, and nothing is written', () => {
  test.each([
    [['--format', 'xml'], 'The formats are pretty, json, sarif, github, gitlab, junit.'],
    [['--format', 'sarif='], 'Name the file after the equals sign: sarif=FILE.'],
    [
      ['--format', 'json', '--format', 'pretty'],
      'Two reports would be mixed in standard output: name a file for each, as in --format sarif=FILE',
    ],
    [
      ['--format', 'json=a', '--format', 'sarif', '--output-file', 'a'],
      'Two reports would be mixed in a: name a file for each, as in --format sarif=FILE',
    ],
    [
      ['--format', 'json=a', '--format', 'sarif=./a'],
      'Two reports would be mixed in ./a: name a file for each, as in --format sarif=FILE',
    ],
  ])('%j', async (args, sentence) => {
    const cwd = await folderWith(unpaired);
    const { status, stdout, stderr } = await waypost(['lint', ...args], cwd);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });
});

test.each(['content/plans/quillon-bay.yaml', 'waypost.config.yaml', 'link.json'])(
  'a report does not take the place of a plan or of the configuration: %s',
  async (file) => {
    const cwd = await folderWith({ ...unpaired, 'waypost.config.yaml': '' });
    await symlink('content/plans/quillon-bay.yaml', join(cwd, 'link.json'));
    const before = await readFile(join(cwd, file), 'utf8');
    expect(await waypost(['lint', '--format', `json=${file}`], cwd)).toEqual({
      status: 2,
      stdout: '',
      stderr: `Cannot write the report to ${file}: there is a file that is called like a plan, and it would be lost; name one with another ending\n`,
    });
    expect(await readFile(join(cwd, file), 'utf8')).toBe(before);
  },
);

test('below the root of a repository, services get paths from its root', async () => {
  const root = await folderWith(
    Object.fromEntries(Object.entries(unpaired).map(([name, text]) => [`a b/${name}`, text])),
  );
  await mkdir(join(root, '.git'));
  const { stdout } = await waypost(['lint', '--format', 'gitlab'], join(root, 'a b'));
  expect(JSON.parse(stdout)[0].location.path).toBe('a b/content/plans/quillon-bay.yaml');
});

test('on GitHub, the findings are added to the summary of the job as text', async () => {
  const name = 'Quillon Bay | <b>Research</b> @team';
  const plan = changed('planned', ['test: {}', '']).replace('Quillon Bay Research', name);
  const text = plan.replace('statusDate', `goLeave: "| <b> @x"\nstatusDate`);
  const cwd = await folderWith({
    'content/plans/quillon-bay.yaml': text,
    'summary.md': 'Before\n',
  });
  const summary = join(cwd, 'summary.md');
  const run = await waypost(['lint', '--format', 'github'], cwd, { GITHUB_STEP_SUMMARY: summary });
  expect(run.status).toBe(1);
  const page = await readFile(summary, 'utf8');
  expect(page).toMatch(/^Before\n## Waypost\n\nPlans: 1\. Errors: 2\./);
  expect(page).toContain('| `pair-incomplete`');
  expect(page).not.toMatch(/[^\\]<b>/);
});
