import { describe, expect, test } from 'vitest';
import { PlanSchema } from '../../schemas/plan.ts';
import { metaAt } from '../../schemas/walk.ts';
import { pathOf } from '../../src/lifecycle/records.ts';
import { referencesOf } from '../../src/lifecycle/references.ts';
import { lint } from '../../src/lint/lint.ts';
import { around } from '../../src/rules/around.ts';
import { changed, planFile } from '../support/plans.ts';

type Replacement = readonly [from: string, to: string];

/** What is found in a plan with some of its text replaced: rule and path. */
async function found(...replacements: readonly Replacement[]) {
  const findings = await lint([planFile(changed('planned', ...replacements))]);
  return findings.map(({ rule, path }) => `${rule} at ${path}`);
}

/** The one finding in a text. */
async function only(text: string, file?: string) {
  const [finding, ...others] = await lint([planFile(text, file)]);
  expect(others).toEqual([]);
  if (!finding) throw new Error('Nothing is found');
  return finding;
}

const customer = 'customer: Quillon Bay Research\n';
const community = '  community:\n    access: 2026-03-16\n';

describe('syntax', () => {
  test('of the data: no other finding, and no path', async () => {
    const { rule, path, line, column } = await only(`${around.planned}goLive: 2026-07-21\n`);
    expect({ rule, path }).toEqual({ rule: 'yaml-syntax', path: null });
    expect(column).toBe(1);
    expect(line).toBe(around.planned.split('\n').length);
  });

  test('of the data does not hide that of the prose', async () => {
    const findings = await lint([planFile('---\na: 1\na: 2\n---\n\nLess than <3 days\n', 'a.mdx')]);
    expect(findings.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['yaml-syntax', 3, 1],
      ['mdx-syntax', 6, 11],
    ]);
  });

  test('of the prose keeps the parser’s reason and counts lines from the file’s beginning', async () => {
    const prose = 'One\r\n\r\n<Note>\r\n\r\ntwo\r\n';
    const { line, column, endColumn, message, help, path } = await only(
      `---\r\n${around.planned.replaceAll('\n', '\r\n')}---\r\n${prose}`,
      'quillon.mdx',
    );
    expect({ line, column, endColumn, path }).toEqual({
      line: around.planned.split('\n').length + 4,
      column: 1,
      endColumn: 7,
      path: null,
    });
    expect(message).toBe('The tag `<Note>` is not closed in its paragraph or block');
    expect(help).toMatch(/The parser says: Expected a closing tag for `<Note>`\.\)$/);
  });
});

describe('missing-key', () => {
  test('is one finding for each map, with what is expected', async () => {
    const { message, help } = await only(
      changed('planned', [community, `${community}transfer`], ['transfers:', '']).replace(
        /^ {2}community:\n {4}access: 2026-03-16\ntransfer[^]*?carryOver/m,
        `${community}masterLibrary:\n  environment: pre-prod\n  ready: 2026-05-06\n  carryOver`,
      ),
    );
    expect(message).toBeTruthy();
    expect(help).toBeTruthy();
  });

  test('is silent about a key that is there, but misspelt', async () => {
    expect(await found([customer, `custommer: Quillon\n`])).toEqual(['unknown-key at custommer']);
  });

  test('null is missing where a key is required', async () => {
    expect(await found([customer, 'customer: ~\n'])).toEqual(['missing-key at ']);
  });
});
