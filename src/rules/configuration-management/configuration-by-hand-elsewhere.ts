import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'configuration-by-hand-elsewhere',
  severity: 'warning',
  title: 'Configuration is entered by hand in Pre-PROD only',
  why: 'VAL is a clone of Pre-PROD, and PROD is Pre-PROD promoted. What is entered by hand in any other environment is entered a second time, and nothing vouches that both times came out the same.',
  remedy: 'Configure Pre-PROD, and let cloning and promotion carry it on.',
  examples: () => ({
    bad: [
      {
        text: text`
          transfers:
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
            - { date: 2026-07-06, from: pre-prod, to: «prod.test», what: configuration, method: by-hand }
        `,
        finds: ['The configuration is entered by hand in PROD Test, not in Pre-PROD'],
      },
    ],
    good: [
      {
        title: 'Into Pre-PROD as often as decisions fall',
        text: text`
          transfers:
            - { date: 2026-04-13, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const transfer of plan.transfers) {
      const { to, what, method } = transfer;
      if (what !== 'configuration' || method !== 'by-hand') continue;
      const target = plan.kindAt(to);
      if (target === undefined || target === 'pre-prod') continue;
      report.value(transfer, 'to', {
        message: `The configuration is entered by hand in ${plan.nameAt(to)}, not in Pre-PROD`,
        help: 'Remove the transfer; enter in Pre-PROD what is still to be configured, before VAL is cloned from it.',
      });
    }
  },
});
