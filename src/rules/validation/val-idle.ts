import { addDays, inDays } from '../../lifecycle/dates.ts';
import { earliest, moment } from '../../lifecycle/moments.ts';
import { isIncomplete } from '../../lifecycle/records.ts';
import { text } from '../example.ts';
import { days, orderRule } from '../rule.ts';
import validationOrder from './validation-order.ts';

export default orderRule({
  id: 'val-idle',
  severity: 'warning',
  title: 'Validation starts soon after VAL is created',
  why: 'VAL is a copy of one day. While it waits, Pre-PROD or PROD moves on, and what is validated in the end is no longer what will be run.',
  remedy: 'Ask for VAL when the people who validate are free, or start the validation earlier.',
  options: days(21, 'Most days from the creation of VAL to the start of its validation'),
  yieldsTo: [validationOrder],
  examples: () => ({
    bad: [
      {
        text: text`
          validations:
            - { environment: val, owner: customer, started: «2026-06-02», completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
        `,
        finds: [
          'The validation in VAL starts on 2026-06-02, 22 days after VAL is created on 2026-05-11',
        ],
      },
    ],
    good: [
      {
        title: 'The last day that is in time',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-06-01, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
        `,
      },
      {
        title: 'The first of several validations counts',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-06-08, completed: 2026-06-26,
                scope: [study-publish] }
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-05,
                scope: [study-build, study-test] }
        `,
      },
    ],
  }),
  *constraints(plan, options) {
    // Whether it starts too early is for `environment-not-alive` to say.
    const within = { min: -Infinity, max: options.days };
    for (const val of plan.ofKind('val')) {
      const { name, created } = val;
      const validations = plan.validationsIn(val);
      const started = earliest(validations.map((validation) => moment(validation, 'started')));
      if (!created || !started || isIncomplete(plan.facts.validations)) continue;
      // A validation that cannot be told to be in this VAL, or when it starts, may be the first.
      const undated = validations.filter((validation) => validation.started === undefined);
      const restsOn = [
        ...plan.unplacedValidations,
        ...undated.map((record) => ({ record, key: 'started' })),
      ];
      const words = { name, restsOn };
      yield { ...words, earlier: created, later: started, ...within, about: 'later' as const };
    }
  },
  words: ({ name, restsOn, earlier, later, gap, max }) => ({
    message: `The validation in ${name} starts on ${later.date}, ${inDays(gap)} after ${name} is created on ${earlier.date}`,
    help: `Start by ${addDays(earlier.date, max)}, or have ${name} created later.`,
    restsOn,
  }),
});
