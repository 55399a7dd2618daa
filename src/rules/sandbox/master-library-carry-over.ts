import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'master-library-carry-over',
  severity: 'warning',
  title: 'The plan says how the master library reaches PROD',
  why: 'It is not self-evident that forms outlast the promotion and the move of the participants’ data. If nobody has agreed how they do, the first study finds an empty library.',
  remedy: 'Agree with IQVIA how the library is carried over, and who checks it on the day.',
  examples: () => ({
    bad: [
      {
        text: text`
          «masterLibrary»:
            environment: pre-prod
            ready: 2026-05-06
        `,
        finds: ['The plan does not say how the master library reaches PROD'],
      },
    ],
    good: [
      {
        text: text`
          masterLibrary:
            environment: pre-prod
            ready: 2026-05-06
            carryOver: Kept through the promotion, and checked against the list of forms
        `,
      },
    ],
  }),
  check(plan, report) {
    const library = plan.facts.masterLibrary;
    if (!library || library.carryOver !== undefined) return;
    report.missing(library, 'carryOver', {
      message: 'The plan does not say how the master library reaches PROD',
      help: 'Add `carryOver:` to `masterLibrary`, with what was agreed in one line.',
    });
  },
});
