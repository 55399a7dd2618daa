import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import type { Repair } from '../repair.ts';
import { rule } from '../rule.ts';
import type { WaiverUse } from '../waiver-use.ts';
import { lateIq } from './late-iq.ts';

export default rule({
  id: 'waiver-unused',
  severity: 'warning',
  title: 'Every waiver covers a finding',
  why: 'A waiver that covers nothing looks like a known deviation where there is none, and would quietly accept the next one.',
  remedy: 'Remove the waiver, or correct the place it names.',
  waivable: false,
  examples: () => ({
    bad: [
      {
        title: 'Nothing deviates',
        text: text`
          waivers:
            - rule: «iq-late»
              reason: The IQ team was short of people
              approvedBy: Head of Quality
              approved: 2026-02-20
        `,
        finds: ['The waiver of `iq-late` covers no finding'],
      },
      {
        title: 'The place is misspelt',
        text: text`
          waivers:
            - rule: iq-late
              at: «environments.pre-prd»
              reason: The IQ team was short of people
              approvedBy: Head of Quality
              approved: 2026-02-20
        `,
        finds: [
          'The waiver of `iq-late` names `environments.pre-prd`, which the plan does not have',
        ],
      },
    ],
    good: [
      {
        text: text`
          ${lateIq}
          waivers:
            - rule: iq-late
              at: environments.pre-prod
              reason: The IQ team was short of people
              approvedBy: Head of Quality
              approved: 2026-02-20
        `,
      },
    ],
  }),
  judge(uses, report) {
    const isAll = uses.every(isRemovable);
    for (const use of uses) {
      const { plan, waiver, holds, needed, namesNothing } = use;
      if (!holds || !waiver.rule || needed) continue;
      if (namesNothing) {
        report.value(waiver, 'at', {
          message: `The waiver of ${quote(waiver.rule)} names ${quote(waiver.at ?? '')}, which the plan does not have`,
          help: 'Name the place as a finding shows it, such as `environments.sandbox`, or leave `at` out to cover the whole plan.',
        });
        continue;
      }
      report.value(waiver, 'rule', {
        message: `The waiver of ${quote(waiver.rule)} covers no finding`,
        help: 'Remove the waiver: the deviation is gone, or is somewhere else in the plan.',
        repair: isRemovable(use) ? removal(isAll ? plan.facts.waivers : waiver) : undefined,
      });
    }
  },
});

/** A misspelt place is no reason to forget what was approved. */
function isRemovable({ idle, namesNothing }: WaiverUse): boolean {
  return idle && !namesNothing;
}

/** @param record a waiver, or the list of all where none of them covers anything */
function removal(record: object | undefined): Repair | undefined {
  if (!record) return undefined;
  const isList = Array.isArray(record) && record.length > 1;
  return { remove: record, title: isList ? 'Remove all waivers' : 'Remove the waiver' };
}
