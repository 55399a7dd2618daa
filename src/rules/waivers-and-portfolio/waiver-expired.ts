import { quote } from '../../lifecycle/words.ts';
import dateOrder from '../environments/date-order.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { lateIq } from './late-iq.ts';

export default rule({
  id: 'waiver-expired',
  severity: 'error',
  title: 'A waiver holds from its approval to its end',
  why: 'A deviation that nobody has accepted for today is a plain deviation, whatever stood in the plan before.',
  remedy: 'End the deviation, or have the waiver approved anew.',
  waivable: false,
  yieldsTo: [dateOrder],
  examples: () => ({
    bad: [
      {
        title: 'Its end has passed',
        text: text`
          waivers:
            - rule: iq-late
              reason: The IQ team was short of people
              approvedBy: Head of Quality
              approved: 2026-01-10
              until: «2026-02-28»
        `,
        finds: ['The waiver of `iq-late` ended on 2026-02-28, before the status date 2026-03-01'],
      },
      {
        title: 'It is not approved yet',
        text: text`
          waivers:
            - rule: iq-late
              reason: The IQ team was short of people
              approvedBy: Head of Quality
              approved: «2026-03-02»
        `,
        finds: [
          'The waiver of `iq-late` is approved on 2026-03-02, after the status date 2026-03-01',
        ],
      },
    ],
    good: [
      {
        title: 'Approved and ending on the status date, it still holds',
        text: text`
          ${lateIq}
          waivers:
            - rule: iq-late
              reason: The IQ team was short of people
              approvedBy: Head of Quality
              approved: 2026-03-01
              until: 2026-03-01
        `,
      },
    ],
  }),
  judge(uses, report) {
    for (const { waiver, plan, rule: waived, void: flaw } of uses) {
      if (!flaw || !waived || waived.waivable === false || !waiver.rule) continue;
      const status = `the status date ${plan.facts.statusDate}`;
      if (flaw === 'expired') {
        report.value(waiver, 'until', {
          message: `The waiver of ${quote(waiver.rule)} ended on ${waiver.until}, before ${status}`,
          help: 'Mend what it covered and remove it, or have it approved anew with a later `until`.',
        });
        continue;
      }
      report.value(waiver, 'approved', {
        message: `The waiver of ${quote(waiver.rule)} is approved on ${waiver.approved}, after ${status}`,
        help: 'A waiver cannot be planned: enter it once it is approved.',
      });
    }
  },
});
