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

/** The messages and helps of what a rule finds. */
async function words(rule: string, text: string) {
  const findings = await lint([planFile(text)]);
  return findings.filter((finding) => finding.rule === rule);
}

describe('VAL is idle', () => {
  const late = ['started: 2026-05-14', 'started: 2026-06-20'] as const;
  const another = (started: string) =>
    [
      validation,
      `${validation}  - { environment: val, owner: customer, ${started} completed: 2026-06-27, scope: [study-build] }\n`,
    ] as const;

  test('until the first of its validations starts', async () => {
    expect(await planned(another('started: 2026-06-20,'))).toEqual([]);
    expect(await planned(another('started: 2026-06-20,'), late)).toEqual([
      'val-idle validations[0].started',
    ]);
  });

  test.each([
    ['missing', '', 'missing-key validations[1]'],
    ['no date', 'started: soon,', 'invalid-date validations[1].started'],
  ])('which is not known where the start of one is %s', async (_, started, finding) => {
    expect(await planned(another(started), late)).toEqual([finding]);
  });
});

describe('validation outside VAL', () => {
  const wrong = ['{ environment: val,', '{ environment: prod,'] as const;
  const testing = (from: string) =>
    [
      'validations:',
      `activities: [{ activity: formal-testing, instance: pre-prod,${from} to: 2026-06-05 }]\nvalidations:`,
    ] as const;

  test('is named by the day on which it starts, if it has one', async () => {
    const dated = await words('validation-outside-val', changed('planned', wrong));
    expect(dated.map(({ message }) => message)).toEqual([
      'The validation from 2026-05-14 is done in PROD, not in VAL',
    ]);
    const undated = changed('planned', wrong, ['started: 2026-05-14, ', '']);
    const [found] = await words('validation-outside-val', undated);
    expect(found?.message).toBe('A validation is done in PROD, not in VAL');
  });

  test('and so is formal testing', async () => {
    const [dated] = await words(
      'validation-outside-val',
      changed('planned', testing(' from: 2026-06-01,')),
    );
    expect(dated?.message).toBe(
      'The formal testing from 2026-06-01 is done in Pre-PROD, not in VAL',
    );
    const [undated] = await words('validation-outside-val', changed('planned', testing('')));
    expect(undated?.message).toBe('Formal testing is done in Pre-PROD, not in VAL');
  });

  test('belongs in the VAL of the onboarding, whatever its id', async () => {
    const renamed = [
      ['  val:\n', '  val-26-1:\n    kind: val\n'],
      ['{ environment: val,', '{ environment: prod,'],
    ] as const;
    const [found] = await words('validation-outside-val', changed('planned', ...renamed));
    expect(found?.help).toContain('`environment: val-26-1`');
    const without = changed('planned', wrong).replace(/ {2}val:\n( {4}.*\n)+/, '');
    const [none] = await words('validation-outside-val', without);
    expect(none?.help).toContain('`environment: val`');
  });
});

describe('the release that VAL is held against', () => {
  const older = [val, val.replace('26.1', '25.3')] as const;
  const main = (text: string) =>
    [
      '    main: {}\n    test: {}\n  community:',
      `    main: ${text}\n    test: { release: "25.3" }\n  community:`,
    ] as const;

  test('is shown where it is written', async () => {
    const plan = changed('planned', older, main('{ release: "26.1" }'));
    const [found] = await words('val-release-mismatch', plan);
    const lines = plan.split('\n');
    expect(found?.related.map(({ line }) => lines[line - 1]?.trim())).toEqual([
      'main: { release: "26.1" }',
    ]);
  });

  test('is not known where that of PROD Main cannot be read', async () => {
    expect(await planned(older, main('{ release: soon }'))).toEqual([
      'invalid-value environments.prod.main.release',
    ]);
  });

  test('nor where that of VAL Main cannot be read', async () => {
    const own = [
      '    main: {}\n    test: {}\n  prod:',
      '    main: { release: soon }\n    test: { release: "26.1" }\n  prod:',
    ] as const;
    expect(await planned(older, own)).toEqual(['invalid-value environments.val.main.release']);
  });

  test('is that of the upgrade', async () => {
    const plan = withUpgrade(['release: "26.2", val:', 'release: "26.10", val:']);
    const [found] = await words('val-release-mismatch', plan);
    const lines = plan.split('\n');
    expect(found?.related.map(({ line }) => lines[line - 1]?.trim())).toEqual([
      '- { release: "26.10", val: val-26-2, upgraded: 2026-11-23 }',
    ]);
  });
});

test('a VAL outlives an upgrade that names no release', async () => {
  const plan = withUpgrade(['release: "26.2", val:', 'val:'], ['2026-12-04', '2027-02-26']);
  const [found] = await words('val-outlives-go-live', plan);
  expect(found?.message).toMatch(/ days after the upgrade on 2026-11-23$/);
});

test('a validation without a start is never completed', async () => {
  const plan = changed('planned', ['started: 2026-05-14, completed: 2026-06-26,', '']);
  const [found] = await words('validation-not-completed', plan);
  expect(found?.message).toBe('The validation in VAL is never completed');
});

describe('the scope of validation', () => {
  const scope = (text: string) => ['[study-build, study-test, study-publish]', text] as const;

  test('is that of all validations in a VAL', async () => {
    const split = validation.replace('study-build, study-test', 'study-build');
    const rest = split.replace('study-build, study-publish', 'study-test');
    expect(await planned([validation, split + rest])).toEqual([]);
    const plan = changed('planned', [validation, split + split]);
    const [found] = await words('validation-scope-incomplete', plan);
    expect(found).toMatchObject({
      message: 'The 2 validations in VAL do not cover `study-test`',
      path: 'validations[1].scope',
    });
  });

  test('may be what could not be read', async () => {
    expect(await planned(scope('[study-build, [study-test], study-publish]'))).toEqual([
      'invalid-value validations[0].scope[1]',
    ]);
    const unread = [validation, `${validation}  - soon\n`] as const;
    expect(await planned(unread, scope('[study-build, study-publish]'))).toEqual([
      'invalid-value validations[1]',
    ]);
  });

  test('is missing as a whole where the last validation has none', async () => {
    const none = ['\n      scope: [study-build, study-test, study-publish]', ''] as const;
    expect(await planned(none)).toEqual(['validation-scope-incomplete validations[0]']);
  });
});
