import { expect, test } from 'vitest';
import type { Environment } from '../../src/lifecycle/environment.ts';
import { environmentFacts, instancesTable } from '../../src/site/sections/environment.ts';
import { planOf } from '../diagram/support/plans.ts';

const plan = (statusDate: string) =>
  planOf(`statusDate: ${statusDate}
environments:
  prod: { release: "26.1", created: 2026-07-06, main: {}, test: {} }
upgrades:
  - { release: "26.2", upgraded: { main: 2026-11-23, test: 2026-11-16 } }
`);

test.each([
  ['2026-11-15', '26.1', ['26.1', '26.1']],
  ['2026-11-16', undefined, ['26.1', '26.2']],
  ['2026-11-23', '26.2', ['26.2', '26.2']],
])('on %s PROD is told to run %s', (statusDate, whole, each) => {
  const [told, of] = [JSON.stringify, plan(statusDate)];
  const [prod] = of.ofKind('prod') as [Environment];
  const facts = told(environmentFacts(of, prod));
  expect(['26.1', '26.2'].filter((release) => facts.includes(release))).toEqual(
    whole === undefined ? [] : [whole],
  );
  const rows = instancesTable(of, prod)?.rows ?? [];
  expect(rows.map((row) => /26\.\d/.exec(told(row))?.[0])).toEqual(each);
});
