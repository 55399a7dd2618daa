import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { bothValidations, upgradeVal } from './excerpt.ts';
import { upgradeName } from './name.ts';

export default rule({
  id: 'upgrade-without-val',
  severity: 'error',
  title: 'Every upgrade is validated in a VAL',
  why: 'A release that nobody has validated for this customer’s use would go into a running trial. The upgrade of a fresh VAL also is the rehearsal of the real one.',
  remedy: 'Request a VAL for the upgrade, and name it in the plan.',
  examples: () => ({
    bad: [
      {
        title: 'No VAL is named',
        text: text`
          upgrades:
            - { «release»: "26.2", upgraded: 2026-11-06 }
        `,
        finds: ['The upgrade to 26.2 names no VAL'],
      },
      {
        title: 'What is named is no VAL',
        text: text`
          upgrades:
            - { release: "26.2", val: «sandbox», upgraded: 2026-11-06 }
        `,
        finds: ['The upgrade to 26.2 names Sandbox as its VAL'],
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
    for (const upgrade of plan.upgrades) {
      const name = upgradeName(upgrade);
      if (upgrade.val === undefined) {
        report.missing(upgrade, 'val', {
          message: `${name} names no VAL`,
          help: 'Add `val` with the VAL in which the release is validated.',
        });
        continue;
      }
      const val = plan.environment(upgrade.val);
      if (!val?.kind || val.kind.id === 'val') continue;
      report.value(upgrade, 'val', {
        message: `${name} names ${val.name} as its VAL`,
        help: 'Name the VAL in which the release is validated.',
      });
    }
  },
});
