import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { bothValidations, upgradeVal } from './excerpt.ts';
import { theUpgrade, upgradeName } from './name.ts';

export default rule({
  id: 'val-reused',
  severity: 'error',
  title: 'Every upgrade has a fresh VAL',
  why: 'A VAL is a copy of its source on one day. A used one carries the traces of the last validation, and lacks what has changed in PROD since.',
  remedy: 'Plan a new VAL, cloned from PROD, for the upgrade.',
  examples: () => ({
    bad: [
      {
        title: 'The VAL of the onboarding',
        text: text`
          upgrades:
            - { release: "26.2", val: «val», upgraded: 2026-11-06 }
        `,
        finds: ['The upgrade to 26.2 uses VAL again, the VAL of the onboarding'],
      },
      {
        title: 'The VAL of another upgrade',
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06 }
            - { release: "26.2.1", type: hotfix, val: «val-26-2», upgraded: 2026-11-13 }
        `,
        finds: [
          'The hotfix to 26.2.1 uses VAL `val-26-2` again, which the upgrade to 26.2 has used',
        ],
      },
    ],
    good: [
      {
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06 }
        `,
      },
    ],
  }),
  check(plan, report) {
    const used = new Map<string, (typeof plan.upgrades)[number]>();
    for (const upgrade of plan.upgrades) {
      const val = plan.environment(upgrade.val);
      if (val?.kind?.id !== 'val') continue;
      const help = 'Plan a VAL of its own for it, cloned from PROD.';
      if (val === plan.onboardingVal) {
        report.value(upgrade, 'val', {
          message: `${upgradeName(upgrade)} uses ${val.name} again, the VAL of the onboarding`,
          help,
        });
        continue;
      }
      const first = used.get(val.id);
      if (!first) {
        used.set(val.id, upgrade);
        continue;
      }
      report.value(upgrade, 'val', {
        message: `${upgradeName(upgrade)} uses ${val.name} again, which ${theUpgrade(first)} has used`,
        help,
        related: [{ record: first, key: 'val', message: 'It is used here first' }],
      });
    }
  },
});
