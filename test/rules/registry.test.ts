import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { groups, membersOf, ruleById, rules } from '../../src/rules/index.ts';
import { madeRule } from '../support/made-rules.ts';

const folder = new URL('../../src/rules/', import.meta.url);

/** The files below the groups' folders that hold a rule, as `group/id`. */
const files = globSync('*/*.ts', { cwd: folder })
  .filter((file) =>
    /^export default \w*[rR]ule[<(]/m.test(readFileSync(new URL(file, folder), 'utf8')),
  )
  .map((file) => `${dirname(file)}/${basename(file, '.ts')}`);

describe('the registry', () => {
  test('lists every rule that has a file, and no other', () => {
    const listed = groups.flatMap((group) => group.rules.map(({ id }) => `${group.id}/${id}`));
    expect(listed.toSorted()).toEqual(files.toSorted());
  });

  test('has every rule of the catalogue, with its severity; remark-lint stands for a family', () => {
    const catalogue = readFileSync(new URL('../fixtures/catalogue.txt', import.meta.url), 'utf8');
    const own = rules.filter(({ family }) => !family);
    const listed = own.map(({ id, severity }) => `${id} ${severity}`);
    expect(listed.toSorted()).toEqual(catalogue.trim().split('\n').toSorted());
  });

  test('names each rule once', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('knows what can never be accepted', () => {
    const reading = groups.find(({ id }) => id === 'reading')?.rules.map(({ id }) => id) ?? [];
    const fixed = rules.filter(({ waivable }) => waivable === false).map(({ id }) => id);
    expect(fixed.toSorted()).toEqual(
      [
        ...reading,
        'iq-missing',
        'main-access-before-sign-off',
        'pair-incomplete',
        'prod-test-data',
        'remark-lint',
        'val-not-obfuscated',
        'waiver-expired',
        'waiver-not-allowed',
        'waiver-unknown-rule',
        'waiver-unused',
      ].toSorted(),
    );
  });
});

describe('a rule by its id', () => {
  const plain = madeRule({ id: 'plain' });
  const family = madeRule({ id: 'family', family: ['one', 'two'] });
  const among = [plain, family];

  test('is found, as is the family of one that comes from elsewhere', () => {
    expect(ruleById('plain', among)).toBe(plain);
    expect(ruleById('family', among)).toBe(family);
    expect(ruleById('family/two', among)).toBe(family);
    expect(ruleById('family/three', among)).toBeUndefined();
    expect(ruleById('plain/one', among)).toBeUndefined();
  });

  test('stands for others only where it is a family', () => {
    expect(membersOf(plain)).toEqual([]);
    expect(membersOf(family)).toEqual(['family/one', 'family/two']);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s', (_, rule) => {
  test('says what holds, why, and what to do, in sentences', () => {
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/s);
    expect(rule.remedy).toMatch(/^[A-Z].*\.$/s);
  });
});
