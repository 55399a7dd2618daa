import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'iq-on-uncontrolled',
  severity: 'error',
  title: 'Sandbox, Migration, Demo and Community Dev have no IQ',
  why: 'These environments are not under change control: anything in them may change at any time without a record. An IQ there claims a qualified state that nobody keeps, and an auditor will ask for the change records that do not exist.',
  remedy: 'Delete the IQ. If it belongs to Pre-PROD, VAL or PROD, move it there.',
  doubts: true,
  examples: () => ({
    bad: [
      {
        title: 'On a pair',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              «iq»: { date: 2026-03-05 }
              main: {}
              test: {}
        `,
        finds: ['Sandbox is not under change control, yet it has an IQ'],
      },
      {
        title: 'On one instance of a pair',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main: {}
              test:
                «iq»: { date: 2026-03-05 }
        `,
        finds: ['Sandbox Test is not under change control, yet it has an IQ'],
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
              main: {}
              test: {}
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.uncontrolled) {
      const instances = environment.kind?.paired ? environment.instances : [];
      const places = [
        { place: environment, reference: environment.id },
        ...instances.map((place) => ({ place, reference: place.reference })),
      ];
      for (const { place, reference } of places) {
        if (!place.facts.iq) continue;
        report.key(place, 'iq', {
          message: `${place.name} is not under change control, yet it has an IQ`,
          help: `Delete \`iq\` from ${quote(reference)}: only Pre-PROD, VAL and PROD are qualified.`,
        });
      }
    }
  },
});
