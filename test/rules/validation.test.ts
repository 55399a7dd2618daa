import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile, withUpgrade } from '../support/plans.ts';

const val = `  val:
    release: "26.1"
    created: 2026-05-11
    destroyed: 2026-07-31
`;
const validation = `  - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
      scope: [study-build, study-test, study-publish] }
`;

async function found(text: string) {
  const findings = await lint([planFile(text)]);
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}

function planned(...replacements: readonly (readonly [string, string])[]) {
  return found(changed('planned', ...replacements));
}

function upgraded(...replacements: readonly (readonly [string, string])[]) {
  return found(withUpgrade(...replacements));
}

test('an onboarding and an upgrade that are in order give no finding', async () => {
  expect(await upgraded()).toEqual([]);
});

describe('a validation seems to be missing', () => {
  test('because it names a wrong environment', async () => {
    expect(await planned(['{ environment: val,', '{ environment: prod,'])).toContain(
      'validation-outside-val validations[0].environment',
    );
    expect(await planned(['{ environment: val,', '{ environment: prod,'])).not.toContain(
      'validation-missing environments.val',
    );
  });

  test.each([
    ['names nothing', '{ environment: val,', '{ environment: vla,', 'unknown-reference'],
    ['names none', '{ environment: val,', '{', 'missing-key'],
    ['is misspelt', 'validations:', 'validation:', 'unknown-key'],
    ['cannot be read', 'validations:', 'validations: [soon]\nx-later:', 'invalid-value'],
  ])('because it %s', async (_, from, to, rule) => {
    const findings = await planned([from, to]);
    expect(findings.map((finding) => finding.split(' ')[0])).toEqual([rule]);
  });

  test('of the onboarding, though there is one for an upgrade', async () => {
    expect(await upgraded([validation, ''])).toEqual(['validation-missing environments.val']);
  });
});

describe('VAL ends before its validation is completed', () => {
  test('which says all there is to say', async () => {
    expect(await planned(['destroyed: 2026-07-31', 'destroyed: 2026-06-25'])).toEqual([
      'val-destroyed-before-validation environments.val.destroyed',
    ]);
  });

  test('the last of several', async () => {
    const second = validation
      .replace('2026-05-14', '2026-06-29')
      .replace('completed: 2026-06-26', 'completed: 2026-07-03');
    const findings = await planned(
      [validation, validation + second],
      ['destroyed: 2026-07-31', 'destroyed: 2026-06-30'],
    );
    expect(findings).toEqual(['val-destroyed-before-validation environments.val.destroyed']);
  });
});

describe('the release of VAL', () => {
  test('is held against what each instance of PROD goes live with', async () => {
    expect(
      await planned(
        [
          '    main: {}\n    test: {}\n  prod:',
          '    main: {}\n    test: { release: "26.2" }\n  prod:',
        ],
        [
          '    main: {}\n    test: {}\n  community:',
          '    main: {}\n    test: { release: "26.2" }\n  community:',
        ],
      ),
    ).toEqual([]);
  });

  test('is wrong once, though both instances run it', async () => {
    expect(await planned([val, val.replace('26.1', '26.10')])).toEqual([
      'val-release-mismatch environments.val.release',
    ]);
  });

  test('is held against the upgrade that VAL is for, not against PROD', async () => {
    expect(await upgraded(['release: "26.2", val:', 'release: "26.10", val:'])).toEqual([
      'val-release-mismatch environments.val-26-2.release',
    ]);
  });
});

test('the VAL of an upgrade may stay two weeks after its later instance', async () => {
  const days = 'upgraded: { main: 2026-11-19, test: 2026-11-20 }';
  expect(await upgraded(['upgraded: 2026-11-23', days])).toEqual([]);
});

test('a VAL that is used again is told that, and not how it fits the upgrade', async () => {
  const again = 'release: "26.2", val: val, upgraded: 2026-11-23';
  const findings = await planned(
    ['validations:', `upgrades:\n  - { ${again} }\nvalidations:`],
    ['destroyed: 2026-07-31', 'destroyed: 2026-12-24'],
  );
  expect(findings).toEqual(['val-reused upgrades[0].val']);
});

test('without a status date no report is owed', async () => {
  const text = changed('live', ['statusDate: 2026-08-31\n', ''], [', report: VR-QB-001', '']);
  expect(await found(text)).toEqual(['missing-key ']);
});

test.each([
  ['community', 'community-formal-use'],
  ['demo', 'demo-activity'],
  ['sandbox.main', 'sandbox-activity'],
])('formal testing in %s is for another rule to judge', async (instance, rule) => {
  const activity = `activity: formal-testing, instance: ${instance}, from: 2026-04-01, to: 2026-04-03`;
  const findings = await planned(
    ['  community:', '  demo: { release: "26.1" }\n  community:'],
    ['validations:', `activities: [{ ${activity} }]\nvalidations:`],
  );
  expect(findings).toEqual([`${rule} activities[0].activity`]);
});
