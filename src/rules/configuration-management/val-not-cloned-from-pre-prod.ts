import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'val-not-cloned-from-pre-prod',
  severity: 'error',
  title: 'The VAL of the onboarding is a clone of Pre-PROD',
  why: 'Validation shows that the configuration which PROD will have does what it should. It shows so only if VAL has that very configuration, which is Pre-PROD’s.',
  remedy: 'Have VAL cloned from Pre-PROD, and say so in the plan.',
  examples: () => ({
    bad: [
      {
        title: 'Cloned from elsewhere',
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: «sandbox»
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
        finds: ['VAL is cloned from Sandbox, not from Pre-PROD'],
      },
      {
        title: 'Not cloned at all',
        text: text`
          environments:
            «val»:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
        finds: ['VAL is not cloned from Pre-PROD'],
      },
    ],
    good: [
      {
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
      },
    ],
  }),
  check(plan, report) {
    const val = plan.onboardingVal;
    const [preProd] = plan.ofKind('pre-prod');
    if (!val || !preProd) return;
    const { clonedFrom } = val.facts;
    if (clonedFrom === undefined) {
      report.missing(val, 'clonedFrom', {
        message: `${val.name} is not cloned from ${preProd.name}`,
        help: `Add \`clonedFrom: ${preProd.id}\` to \`${val.id}\`.`,
      });
      return;
    }
    const source = plan.environment(clonedFrom);
    if (!source?.kind || source.kind.id === 'pre-prod') return;
    report.value(val, 'clonedFrom', {
      message: `${val.name} is cloned from ${source.name}, not from ${preProd.name}`,
      help: `Have ${val.name} cloned from ${preProd.name}, and write \`clonedFrom: ${preProd.id}\`.`,
    });
  },
});
