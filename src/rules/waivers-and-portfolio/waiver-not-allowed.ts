import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { lateIq } from './late-iq.ts';

export default rule({
  id: 'waiver-not-allowed',
  severity: 'error',
  title: 'Some rules cannot be waived',
  why: 'Without an IQ, with half a pair, with real data in PROD Test or a VAL, or with untrained users in PROD Main there is no onboarding to speak of; and what cannot be read cannot be accepted.',
  remedy: 'Mend what the rule found, and remove the waiver.',
  waivable: false,
  examples: () => ({
    bad: [
      {
        text: text`
          waivers:
            - rule: «pair-incomplete»
              reason: One instance is enough for us
              approvedBy: Head of Quality
              approved: 2026-02-20
        `,
        finds: ['The rule `pair-incomplete` cannot be waived'],
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
    for (const { waiver, rule: waived } of uses) {
      if (waived?.waivable !== false) continue;
      report.value(waiver, 'rule', {
        message: `The rule ${quote(waived.id)} cannot be waived`,
        help: 'Remove the waiver, and mend what the rule finds.',
      });
    }
  },
});
