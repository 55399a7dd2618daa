import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'community-access-missing',
  severity: 'warning',
  title: 'Users have access to Community Dev by the time Sandbox ends',
  why: 'Community Dev takes the place of Sandbox once the customer is live. Users without access to it have nowhere to look at a new release before it is validated.',
  remedy: 'Plan a day on which the customer’s users get into Community Dev.',
  examples: () => ({
    bad: [
      {
        title: 'The plan has no Community Dev',
        text: text`
          «environments»:
            community: # to be planned
        `,
        finds: ['The plan has no Community Dev, which takes the place of Sandbox'],
      },
      {
        title: 'Nobody knows when users get in',
        text: text`
          environments:
            «community»:
              url: https://community.example.com
        `,
        finds: ['The plan does not say when users get into Community Dev'],
      },
      {
        title: 'Users get in after Sandbox is gone',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main:
              test:
            community:
              access: «2026-08-10»
        `,
        finds: [
          'Users get into Community Dev on 2026-08-10, after Sandbox is destroyed on 2026-08-07',
        ],
      },
    ],
    good: [
      {
        title: 'On the day Sandbox ends',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main:
              test:
            community:
              access: 2026-08-07
        `,
      },
    ],
  }),
  check(plan, report) {
    const { environments } = plan.facts;
    const [community] = plan.ofKind('community');
    if (!community) {
      // An environment whose kind cannot be told may be the one that seems to be missing.
      if (!environments || plan.allEnvironments.some(({ kind }) => !kind)) return;
      report.missing(environments, 'community', {
        message: 'The plan has no Community Dev, which takes the place of Sandbox',
        help: 'Add `community: { access: … }` to the environments, with the day on which users get in.',
      });
    } else if (community.facts.access === undefined) {
      report.missing(community, 'access', {
        message: `The plan does not say when users get into ${community.name}`,
        help: `Add \`access:\` to \`${community.id}\`, with a day on or before the one on which Sandbox is destroyed.`,
      });
    }
  },
  *constraints(plan) {
    for (const { name, facts } of plan.ofKind('community')) {
      const access = moment(facts, 'access');
      for (const { name: sandbox, destroyed } of plan.ofKind('sandbox')) {
        if (!access || !destroyed) continue;
        yield { name, sandbox, earlier: access, later: destroyed, about: 'earlier' as const };
      }
    }
  },
  words: ({ name, sandbox, earlier, later }) => ({
    message: `Users get into ${name} on ${earlier.date}, after ${sandbox} is destroyed on ${later.date}`,
    help: `Have access given on ${later.date} or earlier.`,
  }),
});
