import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'configuration-final-missing',
  severity: 'warning',
  title: 'It is agreed when the configuration of Pre-PROD is final',
  why: 'VAL is cloned from the full and final configuration. Without a day on which it counts as final, decisions keep falling until the clone is made, and it is open what was validated.',
  remedy: 'Agree a day from which nothing but answers to validation findings is configured.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            «pre-prod»:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['The plan does not say when the configuration of Pre-PROD is final'],
      },
    ],
    good: [
      {
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const preProd of plan.ofKind('pre-prod')) {
      if (preProd.facts.configurationFinal !== undefined) continue;
      report.missing(preProd, 'configurationFinal', {
        message: `The plan does not say when the configuration of ${preProd.name} is final`,
        help: `Add \`configurationFinal:\` to \`${preProd.id}\`, with a day on or before the one on which VAL is cloned.`,
      });
    }
  },
});
