import type { Environment } from '../../lifecycle/environment.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { isIncomplete } from '../../lifecycle/records.ts';
import { inWords, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import upgradeValNotClonedFromProd from '../upgrades/upgrade-val-not-cloned-from-prod.ts';
import valNotClonedFromPreProd from './val-not-cloned-from-pre-prod.ts';

export default rule({
  id: 'configuration-report-not-compared',
  severity: 'warning',
  title: 'The Configuration Reports of VAL and PROD are compared with those of their origin',
  why: 'A clone and a promotion are meant to carry the configuration over unchanged. Two reports side by side show that they did, or what has to be explained before users rely on it.',
  remedy: 'Compare a Configuration Report with that of the environment it came from.',
  // With which environment a report is to be compared, is open while the source is wrong.
  yieldsTo: [valNotClonedFromPreProd, upgradeValNotClonedFromProd],
  examples: () => ({
    bad: [
      {
        title: 'VAL',
        around: 'live',
        text: text`
          environments:
            «val»:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13, document: IQ-QB-002, approvedBy: IQVIA Quality }
              reports:
                - { date: 2026-05-13 }
              main: {}
              test: {}
        `,
        finds: ['No Configuration Report of VAL is compared with Pre-PROD'],
      },
      {
        title: 'PROD',
        around: 'live',
        text: text`
          environments:
            «prod»:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07, document: IQ-QB-003, approvedBy: IQVIA Quality }
              reports:
                - { date: 2026-07-07, comparedWith: sandbox }
              main: {}
              test: {}
        `,
        finds: ['No Configuration Report of PROD is compared with Pre-PROD or VAL'],
      },
    ],
    good: [
      {
        title: 'PROD may be compared with what was validated',
        around: 'live',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07, document: IQ-QB-003, approvedBy: IQVIA Quality }
              reports:
                - { date: 2026-07-07 }
                - { date: 2026-07-08, comparedWith: val }
              main: {}
              test: {}
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.controlled) {
      const { facts, name } = environment;
      const origins = originsOf(plan, environment);
      // That there is no report at all is for `configuration-report-missing` to say.
      if (!facts.reports?.length || origins.length === 0 || !plan.isQualified(environment))
        continue;
      const compared = facts.reports.map(({ comparedWith }) => plan.environment(comparedWith));
      if (origins.some((origin) => compared.includes(origin)) || isIncomplete(facts.reports))
        continue;
      // An environment whose kind cannot be told may be one of them.
      if (compared.some((other) => other && !other.kind)) continue;
      const names = inWords(
        origins.map((origin) => origin.name),
        'or',
      );
      report.record(environment, {
        message: `No Configuration Report of ${name} is compared with ${names}`,
        help: `Compare them, and add \`comparedWith: ${origins[0]?.id}\` to the report of ${quote(environment.id)}.`,
        restsOn: [
          { record: environment, key: 'clonedFrom' },
          ...facts.reports.map((taken) => ({ record: taken, key: 'comparedWith' })),
        ],
      });
    }
  },
});

/** The environments whose configuration VAL or PROD is meant to have. */
function originsOf(plan: Plan, { kind, facts }: Environment): Environment[] {
  if (kind?.id === 'prod') return [...plan.ofKind('pre-prod'), ...plan.ofKind('val')];
  const source = kind?.id === 'val' ? plan.environment(facts.clonedFrom) : undefined;
  return source ? [source] : [];
}
