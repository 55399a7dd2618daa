import { around } from '../../src/rules/around.ts';
import { type PlanFile, readPlan } from '../../src/source/plan-file.ts';

/** The plan in a text, as if it were read from `file`. */
export function planFile(text: string, file = 'plan.yaml'): PlanFile {
  return readPlan(file, new TextEncoder().encode(text));
}

type Replacement = readonly [from: string, to: string];

/** A plan that is in order, with some of its text replaced; each replacement must be found. */
export function changed(base: keyof typeof around, ...replacements: Replacement[]): string {
  return replaced(around[base], replacements);
}

/** A plan with an upgrade of PROD and the VAL it is validated in, with some of its text replaced. */
export function withUpgrade(...replacements: Replacement[]): string {
  const text = changed(
    'planned',
    ['  val:\n', `${upgradeVal}  val:\n`],
    ['validations:\n', `${upgrade}validations:\n${upgradeValidation}`],
  );
  return replaced(text, replacements);
}

function replaced(plan: string, replacements: readonly Replacement[]): string {
  let text = plan;
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`The plan holds no ${JSON.stringify(from)}`);
    text = text.replace(from, to);
  }
  return text;
}

const upgradeVal = `  val-26-2:
    kind: val
    release: "26.2"
    created: 2026-09-14
    destroyed: 2026-12-04
    clonedFrom: prod
    obfuscated: 2026-09-14
    iq: { date: 2026-09-16 }
    reports:
      - { date: 2026-09-16, comparedWith: prod }
    main: {}
    test: {}
`;

const upgradeValidation = `  - { environment: val-26-2, owner: customer, started: 2026-09-17, completed: 2026-11-13,
      scope: [study-build, study-test, study-publish] }
`;

const upgrade = 'upgrades:\n  - { release: "26.2", val: val-26-2, upgraded: 2026-11-23 }\n';
