import { moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'signatures-untested',
  severity: 'warning',
  title: 'Electronic signatures are tested once single sign-on is enabled',
  why: 'With single sign-on, a signature depends on the customer’s own identity provider asking for the password again. If nobody has tried it since, signatures may fail, or be given without the signer being asked.',
  remedy: 'Sign something in that instance after single sign-on is enabled, and enter the day.',
  examples: () => ({
    bad: [
      {
        title: 'Not tested at all',
        around: 'live',
        text: text`
          integrations:
            sso:
              - { «instance»: prod.main, ticket: FHSD-1077, enabled: 2026-07-09 }
        `,
        finds: [
          'Single sign-on has been enabled in PROD Main since 2026-07-09, and signatures are not tested with it',
        ],
      },
      {
        title: 'Tested too early',
        around: 'live',
        text: text`
          integrations:
            sso:
              - instance: prod.main
                ticket: FHSD-1077
                enabled: 2026-07-09
                signaturesTested: «2026-07-08»
        `,
        finds: [
          'Signatures in PROD Main were tested on 2026-07-08, before single sign-on was enabled on 2026-07-09',
        ],
      },
    ],
    good: [
      {
        title: 'Tested on the same day',
        around: 'live',
        text: text`
          integrations:
            sso:
              - instance: prod.main
                ticket: FHSD-1077
                enabled: 2026-07-09
                signaturesTested: 2026-07-09
        `,
      },
      {
        title: 'Single sign-on that is still to be enabled',
        text: text`
          integrations:
            sso:
              - { instance: prod.main, ticket: FHSD-1077, enabled: 2026-07-09 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const sso of enabledIn(plan)) {
      if (sso.signaturesTested !== undefined) continue;
      const name = plan.nameAt(sso.instance);
      report.missing(sso, 'signaturesTested', {
        message: `Single sign-on has been enabled in ${name} since ${sso.enabled}, and signatures are not tested with it`,
        help: helpFor(name),
      });
    }
  },
  *constraints(plan) {
    for (const sso of enabledIn(plan)) {
      const enabled = moment(sso, 'enabled');
      const tested = moment(sso, 'signaturesTested');
      if (!enabled || !tested) continue;
      const name = plan.nameAt(sso.instance);
      yield { name, earlier: enabled, later: tested, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `Signatures in ${name} were tested on ${later.date}, before single sign-on was enabled on ${earlier.date}`,
    help: helpFor(name),
  }),
});

/** The single sign-ons that users have by now. */
function enabledIn(plan: Plan) {
  const all = plan.facts.integrations?.sso ?? [];
  return all.filter(({ enabled }) => plan.hasHappened(enabled));
}

function helpFor(name: string): string {
  return `Test a signature in ${name}, and enter the day as \`signaturesTested:\`.`;
}
