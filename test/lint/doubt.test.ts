import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import type { Report, Rule } from '../../src/rules/rule.ts';
import { madeRule, words } from '../support/made-rules.ts';
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

describe('a key that the format does not know', () => {
  const late = ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }'] as const;
  const withKey = async (key: string) => {
    const text = changed('planned', late, ['goLive:', key]);
    const prose = '\n<Date of="goLife" />, <Date of="firstVisit" />\n';
    const findings = await lint([planFile(`---\n${text}---\n${prose}`, 'plan.mdx')]);
    return findings.map(({ rule, message }) => [rule, message.split(/[;,]/)[0]]);
  };
  const unread = (key: string) => ['unknown-key', `\`${key}\` is not a key of a plan`];
  const unknown = (key: string) => ['unknown-reference', `\`of\` names \`${key}\``];
  const iqLate = ['iq-late', expect.any(String)];

  test('is not missed, as little as the one it was meant to be, and all else counts', async () => {
    const goLive = 'goLive:';
    expect(await withKey(goLive)).toEqual([iqLate, unknown('goLife'), unknown('firstVisit')]);
    expect(await withKey('goLife:')).toEqual([unread('goLife'), iqLate, unknown('firstVisit')]);
    expect(await withKey(`firstVisit: 2026-08-01\n${goLive}`)).toEqual([
      unread('firstVisit'),
      iqLate,
      unknown('goLife'),
    ]);
  });
});

test('a wrong name casts no doubt on what the file says', async () => {
  const text = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }']);
  const findings = await lint([planFile(text, 'Quillon Bay.yaml')]);
  expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
    ['invalid-value', ''],
    ['iq-late', 'environments.pre-prod.iq.date'],
  ]);
});

describe('of two rules on the same fact', () => {
  const onGoLive: Rule['check'] = (plan, report) => report.value(plan.facts, 'goLive', words);
  const said = async (...rules: readonly Rule[]) => {
    const findings = await lint([planFile(changed('planned'))], { rules });
    return findings.map(({ rule }) => rule);
  };

  test('one that yields is silent', async () => {
    const strong = madeRule({ id: 'strong', check: onGoLive });
    const weak = madeRule({ id: 'weak', check: onGoLive, yieldsTo: [strong] });
    expect(await said(weak, strong)).toEqual(['strong']);
    expect(await said(weak)).toEqual(['weak']);
  });

  test('both speak if each would yield to the other', async () => {
    const all: Rule[] = [];
    const one = madeRule({ id: 'one', check: onGoLive, yieldsTo: all });
    const other = madeRule({ id: 'other', check: onGoLive, yieldsTo: all });
    all.push(one, other);
    expect(await said(one, other)).toEqual(['one', 'other']);
  });

  test('the earlier one of the registry holds if each puts it in doubt', async () => {
    const alone = madeRule({ id: 'alone', doubts: true, check: onGoLive });
    const together = madeRule({
      id: 'together',
      doubts: true,
      checkAll: (plans, report: Report) => {
        for (const { facts } of plans) report.value(facts, 'goLive', words);
      },
    });
    expect(await said(alone, together)).toEqual(['alone']);
    expect(await said(together, alone)).toEqual(['together']);
  });
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
