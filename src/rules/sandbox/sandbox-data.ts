import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'sandbox-data',
  severity: 'error',
  title: 'Sandbox holds dummy data',
  why: 'Sandbox is open to everybody who learns, and under no change control. Data of real people have no place there, and once in they are hard to get out again.',
  remedy: 'Work with the dummy volunteers that Sandbox comes with; have real data removed.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main: { data: «real» }
              test: { data: dummy }
        `,
        finds: ['Sandbox Main holds `real` data'],
      },
      {
        title: 'Migrated data are real data',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main: { data: dummy }
              test: { data: «migrated» }
        `,
        finds: ['Sandbox Test holds `migrated` data'],
      },
    ],
    good: [
      {
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main: { data: dummy }
              test: { data: dummy }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const instance of plan.ofKind('sandbox').flatMap(({ instances }) => instances)) {
      const { data } = instance.facts;
      if (data !== 'real' && data !== 'migrated') continue;
      report.value(instance, 'data', {
        message: `${instance.name} holds ${quote(data)} data`,
        help: 'Use dummy volunteers, and write `data: dummy`; if such data are in it already, have IQVIA remove them.',
      });
    }
  },
});
