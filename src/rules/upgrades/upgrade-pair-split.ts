import { inDays } from '../../lifecycle/dates.ts';
import { upgradeDays } from '../../lifecycle/upgrades.ts';
import { text } from '../example.ts';
import { days, orderRule } from '../rule.ts';
import { bothValidations, upgradeVal } from './excerpt.ts';
import { theUpgrade } from './name.ts';

export default orderRule({
  id: 'upgrade-pair-split',
  severity: 'warning',
  title: 'PROD Main and PROD Test are upgraded together',
  why: 'Study designs travel between Main and Test. While the two run different releases, what is tried in Test does not show what Main will do.',
  remedy: 'Upgrade the two on one day.',
  options: days(1, 'Most days between the upgrades of Main and Test'),
  examples: () => ({
    bad: [
      {
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: { main: «2026-11-06», test: 2026-11-04 } }
        `,
        finds: ['In the upgrade to 26.2, PROD Main follows PROD Test after 2 days, on 2026-11-06'],
      },
    ],
    good: [
      {
        title: 'The last day that is in time',
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: { main: 2026-11-06, test: 2026-11-05 } }
        `,
      },
    ],
  }),
  *constraints(plan, options) {
    for (const upgrade of plan.upgrades) {
      const { main, test } = upgradeDays(upgrade);
      if (!main || !test) continue;
      const mainFirst = main.date <= test.date;
      const [earlier, later] = mainFirst ? [main, test] : [test, main];
      const order = mainFirst ? ['PROD Main', 'PROD Test'] : ['PROD Test', 'PROD Main'];
      yield { upgrade, order, earlier, later, max: options.days, about: 'later' as const };
    }
  },
  words: ({ upgrade, order: [first, second], later, gap, max }) => ({
    message: `In ${theUpgrade(upgrade)}, ${second} follows ${first} after ${inDays(gap)}, on ${later.date}`,
    help: `Upgrade the two within ${inDays(max)} of each other.`,
  }),
});
