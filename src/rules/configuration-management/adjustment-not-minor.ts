import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'adjustment-not-minor',
  severity: 'warning',
  title: 'Once VAL is cloned, changes to Pre-PROD are minor',
  why: 'What was validated and what is promoted may differ by small adjustments. After a larger change the two are no longer the same configuration, and the validation says little about PROD.',
  remedy: 'Leave the change for an upgrade, or clone a fresh VAL and validate it.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-06-03
                  summary: Rework the recruitment pools
                  finding: F-01
                  size: «major»
              reports:
                - { date: 2026-06-03 }
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-06-26
              scope: [study-build, study-test, study-publish]
              findings:
                - { id: F-01, severity: major, opened: 2026-05-28, resolved: 2026-06-03 }
        `,
        finds: [
          'The change of Pre-PROD on 2026-06-03 comes after VAL is cloned on 2026-05-11, and is `major`',
        ],
      },
      {
        title: 'Whether it is minor must be said',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - { «date»: 2026-06-03, summary: Rework the recruitment pools, finding: F-01 }
              reports:
                - { date: 2026-06-03 }
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-06-26
              scope: [study-build, study-test, study-publish]
              findings:
                - { id: F-01, severity: major, opened: 2026-05-28, resolved: 2026-06-03 }
        `,
        finds: [
          'The change of Pre-PROD on 2026-06-03 comes after VAL is cloned on 2026-05-11, and its size is not stated',
        ],
      },
    ],
    good: [
      {
        title: 'Before VAL is cloned, and on its day, any change is welcome',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-05-11
                  summary: Rework the recruitment pools
                  size: major
              reports:
                - { date: 2026-05-11 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const { environment, change, day, cloning } of plan.adjustments) {
      const { size } = change;
      if (size === 'minor') continue;
      const after = `The change of ${environment.name} on ${day.date} comes after VAL is cloned on ${cloning.date}`;
      const places = {
        related: [{ ...cloning, message: `VAL is cloned on ${cloning.date}` }],
        restsOn: [day],
      };
      if (size === undefined) {
        report.missing(change, 'size', {
          message: `${after}, and its size is not stated`,
          help: 'Add `size: minor` if it is small; make a larger change after go-live, or validate it in a fresh VAL.',
          ...places,
        });
        continue;
      }
      report.value(change, 'size', {
        message: `${after}, and is ${quote(size)}`,
        help: 'Make it after go-live, or validate it in a fresh VAL; if it is small after all, write `size: minor`.',
        ...places,
      });
    }
  },
});
