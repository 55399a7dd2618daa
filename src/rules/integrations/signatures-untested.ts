import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'signatures-untested',
  severity: 'warning',
  title: 'Electronic signatures are tested once single sign-on is enabled',
  why: 'With single sign-on, a signature depends on the customer’s own identity provider asking for the password again. If nobody has tried it since, signatures may fail, or be given without the signer being asked.',
  remedy: 'Sign something in that instance after single sign-on is enabled, and enter the day.',
  examples: {
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
  },
  check(plan, report) {
    for (const sso of plan.facts.integrations?.sso ?? []) {
      const { enabled, signaturesTested: tested } = sso;
      if (enabled === undefined || !plan.hasHappened(enabled)) continue;
      const place = plan.place(sso.instance);
      const name = (place?.instance ?? place?.environment)?.name ?? 'an instance';
      const help = `Test a signature in ${name}, and enter the day as \`signaturesTested:\`.`;
      if (tested === undefined) {
        report.missing(sso, 'signaturesTested', {
          message: `Single sign-on has been enabled in ${name} since ${enabled}, and signatures are not tested with it`,
          help,
        });
      } else if (tested < enabled) {
        report.value(sso, 'signaturesTested', {
          message: `Signatures in ${name} were tested on ${tested}, before single sign-on was enabled on ${enabled}`,
          help,
          related: [{ record: sso, key: 'enabled', message: 'It was enabled on this day' }],
        });
      }
    }
  },
});
