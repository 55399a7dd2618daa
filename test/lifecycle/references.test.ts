import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { namesIn, referencesOf } from '../../src/lifecycle/references.ts';
import { planOf } from '../diagram/support/plans.ts';
import { placesOf } from '../support/facts.ts';

const everything = planOf(
  readFileSync(new URL('../fixtures/plans/everything.yaml', import.meta.url)).toString(),
);

const named = (plan = everything) =>
  referencesOf(plan).map(({ record, key, names, place, finding }) => [
    ...placesOf([{ record, key }]),
    names,
    finding?.id ?? (place && (place.instance ?? place.environment).name),
  ]);

test('a plan names its environments, instances and findings in these places', () => {
  expect(named()).toEqual([
    ['environments.pre-prod.changes[1].finding', 'finding', 'F-01'],
    ['environments.val.clonedFrom', 'environment', 'Pre-PROD'],
    ['environments.val.reports[0].comparedWith', 'environment', 'Pre-PROD'],
    ['environments.prod.promotedFrom', 'environment', 'Pre-PROD'],
    ['environments.prod.reports[0].comparedWith', 'environment', 'Pre-PROD'],
    ['environments.prod.reports[1].comparedWith', 'environment', 'VAL `val-26-2`'],
    ['environments.val-26-2.clonedFrom', 'environment', 'PROD'],
    ['environments.val-26-2.reports[0].comparedWith', 'environment', 'PROD'],
    ['migration.acceptance.environment', 'environment', 'Migration'],
    ['validations[0].environment', 'environment', 'VAL'],
    ['validations[1].environment', 'environment', 'VAL `val-26-2`'],
    ['upgrades[0].val', 'environment', 'VAL `val-26-2`'],
    ['training[0].instance', 'instance', 'PROD Test'],
    ['activities[0].instance', 'instance', 'Sandbox Main'],
    ['activities[1].instance', 'instance', 'VAL Main'],
    ['activities[2].instance', 'instance', 'Pre-PROD'],
    ['transfers[0].from', 'instance', 'Sandbox'],
    ['transfers[0].to', 'instance', 'Pre-PROD'],
    ['transfers[1].from', 'instance', 'Sandbox Main'],
    ['transfers[1].to', 'instance', 'Pre-PROD'],
    ['masterLibrary.environment', 'environment', 'Pre-PROD'],
    ['integrations.sso[0].instance', 'instance', 'PROD Main'],
  ]);
});

test('a plan that names nothing has no references', () => {
  expect(named(planOf('environments: { val: {} }\ntransfers: [{ date: 2026-04-20 }]'))).toEqual([]);
});

describe('a name', () => {
  const plan = planOf(`environments:
  val:
    changes: [{ date: 2026-06-10, summary: A label, finding: val }]
    main: {}
    test: {}
validations:
  - environment: val
    findings: [{ id: pre-prod, severity: minor }, { severity: major }, { id: F-1, severity: minor }]
  - { environment: val.test, started: 2026-05-18 }
  - { environment: staging, started: 2026-05-18 }
activities:
  - { activity: formal-testing, instance: val.test }
  - { activity: formal-testing, instance: pre-prod }
`);

  test('leads only to what is meant there', () => {
    expect(named(plan)).toEqual([
      ['environments.val.changes[0].finding', 'finding', undefined],
      ['validations[0].environment', 'environment', 'VAL'],
      ['validations[1].environment', 'environment', undefined],
      ['validations[2].environment', 'environment', undefined],
      ['activities[0].instance', 'instance', 'VAL Test'],
      ['activities[1].instance', 'instance', undefined],
    ]);
  });

  test.each([
    ['environment', ['val']],
    ['instance', ['val', 'val.main', 'val.test']],
    ['finding', ['pre-prod', 'F-1']],
  ] as const)('of an %s may be %j', (names, texts) => {
    expect(namesIn(plan, names)).toEqual(texts);
  });

  test('of a single environment is that of its instance', () => {
    expect(namesIn(planOf('environments: { pre-prod: {} }'), 'instance')).toEqual(['pre-prod']);
  });
});
