import { earliest } from '../../lifecycle/moments.ts';
import { upgradeDays } from '../../lifecycle/upgrades.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';
import { bothValidations, upgradeVal } from './excerpt.ts';
import { upgradeName } from './name.ts';

export default orderRule({
  id: 'upgrade-before-go-live',
  severity: 'error',
  title: 'Upgrades come after go-live',
  why: 'Before go-live there is nothing to upgrade: a newer release is taken into Pre-PROD and validated with the onboarding.',
  remedy: 'Correct the date, or plan the onboarding with the newer release.',
  examples: () => ({
    bad: [
      {
        text: text`
          goLive: 2026-07-20
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: «2026-07-17» }
        `
          .replaceAll('2026-09-1', '2026-07-0')
          .replace('2026-10-30', '2026-07-17')
          .replace('2026-11-10', '2026-07-31'),
        finds: ['The upgrade to 26.2 is on 2026-07-17, before go-live on 2026-07-20'],
      },
    ],
    good: [
      {
        text: text`
          goLive: 2026-07-20
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    const { goLive } = plan;
    for (const upgrade of plan.upgrades) {
      const { main, test } = upgradeDays(upgrade);
      const upgraded = earliest([main, test]);
      if (!goLive || !upgraded) continue;
      yield { upgrade, earlier: goLive, later: upgraded, about: 'later' as const };
    }
  },
  words: ({ upgrade, earlier, later }) => ({
    message: `${upgradeName(upgrade)} is on ${later.date}, before go-live on ${earlier.date}`,
    help: `Plan it for ${earlier.date} or later.`,
  }),
});
