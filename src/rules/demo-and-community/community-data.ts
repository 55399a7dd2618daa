import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'community-data',
  severity: 'error',
  title: 'Community Dev holds dummy data only',
  why: 'Every customer’s users can see what is in Community Dev. Data of the customer’s own volunteers, even obfuscated ones, would be shown to other companies.',
  remedy: 'Explore with dummy data; have anything else removed at once.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            community:
              access: 2026-03-16
              data: «obfuscated»
        `,
        finds: ['Community Dev holds `obfuscated` data, and all customers share it'],
      },
    ],
    good: [
      {
        text: text`
          environments:
            community:
              access: 2026-03-16
              data: dummy
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const community of plan.ofKind('community')) {
      const { data } = community.facts;
      if (data === undefined || data === 'dummy') continue;
      report.value(community, 'data', {
        message: `${community.name} holds ${quote(data)} data, and all customers share it`,
        help: 'Use dummy data, and write `data: dummy`; if other data are in it already, have IQVIA remove them.',
      });
    }
  },
});
