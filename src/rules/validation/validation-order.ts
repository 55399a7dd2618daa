import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';
import { theValidation } from './words.ts';

export default orderRule({
  id: 'validation-order',
  severity: 'error',
  title: 'A validation starts before it is completed',
  why: 'Both days appear in the validation report. Where the end precedes the beginning, neither can be right, and the report loses its worth as evidence.',
  remedy: 'Find out which of the two dates is wrong, and correct it.',
  examples: () => ({
    bad: [
      {
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-18, completed: «2026-05-15»,
                scope: [study-build, study-test, study-publish] }
        `,
        finds: ['The validation in VAL is completed on 2026-05-15, before it starts on 2026-05-18'],
      },
    ],
    good: [
      {
        title: 'Completed within a day',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-18, completed: 2026-05-18,
                scope: [study-build, study-test, study-publish] }
        `,
      },
    ],
  }),
  *constraints(plan) {
    for (const validation of plan.validations) {
      const name = theValidation(plan, validation);
      const started = moment(validation, 'started');
      const completed = moment(validation, 'completed');
      if (!started || !completed) continue;
      yield { name, earlier: started, later: completed, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `${name} is completed on ${later.date}, before it starts on ${earlier.date}`,
    help: `Enter a day of completion on or after ${earlier.date}, or correct the start.`,
  }),
});
