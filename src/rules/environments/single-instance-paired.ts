import type { Environment } from '../../lifecycle/environment.ts';
import { instanceIds, instanceNames } from '../../lifecycle/kinds.ts';
import { inWords } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { type Related, rule } from '../rule.ts';

export default rule({
  id: 'single-instance-paired',
  severity: 'error',
  title: 'Migration, Pre-PROD, Demo and Community Dev are single instances',
  why: 'Only Sandbox, VAL and PROD come as pairs. Whoever counts on a Test beside Pre-PROD or Migration plans work for an instance that nobody will provision.',
  remedy: 'Remove Main and Test, and state on the environment itself what was stated on them.',
  doubts: true,
  examples: () => ({
    bad: [
      {
        title: 'Pre-PROD planned as a pair',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
              «main»: {}
              test: {}
        `,
        finds: ['Pre-PROD has Main and Test, though it is a single instance'],
      },
      {
        title: 'What belongs to the environment stands on an instance',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              configurationFinal: 2026-05-08
              iq: { date: 2026-03-27 }
              reports:
                - { date: 2026-05-08 }
              «main»: { created: 2026-03-23 }
        `,
        finds: ['Pre-PROD has Main, though it is a single instance'],
      },
      {
        title: 'Community Dev is one instance for all customers',
        text: text`
          environments:
            community:
              access: 2026-03-16
              «test»:
        `,
        finds: ['Community Dev has Test, though it is a single instance'],
      },
    ],
    good: [
      {
        title: 'A single environment has an address and data of its own',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              url: https://quillon-preprod.example.com
              data: dummy
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.environments) {
      if (!environment.kind || environment.kind.paired) continue;
      const [first, ...others] = instanceIds.filter((id) => environment.facts[id]);
      if (!first) continue;
      const written = [first, ...others];
      const named = inWords(written.map((id) => instanceNames[id]));
      report.key(environment, first, {
        message: `${environment.name} has ${named}, though it is a single instance`,
        help: `Remove ${inWords(written.map((id) => `\`${id}\``))}; what stands there belongs to \`${environment.id}\` itself.`,
        related: [
          ...others.map((key) => ({ record: environment, key, message: 'The other instance' })),
          ...misplaced(environment),
        ],
      });
    }
  },
});

/** What the environment lacks because it is stated on an instance that should not be there. */
function misplaced({ facts, name }: Environment): Related[] {
  const stated = instanceIds.flatMap((id) => Object.entries(facts[id] ?? {}));
  const keys = new Set(stated.flatMap(([key, value]) => (value === undefined ? [] : [key])));
  const lacking = [...keys].filter((key) => facts[key as keyof typeof facts] === undefined);
  return lacking.map((key) => ({
    record: facts,
    key,
    message: `\`${key}\` belongs to ${name} itself`,
  }));
}
