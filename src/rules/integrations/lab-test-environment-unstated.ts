import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'lab-test-environment-unstated',
  severity: 'warning',
  title: 'For each lab the plan says whether it has a test environment',
  why: 'Whether VAL and PROD Test can be connected to a lab depends on the lab having something to connect them to. Found out late, it moves the validation of the interface, or puts test orders into a real lab.',
  remedy: 'Ask the lab, and write down the answer, even where it is no.',
  examples: () => ({
    bad: [
      {
        text: text`
          integrations:
            labs:
              - { «name»: Northgate Laboratories }
        `,
        finds: ['It is not stated whether `Northgate Laboratories` has a test environment'],
      },
    ],
    good: [
      {
        title: 'Either answer will do',
        text: text`
          integrations:
            labs:
              - { name: Northgate Laboratories, testEnvironment: true }
              - { name: Harborside Diagnostics, testEnvironment: false }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const lab of plan.facts.integrations?.labs ?? []) {
      if (lab.testEnvironment !== undefined) continue;
      const name = lab.name === undefined ? 'the lab' : quote(lab.name);
      report.missing(lab, 'testEnvironment', {
        message: `It is not stated whether ${name} has a test environment`,
        help: 'Add `testEnvironment: true` or `testEnvironment: false` to the lab.',
      });
    }
  },
});
