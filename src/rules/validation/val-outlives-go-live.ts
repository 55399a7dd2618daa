import type { Constraint } from '../../lifecycle/constraints.ts';
import { addDays, inDays } from '../../lifecycle/dates.ts';
import type { Fact } from '../../lifecycle/records.ts';
import { upgradeDone } from '../../lifecycle/upgrades.ts';
import { text } from '../example.ts';
import { days, orderRule } from '../rule.ts';
import valReused from '../upgrades/val-reused.ts';

interface Ending extends Constraint {
  readonly name: string;
  readonly max: number;
  /** What VAL was needed for, as one says it before its date. */
  readonly purpose: string;
  readonly restsOn: readonly Fact[];
}

export default orderRule<Ending, ReturnType<typeof days>>({
  id: 'val-outlives-go-live',
  severity: 'warning',
  title: 'VAL is destroyed soon after go-live, or after the upgrade it was for',
  why: 'Once PROD runs what was validated, VAL has served. A pair that stays on grows apart from PROD, and tempts people to validate the next release in something that is no copy of it.',
  remedy:
    'Ask for VAL to be destroyed within two weeks; the next validation gets a pair of its own.',
  options: days(14, 'Most days from go-live, or from the upgrade, to the end of VAL'),
  yieldsTo: [valReused],
  examples: () => ({
    bad: [
      {
        title: 'After go-live',
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: «2026-08-04»
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main:
              test:
        `,
        finds: ['VAL is destroyed on 2026-08-04, 15 days after go-live on 2026-07-20'],
      },
      {
        title: 'After an upgrade',
        text: text`
          environments:
            val-26-2:
              kind: val
              release: "26.2"
              created: 2026-09-14
              destroyed: «2026-12-09»
              clonedFrom: prod
              obfuscated: 2026-09-14
              iq: { date: 2026-09-16 }
              reports:
                - { date: 2026-09-16, comparedWith: prod }
              main:
              test:
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
            - { environment: val-26-2, owner: customer, started: 2026-09-17, completed: 2026-11-13,
                scope: [study-build, study-test, study-publish] }
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: { main: 2026-11-23, test: 2026-11-24 } }
        `,
        finds: [
          'VAL `val-26-2` is destroyed on 2026-12-09, 15 days after the upgrade to 26.2 on 2026-11-24',
        ],
      },
    ],
    good: [
      {
        title: 'The last day that is soon enough',
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-08-03
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main:
              test:
        `,
      },
    ],
  }),
  *constraints(plan, options) {
    const { onboardingVal, goLive } = plan;
    for (const val of plan.ofKind('val')) {
      const { name, destroyed } = val;
      if (!destroyed) continue;
      const upgrades = plan.upgradesValidatedIn(val);
      const restsOn = upgrades.map((record) => ({ record, key: 'val' }));
      // Whether it ends too early is for other rules to say.
      const ending = { name, later: destroyed, min: -Infinity, max: options.days, restsOn };
      if (val === onboardingVal && goLive) {
        yield { ...ending, earlier: goLive, about: 'later', purpose: 'go-live' };
      }
      for (const upgrade of upgrades) {
        const done = upgradeDone(upgrade);
        const purpose = upgrade.release ? `the upgrade to ${upgrade.release}` : 'the upgrade';
        if (done) yield { ...ending, earlier: done, about: 'later', purpose };
      }
    }
  },
  words: ({ name, purpose, earlier, later, gap, max, restsOn }) => ({
    message: `${name} is destroyed on ${later.date}, ${inDays(gap)} after ${purpose} on ${earlier.date}`,
    help: `Have it destroyed by ${addDays(earlier.date, max)}.`,
    restsOn,
  }),
});
