import { earliest } from '../../lifecycle/moments.ts';
import { isIncomplete } from '../../lifecycle/records.ts';
import { upgradeDays } from '../../lifecycle/upgrades.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';
import { bothValidations, upgradeVal } from './excerpt.ts';
import { upgradeName } from './name.ts';
import valReused from './val-reused.ts';

export default orderRule({
  id: 'upgrade-before-validation',
  severity: 'error',
  title: 'PROD is upgraded once the validation of the release is completed',
  why: 'Upgraded before, a running trial works with a release that nobody has validated for it.',
  remedy: 'Move the upgrade behind the end of the validation in its VAL.',
  yieldsTo: [valReused],
  examples: () => ({
    bad: [
      {
        title: 'Upgraded too early',
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: «2026-10-28» }
        `,
        finds: [
          'PROD is upgraded to 26.2 on 2026-10-28, before the validation in VAL `val-26-2` is completed on 2026-10-30',
        ],
      },
      {
        title: 'Nothing is validated',
        text: text`
          ${upgradeVal}
          upgrades:
            - { release: "26.2", val: «val-26-2», upgraded: 2026-11-06 }
        `,
        finds: ['The upgrade to 26.2 has no validation in VAL `val-26-2`'],
      },
    ],
    good: [
      {
        title: 'On the day of completion',
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-10-30 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const upgrade of plan.upgrades) {
      const val = plan.environment(upgrade.val);
      if (val?.kind?.id !== 'val' || plan.validationsIn(val).length > 0) continue;
      if (isIncomplete(plan.facts.validations)) continue;
      report.value(upgrade, 'val', {
        message: `${upgradeName(upgrade)} has no validation in ${val.name}`,
        help: 'Add the validation to `validations`.',
        restsOn: plan.unplacedValidations,
      });
    }
  },
  *constraints(plan) {
    for (const upgrade of plan.upgrades) {
      const val = plan.environment(upgrade.val);
      const completed = val?.kind?.id === 'val' ? plan.completionIn(val) : undefined;
      const { main, test } = upgradeDays(upgrade);
      const upgraded = earliest([main, test]);
      if (!val || !completed || !upgraded) continue;
      yield { upgrade, val, earlier: completed, later: upgraded, about: 'later' as const };
    }
  },
  words: ({ upgrade, val, earlier, later }) => ({
    message: `PROD is upgraded${upgrade.release ? ` to ${upgrade.release}` : ''} on ${later.date}, before the validation in ${val.name} is completed on ${earlier.date}`,
    help: `Plan the upgrade for ${earlier.date} or later.`,
    restsOn: [{ record: upgrade, key: 'val' }],
  }),
});
