import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'prod-test-data',
  severity: 'error',
  title: 'PROD Test holds dummy data only',
  why: 'Trainees, monitors and other users work in PROD Test before they are cleared for Main. Data of real participants or trials there are open to people who may not see them.',
  remedy: 'Keep PROD Test on dummy data.',
  waivable: false,
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: { data: real }
              test: { data: «migrated» }
        `,
        finds: ['PROD Test holds `migrated` data'],
      },
    ],
    good: [
      {
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: { data: real }
              test: { data: dummy }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const { test } of plan.ofKind('prod')) {
      const data = test?.facts.data;
      if (!test || data === undefined || data === 'dummy') continue;
      report.value(test, 'data', {
        message: `${test.name} holds ${quote(data)} data`,
        help: 'Write `dummy`, and see that nothing else is loaded into it.',
      });
    }
  },
});
