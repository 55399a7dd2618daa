import type { Plan } from '../../lifecycle/plan.ts';
import { type Fact, isIncomplete } from '../../lifecycle/records.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import upgradeWithoutVal from '../upgrades/upgrade-without-val.ts';

export default rule({
  id: 'duplicate-environment',
  severity: 'error',
  title: 'An onboarding has one environment of a kind; each upgrade may add a VAL',
  why: 'With two environments for one purpose nobody can tell which of them was configured, validated or promoted, and the evidence of one is taken for that of the other.',
  remedy: 'Keep one of them. A further VAL belongs to the upgrade that is validated in it.',
  doubts: true,
  // An upgrade that names no VAL may be the one that it is for.
  yieldsTo: [upgradeWithoutVal],
  examples: () => ({
    bad: [
      {
        title: 'A second Sandbox',
        text: text`
          environments:
            «sandbox-training»:
              kind: sandbox
              created: 2026-03-16
              destroyed: 2026-08-07
              main:
              test:
        `,
        finds: ['Sandbox `sandbox-training` is one Sandbox too many'],
      },
      {
        title: 'A second VAL, and no upgrade that it is for',
        text: text`
          environments:
            «val-2»:
              kind: val
              created: 2026-09-14
              destroyed: 2026-12-04
              main:
              test:
        `,
        finds: ['VAL `val-2` is one VAL too many: no upgrade names it'],
      },
    ],
    good: [
      {
        title: 'A VAL for an upgrade after go-live',
        text: text`
          environments:
            val-26-2:
              kind: val
              release: "26.2"
              created: 2026-09-14
              destroyed: 2026-12-04
              clonedFrom: prod
              obfuscated: 2026-09-14
              iq: { date: 2026-09-16 }
              reports:
                - { date: 2026-09-16, comparedWith: prod }
              main:
              test:
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
            - { environment: val-26-2, owner: customer, started: 2026-09-17, completed: 2026-11-13,
                scope: [study-build, study-test, study-publish] }
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-23 }
        `,
      },
      {
        title: 'IQVIA may keep several Demos, each on a release of its own',
        text: text`
          environments:
            demo: { release: "25.3" }
            demo-newest: { kind: demo, release: "26.1" }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const { environment, first } of plan.duplicates) {
      if (!environment.kind) continue;
      const { id, name } = environment.kind;
      // An upgrade that could not be read may be the one that a VAL is for.
      if (id === 'val' && isIncomplete(plan.facts.upgrades)) continue;
      const unnamed = id === 'val' ? ': no upgrade names it' : '';
      const upgrade = id === 'val' ? ', or name it as `val` of the upgrade it is for' : '';
      report.record(environment, {
        message: `${environment.name} is one ${name} too many${unnamed}`,
        help: `Remove either \`${environment.id}\` or \`${first.id}\`${upgrade}.`,
        // The first one is in doubt as to its kind alone: all else about it is judged.
        related: [{ record: first, key: 'kind', message: `${first.name} is already there` }],
        restsOn: id === 'val' ? unnamedVals(plan) : [],
      });
    }
  },
});

/** What would name a VAL, of each upgrade that names none of the plan's. */
function unnamedVals(plan: Plan): Fact[] {
  const unnamed = plan.upgrades.filter(({ val }) => plan.environment(val)?.kind?.id !== 'val');
  return [
    { record: plan.facts, key: 'upgrades' },
    ...unnamed.map((record) => ({ record, key: 'val' })),
  ];
}
