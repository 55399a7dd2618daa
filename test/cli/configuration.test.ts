import { describe, expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const late = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }']);
const plans = { 'content/plans/quillon-bay.yaml': late };

async function rulesFound(files: Record<string, string>, ...args: string[]) {
  const cwd = await folderWith(files);
  const { status, stdout } = await waypost(['lint', '--format', 'json', ...args], cwd);
  const { findings } = JSON.parse(stdout);
  return {
    status,
    found: findings.map(({ rule, severity }: { rule: string; severity: string }) => [
      rule,
      severity,
    ]),
  };
}

describe('the configuration of the folder', () => {
  test('holds without being named', async () => {
    const files = { ...plans, 'waypost.config.yaml': 'rules: { iq-late: error }\n' };
    expect(await rulesFound(files)).toEqual({ status: 1, found: [['iq-late', 'error']] });
  });

  test('can allow more days, or turn the rule off', async () => {
    const more = { ...plans, 'waypost.config.yaml': 'rules: { iq-late: { days: 15 } }\n' };
    expect(await rulesFound(more)).toEqual({ status: 0, found: [] });
    const off = { ...plans, 'waypost.config.yaml': 'rules: { iq-late: off }\n' };
    expect(await rulesFound(off)).toEqual({ status: 0, found: [] });
  });

  test('says where the rules are explained', async () => {
    const files = {
      ...plans,
      'waypost.config.yaml': 'site: { url: https://plans.example.com, base: /onboarding/ }\n',
    };
    const cwd = await folderWith(files);
    const { stdout } = await waypost(['lint', '--format', 'json'], cwd);
    const [finding] = JSON.parse(stdout).findings;
    expect(finding.url).toBe('https://plans.example.com/onboarding/rules/iq-late/');
  });

  test('gives way to one that is named', async () => {
    const files = {
      ...plans,
      'waypost.config.yaml': 'rules: { iq-late: off }\n',
      'strict.yaml': 'rules: { iq-late: error }\n',
    };
    const { found } = await rulesFound(files, '--config', 'strict.yaml');
    expect(found).toEqual([['iq-late', 'error']]);
  });
});

describe('a configuration that does not hold is a failure, never a pass', () => {
  test.each([
    ['an unknown rule', 'rules: { iq-lat: off }\n', 'There is no rule `iq-lat`'],
    ['an unknown option', 'rules: { iq-late: { dys: 3 } }\n', 'did you mean `days`?'],
    ['no YAML', 'rules: [\n', 'waypost.config.yaml:'],
  ])('%s', async (_, text, message) => {
    const cwd = await folderWith({ ...plans, 'waypost.config.yaml': text });
    const { status, stdout, stderr } = await waypost(['lint'], cwd);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  const unreadable = [
    ['none.yaml', 'none.yaml: there is no such file or folder'],
    ['n\u001b[31m.yaml', 'n\\u{1b}[31m.yaml: there is no such file or folder'],
    ['.', '.: it is a folder'],
  ];
  const endless = ['/dev/zero', 'dev/zero: it is larger than 1 MiB'];
  test.each(process.platform === 'linux' ? [...unreadable, endless] : unreadable)(
    'one that is named and cannot be read: %j',
    async (name = '', message = '') => {
      const cwd = await folderWith(plans);
      const { status, stdout, stderr } = await waypost(['lint', '--config', name], cwd);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^Cannot read the configuration [^\n]*\n$/);
      expect(stderr).toContain(message);
    },
  );
});

test('--print-config shows what holds for a plan', async () => {
  const files = {
    ...plans,
    'waypost.config.yaml':
      'overrides: [{ plans: [quillon-*], rules: { iq-late: { days: 12 }, go-live-gap: off } }]\n',
  };
  const cwd = await folderWith(files);
  const { status, stdout } = await waypost(
    ['lint', '--print-config', 'content/plans/quillon-bay.yaml'],
    cwd,
  );
  expect(status).toBe(0);
  expect(stdout).toContain('  iq-late: {severity: warning, days: 12}\n');
  expect(stdout).toMatch(/ {2}go-live-gap: ['"]?off/);
});
