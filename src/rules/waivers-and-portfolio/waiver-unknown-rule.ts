import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { lateIq } from './late-iq.ts';

export default rule({
  id: 'waiver-unknown-rule',
  severity: 'error',
  title: 'A waiver names a rule that exists',
  why: 'A misspelt waiver accepts nothing, while everybody who reads the plan believes that it does.',
  remedy: 'Write the rule’s name as the finding shows it.',
  waivable: false,
  examples: () => ({
    bad: [
      {
        text: text`
          waivers:
            - rule: «iq-lte»
              reason: The IQ team was short of people
              approvedBy: Head of Quality
              approved: 2026-02-20
        `,
        finds: ['There is no rule `iq-lte`'],
      },
    ],
    good: [
      {
        text: text`
          ${lateIq}
          waivers:
            - rule: iq-late
              reason: The IQ team was short of people
              approvedBy: Head of Quality
              approved: 2026-02-20
        `,
      },
    ],
  }),
  judge(uses, report) {
    for (const { waiver, rule: waived, nearest, meant } of uses) {
      if (waived || waiver.rule === undefined) continue;
      report.value(waiver, 'rule', {
        message: `There is no rule ${quote(waiver.rule)}`,
        help: nearest
          ? `Did you mean \`${nearest}\`?`
          : 'Copy the name of the rule from the finding; `npx --no waypost rules` lists them all.',
        repair: meant === undefined ? undefined : { write: meant },
      });
    }
  },
});
