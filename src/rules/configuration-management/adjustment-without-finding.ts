import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'adjustment-without-finding',
  severity: 'warning',
  title: 'Once VAL is cloned, Pre-PROD is changed to answer findings only',
  why: 'From that day VAL and Pre-PROD go apart with every change. A change that answers a finding was asked for by validation; any other reaches PROD although nobody validated it.',
  remedy: 'Name the finding that the change answers, or leave the change until after go-live.',
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
                - «date»: 2026-06-03
                  summary: Print the site code on kit labels
                  size: minor
              reports:
                - { date: 2026-06-03 }
        `,
        finds: [
          'The change of Pre-PROD on 2026-06-03 comes after VAL is cloned on 2026-05-11, and names no finding',
        ],
      },
    ],
    good: [
      {
        title: 'The answer to a finding',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-06-03
                  summary: Print the site code on kit labels
                  finding: F-01
                  size: minor
              reports:
                - { date: 2026-06-03 }
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-06-26
              scope: [study-build, study-test, study-publish]
              findings:
                - { id: F-01, severity: minor, opened: 2026-05-28, resolved: 2026-06-03 }
        `,
      },
      {
        title: 'On the day VAL is cloned',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-05-11
                  summary: Print the site code on kit labels
              reports:
                - { date: 2026-05-11 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const { environment, change, day, cloning } of plan.adjustments) {
      if (change.finding !== undefined) continue;
      report.missing(change, 'finding', {
        message: `The change of ${environment.name} on ${day.date} comes after VAL is cloned on ${cloning.date}, and names no finding`,
        help: 'Add `finding:` with the number of the validation finding that it answers.',
        related: [{ ...cloning, message: `VAL is cloned on ${cloning.date}` }],
        restsOn: [day],
      });
    }
  },
});
