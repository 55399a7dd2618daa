import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile } from '../support/plans.ts';

/** One cause, one finding: what takes the place of something in doubt is in doubt as well. */

async function found(...replacements: readonly (readonly [from: string, to: string])[]) {
  const findings = await lint([planFile(changed('planned', ...replacements))]);
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}

const val = 'clonedFrom: pre-prod\n    iq: { date: 2026-05-13 }';
const valTest = 'comparedWith: pre-prod }\n    main: {}\n    test: {}';

test('the day of a pair does not stand in for a wrong day of an instance', async () => {
  const late = [val, 'clonedFrom: pre-prod'] as const;
  const own = (created: string) =>
    `comparedWith: pre-prod }\n    main: { iq: { date: 2026-05-13 } }\n    test: { created: ${created}, iq: { date: 2026-05-23 } }`;
  const started = ['started: 2026-05-14', 'started: 2026-05-25'] as const;
  expect(await found(late, started, [valTest, own('2026-05-13')])).toEqual([]);
  expect(await found(late, started, [valTest, own('2026-05-33')])).toEqual([
    'invalid-date environments.val.test.created',
  ]);
});

test('the IQ of a pair does not stand in for a wrong IQ of an instance', async () => {
  const own = (iq: string) =>
    `comparedWith: pre-prod }\n    main: {}\n    test: { created: 2026-05-14, iq: ${iq} }`;
  const started = ['started: 2026-05-14', 'started: 2026-05-15'] as const;
  expect(await found(started, [valTest, own('{ date: 2026-05-15 }')])).toEqual([]);
  expect(await found(started, [valTest, own('done')])).toEqual([
    'invalid-value environments.val.test.iq',
  ]);
});

/** An upgrade to 26.2, with its VAL. */
const upgrade = (named: string) =>
  [
    'environments:',
    `upgrades:
  - { release: "26.2",${named} upgraded: 2026-11-23 }
environments:
  val-26-2:
    kind: val
    created: 2026-09-14
    destroyed: 2026-11-30
    clonedFrom: prod
    obfuscated: 2026-09-14
    iq: { date: 2026-09-16 }
    main:
    test:`,
  ] as const;

test('a VAL is not one too many because the upgrade it is for names none', async () => {
  expect(await found(upgrade(''))).toEqual(['upgrade-without-val upgrades[0]']);
});

test('where the kind of an environment is missing, no other is taken for it', async () => {
  const findings = await found(
    upgrade(' val: val-26-2,'),
    ['  val:\n', '  val-26-1:\n'],
    ['environment: val, owner: customer', 'environment: val-26-2, owner: customer'],
    ['started: 2026-05-14, completed: 2026-06-26', 'started: 2026-09-17, completed: 2026-11-13'],
  );
  expect(findings).toEqual(['missing-key environments.val-26-1']);
});

test('an environment that is none is there all the same', async () => {
  const findings = await found(['  community:\n    access: 2026-03-16', '  open-to-all: soon']);
  expect(findings).toEqual(['invalid-value environments.open-to-all']);
});

test('an entry that could not be read may be the one that seems to be missing', async () => {
  const transfer =
    '{ date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }';
  expect(await found([transfer, 'by hand'])).toEqual(['invalid-value transfers[0]']);
});

test('the promotion is open where PROD has no Main', async () => {
  // The day of PROD as a whole may be before that on which its Main would be created.
  const findings = await found(
    ['created: 2026-07-06', 'created: 2026-06-20'],
    ['    main: {}\n    test: {}\n  community', '    test: { created: 2026-07-06 }\n  community'],
  );
  expect(findings).toEqual(['pair-incomplete environments.prod']);
});

test('a rule that is silent itself silences no other', async () => {
  // That VAL is gone before the IQ of Main is explained by its end; that the IQ is late is not.
  const findings = await found(
    ['destroyed: 2026-07-31', 'destroyed: 2026-06-01'],
    [valTest, 'comparedWith: pre-prod }\n    main: { iq: { date: 2026-06-05 } }\n    test: {}'],
  );
  expect(findings).toEqual([
    'val-destroyed-before-validation environments.val.destroyed',
    'iq-late environments.val.main.iq.date',
    'use-before-iq validations[0].started',
  ]);
});

test('who accepts that an environment is missing accepts that what names it leads nowhere', async () => {
  const text = changed('planned', [
    'validations:\n',
    'waivers:\n  - { rule: required-environment-missing, reason: Learns in Demo, approvedBy: Quality, approved: 2026-02-20 }\nvalidations:\n',
  ]).replace(/ {2}sandbox:\n( {4}.*\n)+/, '');
  const findings = await lint([planFile(text)]);
  expect(findings.map(({ rule, waived }) => [rule, waived?.reason])).toEqual([
    ['required-environment-missing', 'Learns in Demo'],
  ]);
});
