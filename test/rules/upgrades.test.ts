import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { planFile, withUpgrade } from '../support/plans.ts';

type Replacement = readonly [from: string, to: string];

const upgrade = '  - { release: "26.2", val: val-26-2, upgraded: 2026-11-23 }\n';
const prodMain = '    main: {}\n    test: {}\n  community';

async function findings(...replacements: Replacement[]) {
  return lint([planFile(withUpgrade(...replacements))]);
}

/** What is found in a plan with an upgrade and some of its text replaced: rule and path. */
async function found(...replacements: Replacement[]) {
  return (await findings(...replacements)).map(({ rule, path }) => `${rule} at ${path}`);
}

/** What is found, and the lines that the related places are in. */
async function related(...replacements: Replacement[]) {
  const lines = withUpgrade(...replacements).split('\n');
  return (await findings(...replacements)).map(({ message, related: places }) => [
    message,
    ...places.map(({ line, message: words }) => `${words}: ${lines[line - 1]?.trim()}`),
  ]);
}

describe('an upgrade goes forward', () => {
  const same: Replacement = ['release: "26.2", val', 'release: "26.1", val'];
  const notForward = 'The upgrade to 26.1 is not newer than 26.1, which PROD runs by then';

  /** A hotfix without a VAL of its own stands where another rule is asked about it. */
  const hotfix = (release: string, upgraded: string) =>
    `  - { type: hotfix, release: "${release}", upgraded: ${upgraded} }\n`;
  const forwards = async (...upgrades: string[]) =>
    (await found([upgrade, upgrades.join('')])).filter((finding) =>
      finding.startsWith('upgrade-not-forward'),
    );

  test('from the release of PROD, wherever it is written', async () => {
    const own: Replacement = [prodMain, prodMain.replace('main: {}', 'main: { release: "26.1" }')];
    expect(await related(same)).toContainEqual([notForward, 'It comes from here: release: "26.1"']);
    expect(await related(same, own)).toContainEqual([
      notForward,
      'It comes from here: main: { release: "26.1" }',
    ]);
  });

  test('from one upgrade to the next by date, however they are written', async () => {
    const later = hotfix('26.3', '2027-02-01');
    expect(await forwards(upgrade, later)).toEqual([]);
    expect(await forwards(later, upgrade)).toEqual([]);
    const back = hotfix('26.3', '2026-10-05');
    expect(await forwards(upgrade, back)).toEqual(['upgrade-not-forward at upgrades[0].release']);
    expect(await forwards(back, upgrade)).toEqual(['upgrade-not-forward at upgrades[1].release']);
  });

  test('by the first of two days', async () => {
    const split = '{ main: 2026-11-20, test: 2026-11-24 }';
    expect(await forwards(upgrade, hotfix('26.3', split))).toEqual([
      'upgrade-not-forward at upgrades[0].release',
    ]);
    expect(
      await forwards(hotfix('26.3', '{ main: 2026-11-25, test: 2026-11-20 }'), upgrade),
    ).toEqual(['upgrade-not-forward at upgrades[1].release']);
  });

  test('on one day as they are written', async () => {
    expect(await forwards(upgrade, hotfix('26.3', '2026-11-23'))).toEqual([]);
    expect(await forwards(hotfix('26.3', '2026-11-23'), upgrade)).toEqual([
      'upgrade-not-forward at upgrades[1].release',
    ]);
  });

  test('which cannot be told where the day of one is not known', async () => {
    expect(await forwards(hotfix('26.3', ''), upgrade)).toEqual([]);
    expect(await forwards(hotfix('26.3', '{ main: 2026-10-05 }'), upgrade)).toEqual([]);
    expect(await forwards(hotfix('26.3', '{ test: 2026-10-05 }'), upgrade)).toEqual([]);
  });

  test('which cannot be told where what PROD Main runs is not known', async () => {
    const own: Replacement = [prodMain, prodMain.replace('main: {}', 'main: { release: soon }')];
    expect(await found(same, own)).not.toContain('upgrade-not-forward at upgrades[0].release');
    const none: Replacement = [prodMain, '    test: {}\n  community'];
    expect(await found(same, none)).not.toContain('upgrade-not-forward at upgrades[0].release');
  });
});

describe('the instances of PROD are upgraded together', () => {
  const days = (main: string, other: string): Replacement => [
    'upgraded: 2026-11-23',
    `upgraded: { main: ${main}, test: ${other} }`,
  ];

  test.each([
    ['2026-11-20', '2026-11-23', 'PROD Test follows PROD Main'],
    ['2026-11-23', '2026-11-20', 'PROD Main follows PROD Test'],
  ])('main on %s, test on %s', async (main, other, order) => {
    const messages = (await findings(days(main, other))).map(({ message }) => message);
    expect(messages).toEqual([`In the upgrade to 26.2, ${order} after 3 days, on 2026-11-23`]);
  });
});

describe('the VAL of an upgrade', () => {
  test('has no validation as long as none can be read that may be it', async () => {
    const validation: Replacement = [
      '  - { environment: val-26-2, owner: customer, started: 2026-09-17, completed: 2026-11-13,\n      scope: [study-build, study-test, study-publish] }\n',
      '',
    ];
    expect(await found(validation)).toContain('upgrade-before-validation at upgrades[0].val');
    const unreadable: Replacement = ['validations:\n', 'validations:\n  - soon\n'];
    expect(await found(validation, unreadable)).toEqual(['invalid-value at validations[0]']);
  });

  test('is for one upgrade', async () => {
    const again = upgrade.replace('26.2', '26.3').replace('2026-11-23', '2026-11-26');
    expect(await related([upgrade, upgrade + again])).toContainEqual([
      'The upgrade to 26.3 uses VAL `val-26-2` again, which the upgrade to 26.2 has used',
      `It is used here first: ${upgrade.trim()}`,
    ]);
  });

  test('is worked in once its volunteers’ data are obfuscated', async () => {
    const late: Replacement = ['obfuscated: 2026-09-14', 'obfuscated: 2026-09-24'];
    const activity: Replacement = [
      'validations:\n',
      'activities:\n  - { activity: formal-testing, instance: val-26-2.main, from: 2026-09-21, to: 2026-09-30 }\n  - { activity: formal-testing, instance: val.main, from: 2026-05-21, to: 2026-05-29 }\nvalidations:\n',
    ];
    const messages = (await findings(late, activity)).map(({ message }) => message);
    expect(messages.filter((message) => message.includes('obfuscated'))).toEqual([
      expect.stringMatching(/^The activity `formal-testing` in .* begins on 2026-09-21/),
      expect.stringMatching(/^The validation in .* begins on 2026-09-17/),
    ]);
  });
});
