import type { Environment } from '../../lifecycle/environment.ts';
import { type Moment, moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { quote } from '../../lifecycle/words.ts';
import valNotClonedFromPreProd from '../configuration-management/val-not-cloned-from-pre-prod.ts';
import environmentNotAlive from '../environments/environment-not-alive.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';
import { bothValidations, upgradeVal } from './excerpt.ts';
import valReused from './val-reused.ts';

export default orderRule({
  id: 'val-not-obfuscated',
  severity: 'error',
  title: 'In a VAL cloned from PROD the volunteers’ data are obfuscated before anybody works in it',
  why: 'A clone of PROD carries the personal data of real volunteers. Validation is no reason for anyone to see them.',
  remedy:
    'Have the volunteers’ personal data obfuscated directly after cloning, and record the day.',
  waivable: false,
  yieldsTo: [valNotClonedFromPreProd, valReused, environmentNotAlive],
  examples: () => ({
    bad: [
      {
        title: 'No day is given',
        text: text`
          environments:
            «val-26-2»:
              kind: val
              release: "26.2"
              created: 2026-09-14
              clonedFrom: prod
              destroyed: 2026-11-10
              iq: { date: 2026-09-16 }
              reports:
                - { date: 2026-09-16, comparedWith: prod }
              main: {}
              test: {}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06 }
        `,
        finds: [
          'VAL `val-26-2` is cloned from PROD, and the plan does not say when its volunteers’ data are obfuscated',
        ],
      },
      {
        title: 'Work begins before that day',
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06 }
          activities:
            - { activity: data-review, instance: val-26-2.main, from: «2026-09-14», to: 2026-09-18 }
        `.replace('obfuscated: 2026-09-14', 'obfuscated: 2026-09-15'),
        finds: [
          'The activity `data-review` in VAL `val-26-2` begins on 2026-09-14, before the volunteers’ data are obfuscated on 2026-09-15',
        ],
      },
    ],
    good: [
      {
        title: 'On the day itself',
        text: text`
          ${upgradeVal}
          ${bothValidations}
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-06 }
          activities:
            - { activity: data-review, instance: val-26-2.main, from: 2026-09-14, to: 2026-09-18 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const val of clonesOfProd(plan)) {
      if (val.facts.obfuscated !== undefined) continue;
      report.missing(val, 'obfuscated', {
        message: `${val.name} is cloned from PROD, and the plan does not say when its volunteers’ data are obfuscated`,
        help: 'Add `obfuscated` with the day; nobody works in the VAL before it.',
        restsOn: [{ record: val, key: 'clonedFrom' }],
      });
    }
  },
  *constraints(plan) {
    for (const val of clonesOfProd(plan)) {
      const obfuscated = moment(val.facts, 'obfuscated');
      if (!obfuscated) continue;
      for (const { what, begins } of workIn(plan, val)) {
        yield { val, what, earlier: obfuscated, later: begins, about: 'later' as const };
      }
    }
  },
  words: ({ val, what, earlier, later }) => ({
    message: `${what} in ${val.name} begins on ${later.date}, before the volunteers’ data are obfuscated on ${earlier.date}`,
    help: `Begin on ${earlier.date} or later.`,
    restsOn: [{ record: val, key: 'clonedFrom' }],
  }),
});

function clonesOfProd(plan: Plan): Environment[] {
  return plan
    .ofKind('val')
    .filter(({ facts }) => plan.environment(facts.clonedFrom)?.kind?.id === 'prod');
}

function* workIn(plan: Plan, val: Environment): Generator<{ what: string; begins: Moment }> {
  for (const validation of plan.validationsIn(val)) {
    const begins = moment(validation, 'started');
    if (begins) yield { what: 'The validation', begins };
  }
  for (const activity of plan.activities) {
    const begins = moment(activity, 'from');
    if (!begins || plan.place(activity.instance)?.environment !== val) continue;
    yield {
      what: activity.activity ? `The activity ${quote(activity.activity)}` : 'An activity',
      begins,
    };
  }
}
