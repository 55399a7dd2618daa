import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile } from '../support/plans.ts';

type Replacement = readonly [from: string, to: string];

const community = '  community:\n    access: 2026-03-16\n';
const transfers = 'transfers:\n';

/** What is found in a plan with some of its text replaced: rule and path. */
async function found(...replacements: Replacement[]) {
  const findings = await lint([planFile(changed('planned', ...replacements))]);
  return findings.map(({ rule, path }) => `${rule} at ${path}`);
}

const activity = (what: string, instance: string): Replacement => [
  transfers,
  `activities:\n  - { activity: ${what}, instance: ${instance}, from: 2026-05-18, to: 2026-05-22 }\n${transfers}`,
];

describe('formal use', () => {
  const demos: Replacement = [
    community,
    `${community}  demo: { release: "26.1" }\n  demo-next: { kind: demo, release: "26.2" }\n`,
  ];

  test.each(['demo', 'demo-next'])('of %s is said once', async (demo) => {
    expect(await found(demos, activity('formal-testing', demo))).toEqual([
      'demo-activity at activities[0].activity',
    ]);
  });

  test('of Community Dev is said once', async () => {
    expect(await found(activity('formal-testing', 'community'))).toEqual([
      'community-formal-use at activities[0].activity',
    ]);
  });

  test('of Community Dev by a sign-off is said once', async () => {
    const inCommunity: Replacement = ['instance: prod.test', 'instance: community'];
    expect(await found(inCommunity)).toEqual(['community-formal-use at training[0].instance']);
    const early: Replacement = ['signedOff: 2026-07-15', 'signedOff: 2026-07-07'];
    expect(await found(inCommunity, early)).toEqual([
      'community-formal-use at training[0].instance',
      'date-order at training[0].signedOff',
    ]);
  });

  test('is none where Community Dev serves the training alone', async () => {
    const training = `training:\n  - { group: Monitors, instance: community, started: 2026-07-08 }\n`;
    expect(await found(['training:\n', training])).toEqual([
      'training-outside-prod-test at training[0].instance',
    ]);
  });

  test('is not judged where a value is wrong', async () => {
    expect(await found(activity('formal testing', 'community'))).toEqual([
      'invalid-value at activities[0].activity',
    ]);
    expect(await found(activity('formal-testing', 'community.main'))).toEqual([
      'unknown-reference at activities[0].instance',
    ]);
    expect(await found(demos, activity('formal-testing', 'demo.test'))).toEqual([
      'unknown-reference at activities[0].instance',
    ]);
  });

  test.each([
    ['formal-testing', 'Test formally in VAL; look at new features here beforehand.'],
    ['configuration', 'Configure Pre-PROD; nothing is carried over from Community Dev.'],
    ['study-conduct', 'Conduct studies in PROD Main, once the customer is live.'],
  ])('of Community Dev has another place: %s', async (what, help) => {
    const [finding] = await lint([planFile(changed('planned', activity(what, 'community')))]);
    expect(finding?.help).toBe(help);
  });

  test('is said of users who have no name', async () => {
    const findings = await lint([
      planFile(
        changed(
          'planned',
          ['- group: Clinic staff\n    role', '- role'],
          ['instance: prod.test', 'instance: community'],
        ),
      ),
    ]);
    expect(findings.map(({ message }) => message)).toContain(
      'Users are signed off in Community Dev',
    );
  });
});

test('what is IQVIA’s has rules of its own', async () => {
  const owned = `${community}    created: 2026-03-16\n    data: real\n`;
  expect(await found([community, owned])).toEqual([
    'shared-environment-owned at environments.community.created',
    'community-data at environments.community.data',
  ]);
});
