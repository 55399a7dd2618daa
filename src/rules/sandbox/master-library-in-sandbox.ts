import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'master-library-in-sandbox',
  severity: 'warning',
  title: 'The master library is not built in Sandbox',
  why: 'Sandbox is destroyed after go-live, and a study library cannot be copied out of it. A master library that exists only there is lost to VAL and to PROD.',
  remedy: 'Build the master library in Pre-PROD; in Sandbox try out forms.',
  examples: () => ({
    bad: [
      {
        text: text`
          masterLibrary:
            environment: «sandbox»
            ready: 2026-05-06
            carryOver: Forms are exported one by one
        `,
        finds: ['The master library is built in Sandbox, which ends after go-live'],
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
    if (!library || plan.kindAt(library.environment) !== 'sandbox') return;
    const home = plan.nameAt(library.environment);
    const preProd = plan.ofKind('pre-prod')[0]?.id ?? 'pre-prod';
    report.value(library, 'environment', {
      message: `The master library is built in ${home}, which ends after go-live`,
      help: `Build it again in Pre-PROD, with basic elements carried over as ODM XML, and write \`environment: ${preProd}\`.`,
    });
  },
});
