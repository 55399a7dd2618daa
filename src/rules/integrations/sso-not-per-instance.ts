import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'sso-not-per-instance',
  severity: 'warning',
  title: 'Single sign-on is set up for one instance at a time',
  why: 'Main and Test have addresses of their own, and each needs its ticket and its test. A plan that speaks of the pair makes it easy to think of Main and forget Test.',
  remedy: 'Write one entry for each instance, with its own ticket and dates.',
  examples: () => ({
    bad: [
      {
        text: text`
          integrations:
            sso:
              - { instance: «prod», ticket: FHSD-1077 }
        `,
        finds: ['Single sign-on is planned for PROD as a whole, not for one of its instances'],
      },
    ],
    good: [
      {
        text: text`
          integrations:
            sso:
              - { instance: prod.main, ticket: FHSD-1077 }
              - { instance: prod.test, ticket: FHSD-1078 }
        `,
      },
      {
        title: 'Pre-PROD is an instance by itself',
        text: text`
          integrations:
            sso:
              - { instance: pre-prod, ticket: FHSD-1077 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const sso of plan.facts.integrations?.sso ?? []) {
      const place = plan.place(sso.instance);
      if (!place || place.instance) continue;
      const { id, name } = place.environment;
      report.value(sso, 'instance', {
        message: `Single sign-on is planned for ${name} as a whole, not for one of its instances`,
        help: `Write one entry for \`${id}.main\` and one for \`${id}.test\`.`,
      });
    }
  },
});
