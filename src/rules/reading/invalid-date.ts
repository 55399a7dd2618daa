import { text } from '../example.ts';
import { readingRule } from '../rule.ts';

export default readingRule({
  id: 'invalid-date',
  severity: 'error',
  waivable: false,
  title: 'A date is a day of the calendar, written as year, month and day',
  why: 'The order of dates is what a plan is checked for. A date in another notation can mean two days, and one that does not exist means none.',
  remedy: 'Write the day as `YYYY-MM-DD`, such as `2026-05-08`, without a time.',
  reads: 'invalid-date',
  words({ path, found }) {
    const isWritten = /^`\d{4}-\d{2}-\d{2}`$/.test(found);
    const key = path.findLast((step) => typeof step === 'string');
    return isWritten
      ? {
          message: `\`${key}\` is ${found}, a day that the calendar does not have`,
          help: 'Correct the month or the day.',
        }
      : {
          message: `\`${key}\` is ${found}; expected a day as \`YYYY-MM-DD\``,
          help: 'Write year, month and day in digits, joined by hyphens, such as `2026-05-08`.',
        };
  },
  examples: () => ({
    bad: [
      {
        title: 'Another notation',
        text: text`
          masterLibrary:
            environment: pre-prod
            ready: «05/06/2026»
            carryOver: Kept through the promotion
        `,
        finds: ['`ready` is `05/06/2026`; expected a day as `YYYY-MM-DD`'],
      },
      {
        title: 'A day that does not exist',
        text: text`
          masterLibrary:
            environment: pre-prod
            ready: «2026-04-31»
            carryOver: Kept through the promotion
        `,
        finds: ['`ready` is `2026-04-31`, a day that the calendar does not have'],
      },
    ],
    good: [
      {
        text: text`
          masterLibrary:
            environment: pre-prod
            ready: 2026-04-30
            carryOver: Kept through the promotion
        `,
      },
    ],
  }),
});
