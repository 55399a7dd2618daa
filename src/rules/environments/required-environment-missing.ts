import { kinds } from '../../lifecycle/kinds.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'required-environment-missing',
  severity: 'error',
  title: 'Every onboarding has a Sandbox, a Pre-PROD, a VAL and a PROD',
  why: 'The way to go-live leads through all four: decisions are tried out in Sandbox, configured in Pre-PROD, validated in VAL and put to use in PROD. A plan without one of them leaves a step to nobody.',
  remedy:
    'Add the environment, even where most of it is still open, or state the kind of the one that is meant.',
  doubts: true,
  examples: () => ({
    bad: [
      {
        title: 'Nothing is planned for validation',
        text: text`
          «environments»:
            val: # not planned yet
        `,
        finds: ['The plan has no VAL'],
      },
    ],
    good: [
      {
        title: 'An environment may have an id of its own',
        text: text`
          environments:
            sandbox:
            playground:
              kind: sandbox
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main:
              test:
          transfers:
            - { date: 2026-05-04, from: playground, to: pre-prod, what: configuration, method: by-hand }
        `,
      },
    ],
  }),
  check(plan, report) {
    const { environments } = plan.facts;
    // An environment whose kind cannot be told may be the one that seems to be missing.
    if (!environments || plan.allEnvironments.some(({ kind }) => !kind)) return;
    for (const { id, name, required } of Object.values(kinds)) {
      if (!required || plan.ofKind(id).length > 0) continue;
      report.missing(environments, id, {
        message: `The plan has no ${name}`,
        help: `Add \`${id}:\` to the environments, or \`kind: ${id}\` to the one that is meant to be it.`,
      });
    }
  },
});
