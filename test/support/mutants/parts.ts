import { groups } from '../../../src/rules/index.ts';

/** A part of the code, and the tests that are to notice whatever is changed in it. */
export interface Part {
  readonly id: string;
  /** What is changed, as globs. */
  readonly code: readonly string[];
  /** The files of tests, as globs, the likeliest to notice first. */
  readonly tests: readonly string[];
  /** The tests in them that are run, by their whole names; all of them when left out. */
  readonly names?: RegExp;
}

/** Every plan that is linted runs every rule: of the tests of all rules, a group needs its own. */
const groupParts = groups.map(({ id }): Part => {
  const others = groups.filter((group) => group.id !== id);
  const foreign = others.flatMap((group) => [group.id, ...group.rules.map((rule) => rule.id)]);
  return {
    id,
    code: [`src/rules/${id}/*.ts`],
    tests: [
      'test/rules/examples.test.ts',
      `test/rules/${id}.test.ts`,
      'test/rules/gaps.test.ts',
      'test/lint/fixing.test.ts',
      'test/proof/breakers.test.ts',
    ],
    names: new RegExp(`^(?!(${foreign.join('|')})( |$))`),
  };
});

/** What all rules stand on. Nearly every test runs it, so that those which take long stay away. */
const lifecyclePart: Part = {
  id: 'lifecycle',
  code: ['src/lifecycle/*.ts'],
  tests: [
    'test/lifecycle/*.test.ts',
    'test/rules/!(gaps|prose).test.ts',
    'test/lint/!(facts|fixing).test.ts',
    'test/proof/{valid-plans,unreadable,constraints}.test.ts',
  ],
};

/** What makes findings of what rules say. */
const lintPart: Part = {
  id: 'lint',
  code: ['src/lint/*.ts'],
  tests: [
    'test/lint/!(facts).test.ts',
    'test/rules/{options,registry,reading,waivers-and-portfolio,examples}.test.ts',
    'test/proof/fixes.test.ts',
  ],
};

/** What rules are written in. */
const rulesPart: Part = {
  id: 'rules',
  code: ['src/rules/*.ts'],
  tests: [
    'test/rules/{text,options,registry}.test.ts',
    'test/rules/examples.test.ts',
    'test/lint/{example,lint,waivers,configuration}.test.ts',
    'test/proof/constraints.test.ts',
  ],
};

export const parts: readonly Part[] = [...groupParts, lifecyclePart, lintPart, rulesPart];

export function partNamed(id: string): Part {
  const part = parts.find((each) => each.id === id);
  if (part) return part;
  throw new Error(
    `There is no part ${JSON.stringify(id)}: ${parts.map((each) => each.id).join(', ')}`,
  );
}
