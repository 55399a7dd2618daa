import { isIncomplete } from '../../lifecycle/records.ts';
import { inWords, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { theValidation } from './words.ts';

const lifecycle = ['study-build', 'study-test', 'study-publish'];

export default rule({
  id: 'validation-scope-incomplete',
  severity: 'warning',
  title: 'A validation covers the whole way of a study: build, test and publish',
  why: 'VAL is a pair so that a study can go its whole way from Main to Test and back. A step that is left out is first taken in PROD, with a real study.',
  remedy: 'Add the missing steps to the scope, or say in a waiver why they are covered elsewhere.',
  examples: () => ({
    bad: [
      {
        title: 'A step is left out',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                «scope»: [study-build, study-test, dashboards] }
        `,
        finds: ['The validation in VAL does not cover `study-publish`'],
      },
      {
        title: 'No scope at all',
        text: text`
          validations:
            - { «environment»: val, owner: customer, started: 2026-05-14, completed: 2026-06-26 }
        `,
        finds: [
          'The validation in VAL does not cover `study-build`, `study-test` and `study-publish`',
        ],
      },
      {
        title: 'Nor by two validations together',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-05,
                scope: [study-build] }
            - { environment: val, owner: customer, started: 2026-06-08, completed: 2026-06-26,
                «scope»: [study-test] }
        `,
        finds: ['The 2 validations in VAL do not cover `study-publish`'],
      },
    ],
    good: [
      {
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish, dashboards, labels] }
        `,
      },
      {
        title: 'Two validations in one VAL may share the steps',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-05,
                scope: [study-build, study-test] }
            - { environment: val, owner: customer, started: 2026-06-08, completed: 2026-06-26,
                scope: [study-publish] }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const val of plan.ofKind('val')) {
      const validations = plan.validationsIn(val);
      const last = validations.at(-1);
      const covered = new Set(validations.flatMap(({ scope }) => scope ?? []));
      const missing = lifecycle.filter((step) => !covered.has(step));
      if (!last || missing.length === 0) continue;
      // An entry that could not be read may be the one that seems to be missing.
      const lists = [plan.facts.validations, ...validations.map(({ scope }) => scope)];
      if (lists.some(isIncomplete)) continue;
      const which =
        validations.length === 1
          ? `${theValidation(plan, last)} does not`
          : `The ${validations.length} validations in ${val.name} do not`;
      const words = {
        message: `${which} cover ${inWords(missing.map(quote))}`,
        help: last.scope
          ? `Add ${inWords(missing.map(quote))} to \`scope\`.`
          : `Add \`scope:\`, a list with ${inWords(missing.map(quote))}.`,
        restsOn: [
          ...validations.map((record) => ({ record, key: 'scope' })),
          ...plan.unplacedValidations,
        ],
      };
      if (last.scope) report.key(last, 'scope', words);
      else report.missing(last, 'scope', words);
    }
  },
});
