import type { Instance } from '../../lifecycle/environment.ts';
import { perPlan } from '../../lifecycle/per-plan.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { onePerCustomer } from '../../lifecycle/portfolio.ts';
import { firstsFirst } from '../../lifecycle/records.ts';
import { printable, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

/** An instance with an address, and the plan that it belongs to. */
interface Addressed {
  readonly plan: Plan;
  readonly record: Instance;
  readonly url: string;
  /** The same address as it compares. */
  readonly address: string;
}

export default rule({
  id: 'duplicate-url',
  severity: 'error',
  title: 'Every instance has an address of its own',
  why: 'An address leads to one instance. If two share it, users can end up in Main when they mean Test, and in the worst case with another customer’s data.',
  remedy: 'Look up which of the two instances answers at the address, and correct the other.',
  examples: () => ({
    bad: [
      {
        title:
          'Main and Test of one pair; capitals of the host and a slash at the end do not count',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main: { url: https://quillon-sandbox.example.com }
              test: { url: «https://Quillon-Sandbox.example.com/» }
        `,
        finds: [
          'Sandbox Test has the address `https://Quillon-Sandbox.example.com/`, which is that of Sandbox Main',
        ],
      },
      {
        title: 'Another customer’s instance',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              url: «https://preprod.example.com»
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        beside: [
          text`
            customer: Larkfield Early Phase Unit
            environments:
              pre-prod:
                release: "26.1"
                created: 2026-03-23
                url: https://preprod.example.com
                iq: { date: 2026-03-27 }
                configurationFinal: 2026-05-08
                reports:
                  - { date: 2026-05-08 }
          `,
        ],
        finds: [
          'Pre-PROD has the address `https://preprod.example.com`, which is that of Pre-PROD of Larkfield Early Phase Unit',
        ],
      },
    ],
    good: [
      {
        title: 'Community Dev is the same for all customers',
        text: text`
          environments:
            community:
              access: 2026-03-16
              url: https://community.example.com
        `,
        beside: [
          text`
            customer: Larkfield Early Phase Unit
            environments:
              community:
                access: 2026-04-13
                url: https://community.example.com
          `,
        ],
      },
      {
        title: 'One host may serve several instances',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main: { url: https://quillon.example.com/sandbox }
              test: { url: https://quillon.example.com/sandbox-test }
        `,
      },
    ],
  }),
  checkAll(plans, report) {
    for (const { plan, record, url, first } of repeatedIn(plans)) {
      const whose = first.plan === plan ? '' : ` of ${printable(first.plan.customer)}`;
      report.value(record, 'url', {
        message: `${record.name} has the address ${quote(url)}, which is that of ${first.record.name}${whose}`,
        help: `Give ${record.name} its own address, or leave \`url\` out until it is known.`,
        related: [{ record: first.record, key: 'url', message: 'The address is given here first' }],
      });
    }
  },
});

/** Each instance whose address another one has already, and that other one. */
function* repeatedIn(plans: readonly Plan[]): Generator<Addressed & { first: Addressed }> {
  const customers = new Set(onePerCustomer(plans));
  const anywhere = new Map<string, Addressed>();
  for (const plan of plans) {
    const here = new Map<string, Addressed>();
    for (const addressed of addressedIn(plan)) {
      const { address } = addressed;
      // What is IQVIA’s, customers do share.
      const { kind } = addressed.record.environment;
      const own = kind?.owner === 'customer' && customers.has(plan);
      const first = here.get(address) ?? (own ? anywhere.get(address) : undefined);
      if (first) yield { ...addressed, first };
      else here.set(address, addressed);
      if (own && !first) anywhere.set(address, addressed);
    }
  }
}

const addressedIn = perPlan((plan): readonly Addressed[] => {
  const addressed: Addressed[] = [];
  for (const { kind, instances } of plan.environments) {
    for (const record of kind ? instances : []) {
      const { url } = record.facts;
      if (url !== undefined) addressed.push({ plan, record, url, address: comparable(url) });
    }
  }
  return firstsFirst(addressed, ({ address }) => address);
});

/**
 * An address as it compares: host in lower case and without the dot that may end it; without a slash
 * at the end of its path, a user's name, and signs that nothing follows.
 */
function comparable(address: string): string {
  if (plain.test(address)) return address;
  const { protocol, host, pathname, search, hash } = new URL(address);
  const [server, path] = [host.replace(/\.(?=:|$)/, ''), pathname.replace(/\/$/, '')];
  return `${protocol}//${server}${path}${search}${hash}`;
}

/** Most addresses are written as they compare, and `URL` takes long to come to the same. */
const plain = /^https:\/\/(?:[a-z\d]+[.-])+[a-z]+(?:\/[a-z\d][\w-]*)*$/;
