import { instanceNames } from '../../lifecycle/kinds.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'pair-incomplete',
  severity: 'error',
  title: 'Sandbox, VAL and PROD are pairs of Main and Test',
  why: 'Studies are built in Main and tried in Test. Without its partner an instance cannot show the full cycle of build, test and publish, and what is learned or validated in it does not hold for a pair.',
  remedy: 'Add the instance that is missing; its details can follow when they are known.',
  waivable: false,
  // What is said of an instance that is not there, or in its stead, need not be judged.
  doubts: true,
  examples: () => ({
    bad: [
      {
        title: 'A Sandbox without Test',
        text: text`
          environments:
            «sandbox»:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main: {}
        `,
        finds: ['Sandbox has no Test instance'],
      },
      {
        title: 'A VAL of one instance',
        text: text`
          environments:
            «val»:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main: {}
        `,
        finds: ['VAL has no Test instance'],
      },
      {
        title: 'A PROD without Main',
        text: text`
          environments:
            «prod»:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              test: {}
        `,
        finds: ['PROD has no Main instance'],
      },
      {
        title: 'A pair of which neither instance is there',
        text: text`
          environments:
            «sandbox»:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
        `,
        finds: ['Sandbox has no Main and no Test instance'],
      },
    ],
    good: [
      {
        title: 'Nothing need be known of an instance yet',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main:
              test:
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.environments) {
      if (!environment.kind?.paired) continue;
      const missing = (['main', 'test'] as const).filter((id) => !environment[id]);
      if (missing.length === 0) continue;
      const named = missing.map((id) => instanceNames[id]).join(' and no ');
      report.missing(environment, missing, {
        message: `${environment.name} has no ${named} instance`,
        help: `Add ${missing.map((id) => `\`${id}:\``).join(' and ')} to \`${environment.id}\`; nothing need follow the colon yet.`,
      });
    }
  },
});
