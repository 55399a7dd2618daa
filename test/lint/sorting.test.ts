import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { sortPlans, withSortedKeys } from '../../src/lint/sorting.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { madeRule } from '../support/made-rules.ts';
import { changed, planFile } from '../support/plans.ts';

const known = withSortedKeys(planFile(changed('planned')));
if ('reason' in known) throw new Error(known.reason);
const sorted = known.text;
const [first = '', second = ''] = sorted.split(/(?<=\n)/);
const mixed = planFile(sorted.replace(first + second, second + first), 'mixed.yaml');
const neat = planFile(sorted, 'neat.yaml');
const broken = planFile('customer: [\n', 'broken.yaml');

/** What reads plans, and one rule more. */
const asking = (rule: Rule) => ({ rules: [...rules.filter(({ reads }) => reads), rule] });

/** Finds what it is told by the text of a plan's first key. */
const telling = (message: (key: string | undefined) => string) =>
  madeRule({
    id: 'telling',
    check: (plan, report) =>
      report.record(plan.facts, { message: message(Object.keys(plan.facts)[0]), help: 'Mend it.' }),
  });
const same = telling(() => 'Found in any order');
const other = telling((key) => `Begins with ${key}`);

test('keys are put in order where that is certain, and every other plan stays as it is', async () => {
  const plans = [mixed, neat, broken];
  const options = asking(same);
  const found = await lint(plans, options);
  const { files, findings, unsorted } = await sortPlans({ files: plans, findings: found }, options);
  expect(files.map(({ text }) => text)).toEqual([sorted, sorted, broken.text]);
  expect(findings.map(({ file, rule, message }) => [file, rule, message])).toEqual(
    found.map(({ file, rule, message }) => [file, rule, message]),
  );
  expect(unsorted).toEqual([{ file: 'broken.yaml', line: 1, reason: 'it cannot be read' }]);
});

test('where something else would be found, all stay as they are, and each that was to change says so', async () => {
  const plans = [mixed, neat, broken];
  const options = asking(other);
  const findings = await lint(plans, options);
  const checked = { files: plans, findings };
  expect(await sortPlans(checked, options)).toEqual({
    ...checked,
    unsorted: [
      { file: 'broken.yaml', line: 1, reason: 'it cannot be read' },
      { file: 'mixed.yaml', line: 1, reason: 'something else would be found in these plans' },
    ],
  });
});

test('findings are the same in whatever order they come, and told without their fixes', async () => {
  const findings = await lint([mixed], asking(same));
  const twice = [...findings, ...findings.map((one) => ({ ...one, message: 'Another' }))];
  const { unsorted } = await sortPlans({ files: [mixed], findings: twice }, asking(same));
  expect(unsorted).toHaveLength(1);

  const fixing = madeRule({
    id: 'fixing',
    check: (plan, report) =>
      report.value(plan.facts, 'customer', { message: 'Wrong', help: '', repair: { write: 'B' } }),
  });
  const found = await lint([mixed], asking(fixing));
  expect(found[0]?.fix).toBeDefined();
  const result = await sortPlans({ files: [mixed], findings: found }, asking(fixing));
  expect(result.findings).toHaveLength(1);
  expect(result.findings[0]).not.toHaveProperty('fix');
});
