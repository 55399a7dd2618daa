import { expect, test } from 'vitest';
import { evidenceOf } from '../../src/site/evidence.ts';
import { isPlanned } from '../../src/site/planned.ts';
import { readPlan } from '../../src/source/plan-file.ts';

function planOf(yaml: string) {
  const { plan } = readPlan('acme.yaml', new TextEncoder().encode(yaml));
  if (!plan) throw new Error('The plan of this test cannot be read');
  return plan;
}

const prod = `statusDate: 2026-09-10
environments:
  sandbox: { main: {}, test: {} }
  prod:
    main: {}
    test: {}
    reports: [{ date: 2026-09-01 }]
    changes:
      - { date: 2026-09-09, summary: In both, ecr: ECR-2, finding: F-01, approvedBy: QA }
      - { date: 2026-09-02, summary: In Test, instances: test }
      - { date: 2026-09-11, summary: Planned, instances: main, size: major, by: customer }
upgrades:
  - { release: "26.2", upgraded: { main: 2026-09-05, test: 2026-09-04 }, ecr: ECR-1 }
`;

test('each instance has its own changes in order, with upgrades among them', () => {
  const [main, testInstance] = evidenceOf(planOf(prod));
  expect(main?.changes.map(({ date, ecr }) => [date, ecr])).toEqual([
    ['2026-09-05', 'ECR-1'],
    ['2026-09-09', 'ECR-2'],
    ['2026-09-11', undefined],
  ]);
  expect(testInstance?.changes.map(({ summary }) => summary)).toEqual([
    'In Test',
    'Upgrade to 26.2',
    'In both (finding F-01; approved by QA)',
  ]);
});

test('how large a change is and whose', () => {
  const [main] = evidenceOf(planOf(prod));
  expect(main?.changes.at(-1)?.summary).toBe('Planned (major change; made by the customer)');
});

test('what no instance shows stands with the environment', () => {
  const rows = (environments: string) =>
    evidenceOf(planOf(`statusDate: 2026-09-10\nenvironments: ${environments}`)).map(
      ({ name, iq, lacksIq, changes, reportRows }) => ({
        name,
        iq: iq?.facts.document,
        lacksIq,
        changes: changes.map(({ summary, lacksRecord }) => [summary, lacksRecord]),
        reportRows,
      }),
    );
  const shared = 'iq: { date: 2026-05-12, document: IQ-1 }';
  const own = 'iq: { date: 2026-05-13, document: IQ-2 }';
  expect(rows(`{ val: { ${shared}, main: { ${own} }, test: { ${own} } } }`)).toEqual([
    { name: 'VAL Main', iq: 'IQ-2', lacksIq: false, changes: [], reportRows: 3 },
    { name: 'VAL Test', iq: 'IQ-2', lacksIq: false, changes: [], reportRows: 0 },
    { name: 'VAL', iq: 'IQ-1', lacksIq: false, changes: [], reportRows: 0 },
  ]);
  const change = '{ date: 2026-09-09, summary: Font, instances: test }';
  expect(rows(`{ prod: { main: {}, changes: [${change}] } }`)).toEqual([
    { name: 'PROD Main', iq: undefined, lacksIq: true, changes: [], reportRows: 2 },
    {
      name: 'PROD',
      iq: undefined,
      lacksIq: false,
      changes: [['Font (in Test)', true]],
      reportRows: 0,
    },
  ]);
  expect(
    rows(`{ val: { ${shared}, changes: [${change}], reports: [{ date: 2026-05-13 }] } }`),
  ).toEqual([
    { name: 'VAL', iq: 'IQ-1', lacksIq: false, changes: [['Font (in Test)', true]], reportRows: 1 },
  ]);
  const [both] = rows(`{ val: { changes: [${change.replace('test', 'both')}] } }`);
  expect(both?.changes).toEqual([['Font (in Main and Test)', true]]);
  expect(rows('{ val: {} }')).toEqual([
    { name: 'VAL', iq: undefined, lacksIq: true, changes: [], reportRows: 1 },
  ]);
});

test('a record is owed only once the change has happened', () => {
  const [main, testInstance] = evidenceOf(planOf(prod));
  const lacking = [main, testInstance].flatMap((evidence) =>
    (evidence?.changes ?? []).filter(({ lacksRecord }) => lacksRecord),
  );
  expect(lacking.map(({ summary }) => summary)).toEqual(['In Test']);
});

test('the reports of a pair are shown once, beside both', () => {
  expect(evidenceOf(planOf(prod)).map(({ reportRows }) => reportRows)).toEqual([2, 0]);
});

test('one IQ covers the pair only where neither instance has its own', () => {
  const shared = (main: string) =>
    evidenceOf(
      planOf(`environments: { val: { iq: { date: 2026-05-12 }, main: { ${main} }, test: {} } }`),
    ).map(({ iq }) => iq?.isShared);
  expect(shared('')).toEqual([true, true]);
  expect(shared('iq: { date: 2026-05-11 }')).toEqual([false, false]);
});

test('what is not under change control is shown only where it has evidence', () => {
  const names = (yaml: string) => evidenceOf(planOf(yaml)).map(({ name }) => name);
  expect(names(prod)).toEqual(['PROD Main', 'PROD Test']);
  expect(names('environments: { migration: { iq: { date: 2026-01-01 } } }')).toEqual(['Migration']);
});

test('of a plan without a status date nothing is called planned', () => {
  expect(isPlanned(planOf('customer: A'), '2026-09-10')).toBe(false);
  expect(isPlanned(planOf('statusDate: 2026-09-10'), '2026-09-10')).toBe(false);
  expect(isPlanned(planOf('statusDate: 2026-09-10'), '2026-09-11')).toBe(true);
});
