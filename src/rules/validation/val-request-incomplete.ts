import { inWords } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

const needed = ['release', 'build', 'starts', 'ends', 'sso'] as const;

export default rule({
  id: 'val-request-incomplete',
  severity: 'warning',
  title: 'A request for VAL says which release and build, from when to when, and whether with SSO',
  why: 'Engineering sets VAL up from the ticket. What the ticket leaves out comes back as a question, or as a pair with the wrong build, and either way as lost days of validation.',
  remedy: 'Complete the request before the ticket is opened, or add to the ticket.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              «request»:
                ticket: FHSD-1042
                release: "26.1"
                starts: 2026-05-14
                ends: 2026-07-31
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main:
              test:
        `,
        finds: ['The request for VAL does not state `build` and `sso`'],
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
              request:
                release: "26.1"
                build: 5120.2026-01-09T17:05:00Z
                starts: 2026-05-14
                ends: 2026-07-31
                sso: false
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main:
              test:
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const val of plan.ofKind('val')) {
      const { request } = val.facts;
      if (!request) continue;
      const missing = needed.filter((key) => request[key] === undefined);
      if (missing.length === 0) continue;
      const keys = inWords(missing.map((key) => `\`${key}\``));
      report.missing(request, missing, {
        message: `The request for ${val.name} does not state ${keys}`,
        help: `Add ${keys} to \`request\`.`,
      });
    }
  },
});
