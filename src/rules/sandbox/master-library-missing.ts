import { text } from '../example.ts';
import { rule } from '../rule.ts';
import masterLibraryInSandbox from './master-library-in-sandbox.ts';

export default rule({
  id: 'master-library-missing',
  severity: 'warning',
  title: 'The master library of forms is built in Pre-PROD',
  why: 'VAL is cloned from Pre-PROD and PROD is Pre-PROD promoted. Only forms that are there by then are validated with the rest, and ready for the first study.',
  remedy: 'Plan the master library in Pre-PROD, with the day on which it is ready.',
  yieldsTo: [masterLibraryInSandbox],
  examples: () => ({
    bad: [
      {
        title: 'No master library is planned',
        text: text`
          «masterLibrary»: # to be planned
        `,
        finds: ['The plan has no master library in Pre-PROD'],
      },
      {
        title: 'It is built elsewhere',
        text: text`
          masterLibrary:
            environment: «val»
            ready: 2026-05-11
            carryOver: Built again in PROD Main
        `,
        finds: ['The master library is built in VAL, not in Pre-PROD'],
      },
    ],
    good: [
      {
        text: text`
          masterLibrary:
            environment: pre-prod
            ready: 2026-05-06
            carryOver: Kept through the promotion
        `,
      },
    ],
  }),
  check(plan, report) {
    const library = plan.facts.masterLibrary;
    const [preProd] = plan.ofKind('pre-prod');
    if (!preProd) return;
    if (!library) {
      report.missing(plan.facts, 'masterLibrary', {
        message: `The plan has no master library in ${preProd.name}`,
        help: `Add \`masterLibrary:\` with \`environment: ${preProd.id}\`, and the day on which it is \`ready\`.`,
      });
      return;
    }
    const home = plan.kindAt(library.environment);
    if (home === undefined || home === 'pre-prod') return;
    report.value(library, 'environment', {
      message: `The master library is built in ${plan.nameAt(library.environment)}, not in ${preProd.name}`,
      help: `Build it in ${preProd.name}, and write \`environment: ${preProd.id}\`.`,
    });
  },
});
