import { earliest } from '../../lifecycle/moments.ts';
import { upgradeDays } from '../../lifecycle/upgrades.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { upgradeVal } from './excerpt.ts';
import { upgradeName } from './name.ts';

/** An upgrade that has happened, with the evidence that its VAL then owes. */
const done = text`
  statusDate: 2026-11-13
  ${upgradeVal}
  validations:
    - environment: val
      owner: customer
      started: 2026-05-14
      completed: 2026-06-26
      report: VR-QB-001
      scope: [study-build, study-test, study-publish]
    - environment: val-26-2
      owner: customer
      started: 2026-09-17
      completed: 2026-10-30
      report: VR-QB-002
      scope: [study-build, study-test, study-publish]
`
  .trimEnd()
  .replace('{ date: 2026-09-16 }', '{ date: 2026-09-16, document: IQ-QB-004 }');

export default rule({
  id: 'upgrade-ecr-missing',
  severity: 'error',
  title: 'An upgrade of PROD has an ECR',
  why: 'An upgrade is the largest change that PROD sees after go-live. Without its record an auditor cannot tell which release ran when.',
  remedy: 'Enter the number of the Environment Change Record.',
  examples: () => ({
    bad: [
      {
        around: 'live',
        text: text`
          ${done}
          upgrades:
            - { «release»: "26.2", val: val-26-2, upgraded: 2026-11-06 }
        `,
        finds: ['The upgrade to 26.2 on 2026-11-06 has no ECR'],
      },
    ],
    good: [
      {
        around: 'live',
        text: text`
          ${done}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06, ecr: ECR-QB-010 }
        `,
      },
      {
        title: 'What is planned owes none yet',
        around: 'live',
        text: text`
          ${done}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-14 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const upgrade of plan.upgrades) {
      const { main, test } = upgradeDays(upgrade);
      const first = earliest([main, test]);
      if (!plan.hasHappened(first?.date) || upgrade.ecr !== undefined) continue;
      report.missing(upgrade, 'ecr', {
        message: `${upgradeName(upgrade)} on ${first?.date} has no ECR`,
        help: 'Add `ecr` with the number of its Environment Change Record.',
      });
    }
  },
});
