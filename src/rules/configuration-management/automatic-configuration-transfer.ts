import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'automatic-configuration-transfer',
  severity: 'error',
  title: 'Configuration is carried by hand',
  why: 'ClinSpark has no way to export the configuration of one environment into the next. Work that is planned on such a way has nobody to do it, and days that nobody set aside.',
  remedy: 'Plan the configuration as work by hand, with the days it takes.',
  examples: () => ({
    bad: [
      {
        text: text`
          transfers:
            - date: 2026-05-04
              from: sandbox
              to: pre-prod
              what: configuration
              method: «automatic»
        `,
        finds: ['The configuration goes from Sandbox to Pre-PROD by `automatic`, not by hand'],
      },
      {
        title: 'ODM carries forms, not configuration',
        text: text`
          transfers:
            - date: 2026-05-04
              from: sandbox
              to: pre-prod
              what: configuration
              method: «odm-xml»
        `,
        finds: ['The configuration goes from Sandbox to Pre-PROD by `odm-xml`, not by hand'],
      },
    ],
    good: [
      {
        text: text`
          transfers:
            - date: 2026-05-04
              from: sandbox
              to: pre-prod
              what: configuration
              method: by-hand
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const transfer of plan.transfers) {
      const { from, to, what, method } = transfer;
      if (what !== 'configuration' || method === undefined || method === 'by-hand') continue;
      report.value(transfer, 'method', {
        message: `The configuration goes from ${plan.nameAt(from)} to ${plan.nameAt(to)} by ${quote(method)}, not by hand`,
        help: `Plan somebody to enter the configuration in ${plan.nameAt(to)}, and write \`method: by-hand\`.`,
      });
    }
  },
});
