import { kinds } from '../../lifecycle/kinds.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'prod-not-promoted',
  severity: 'error',
  title: 'PROD Main is the promoted Pre-PROD',
  why: 'What was configured in Pre-PROD and validated in its clone reaches PROD only by promotion. A PROD of another origin is not the platform that was validated.',
  remedy: 'State that PROD is promoted from Pre-PROD, or plan the promotion.',
  examples: () => ({
    bad: [
      {
        title: 'No origin is stated',
        text: text`
          environments:
            «prod»:
              release: "26.1"
              created: 2026-07-06
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
        finds: ['The plan does not say that PROD is promoted from Pre-PROD'],
      },
      {
        title: 'Promoted from VAL',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: «val»
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
        finds: ['PROD is promoted from VAL instead of Pre-PROD'],
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
              main: {}
              test: {}
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const prod of plan.ofKind('prod')) {
      const { promotedFrom } = prod.facts;
      if (promotedFrom === undefined) {
        const environments = plan.facts.environments ?? {};
        report.missing(prod, 'promotedFrom', {
          message: `The plan does not say that ${prod.name} is promoted from ${kinds['pre-prod'].name}`,
          help: 'Add `promotedFrom` with the name of the Pre-PROD environment.',
          // Where there is no Pre-PROD at all, that is what has to be said.
          restsOn: [{ record: environments, key: 'pre-prod' }],
        });
        continue;
      }
      const source = plan.environment(promotedFrom);
      if (!source?.kind || source.kind.id === 'pre-prod') continue;
      report.value(prod, 'promotedFrom', {
        message: `${prod.name} is promoted from ${source.name} instead of ${kinds['pre-prod'].name}`,
        help: 'Promote Pre-PROD, the environment that VAL was cloned from.',
      });
    }
  },
});
