import { instanceIds } from '../../lifecycle/kinds.ts';
import { earliest } from '../../lifecycle/moments.ts';
import type { Plan, Upgrade } from '../../lifecycle/plan.ts';
import type { Fact } from '../../lifecycle/records.ts';
import { compareReleases } from '../../lifecycle/releases.ts';
import { upgradeDays } from '../../lifecycle/upgrades.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { bothValidations, upgradeVal } from './excerpt.ts';
import { upgradeName } from './name.ts';

export default rule({
  id: 'upgrade-not-forward',
  severity: 'error',
  title: 'An upgrade leads to a newer release',
  why: 'PROD does not go back, and does not stand still. A release that is not newer is a slip in the plan, and somebody may validate the wrong one.',
  remedy: 'Correct the release, or the order of the upgrades.',
  examples: () => ({
    bad: [
      {
        title: 'The release that PROD went live with',
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: «"26.1"», val: val-26-2, upgraded: 2026-11-06 }
        `.replace('release: "26.2"', 'release: "26.1"'),
        finds: ['The upgrade to 26.1 is not newer than 26.1, which PROD runs by then'],
      },
    ],
    good: [
      {
        title: 'Releases count as numbers: 26.10 is newer than 26.9',
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.10", val: val-26-2, upgraded: 2026-11-06 }
        `.replace('release: "26.2"', 'release: "26.10"'),
      },
    ],
  }),
  check(plan, report) {
    let before = liveRelease(plan);
    const undated = plan.upgrades.flatMap(undatedIn);
    for (const upgrade of inOrder(plan.upgrades)) {
      const { release } = upgrade;
      if (release === undefined) continue;
      if (before && compareReleases(release, before.release) <= 0) {
        report.value(upgrade, 'release', {
          message: `${upgradeName(upgrade)} is not newer than ${before.release}, which PROD runs by then`,
          help: `Name a release after ${before.release}.`,
          related: [{ record: before.record, key: 'release', message: 'It comes from here' }],
          // Which upgrade comes before which, and what PROD runs first, is as sure as these are.
          restsOn: before.restsOn.length > 0 ? [...before.restsOn, ...undated] : undated,
        });
      }
      before = { release, record: upgrade, restsOn: [] };
    }
  },
});

interface Runs {
  readonly release: string;
  readonly record: object;
  readonly restsOn: readonly Fact[];
}

/** The release that PROD went live with. */
function liveRelease(plan: Plan): Runs | undefined {
  const [prod] = plan.ofKind('prod');
  const main = prod?.main?.facts;
  for (const record of [main, prod?.facts]) {
    if (record?.release === undefined) continue;
    const own = main ? [{ record: main, key: 'release' }] : (prod?.lacking ?? []);
    const restsOn = record === main ? [] : own;
    return { release: record.release, record, restsOn };
  }
  return undefined;
}

/** The days of an upgrade that the plan does not have. */
function undatedIn(upgrade: Upgrade): Fact[] {
  const { upgraded } = upgrade;
  if (typeof upgraded !== 'object') {
    return upgraded === undefined ? [{ record: upgrade, key: 'upgraded' }] : [];
  }
  const undated = instanceIds.filter((id) => upgraded[id] === undefined);
  return undated.map((key) => ({ record: upgraded, key }));
}

/** By date; on one day as they are written. What has no date puts the whole order in doubt. */
function inOrder(upgrades: readonly Upgrade[]): Upgrade[] {
  const day = (upgrade: Upgrade) => {
    const { main, test } = upgradeDays(upgrade);
    return earliest([main, test])?.date ?? '';
  };
  return upgrades.toSorted((a, b) => day(a).localeCompare(day(b)));
}
