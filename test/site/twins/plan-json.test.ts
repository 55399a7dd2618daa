import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { PlanTwin, planTwinSchema } from '../../../schemas/twin/plan.ts';
import { dateAt } from '../../../src/lifecycle/date-at.ts';
import { isDate } from '../../../src/lifecycle/dates.ts';
import { parsePath } from '../../../src/lifecycle/paths.ts';
import { lint } from '../../../src/lint/lint.ts';
import { json } from '../../../src/report/json.ts';
import { planJson } from '../../../src/site/twins/plan-json.ts';
import { changed } from '../../support/plans.ts';
import { contentEntries, entryOf } from '../support/entries.ts';

const address = 'https://plans.example.com/onboarding';

const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
ajv.addFormat('date', isDate);
ajv.addFormat('uri', (text: string) => URL.canParse(text));
const validate = ajv.compile(JSON.parse(planTwinSchema()));

/** What a program reads: both descriptions of the shape agree that it is right. */
async function twinOf(text: string, name?: string): Promise<PlanTwin> {
  const written = JSON.parse(planJson(await entryOf(text, name), address));
  validate(written);
  expect(validate.errors).toBeNull();
  expect(PlanTwin.parse(written)).toEqual(written);
  return PlanTwin.parse(written);
}

describe.each(await contentEntries())('$slug', (entry) => {
  const text = planJson(entry, address);
  const written = JSON.parse(text);
  const { plan } = entry;
  if (!plan) throw new Error('A plan of this repository cannot be read');

  test('has the shape that is promised', () => {
    expect(PlanTwin.parse(written)).toEqual(written);
    validate(written);
    expect(validate.errors).toBeNull();
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('has every date of every event where the event says', () => {
    expect(written.events.length).toBeGreaterThan(10);
    for (const event of PlanTwin.parse(written).events ?? []) {
      expect(dateAt(plan, parsePath(event.path) ?? [])).toBe(event.date);
      expect(event.happened).toBe(event.date <= (plan.facts.statusDate ?? ''));
    }
  });

  test('has the facts as they are written', () => {
    expect(written.plan).toEqual(JSON.parse(JSON.stringify(plan.facts)));
    expect(Object.keys(written.plan.environments)).toEqual(
      written.environments.map(({ id }: { id: string }) => id),
    );
  });
});

test('findings are those of the command line, to the letter', async () => {
  const text = changed('planned', ['test: {}', ''], ['goLive: 2026-07-20', 'goLive: soon']);
  const entry = await entryOf(text);
  const files = [entry.file];
  const found = await lint(files, { site: address });
  const reported = json({ files, findings: found, failed: false });
  const { findings, summary } = JSON.parse(reported);
  const twin = JSON.parse(planJson(entry, address));
  expect(findings.length).toBeGreaterThan(1);
  expect(JSON.stringify(twin.findings)).toBe(JSON.stringify(findings));
  expect(twin.summary).toEqual(summary);
});

test('the keys stand in the same order, whatever the plan says', async () => {
  const keys = (object: object) => Object.keys(object);
  const full = await twinOf(changed('planned'));
  const empty = await twinOf('customer: A\nenvironments: { val: { main: {} } }\n');
  expect(keys(full)).toEqual(keys(empty));
  expect(keys(full)).toEqual(Object.keys(PlanTwin.shape));
  const [environment] = full.environments ?? [];
  const [other] = empty.environments ?? [];
  expect(keys(environment ?? {})).toEqual(keys(other ?? []));
  expect(keys(environment?.instances[0] ?? {})).toEqual(keys(other?.instances[0] ?? []));
});

test('of data that cannot be read there are findings and no facts', async () => {
  const twin = await twinOf('customer: [\n', 'broken.yaml');
  expect(twin.findings.map(({ rule }) => rule)).toEqual(['yaml-syntax']);
  const { version, id, page, file, findings, summary, ...facts } = twin;
  expect({ version, id, page, file }).toEqual({
    version: 1,
    id: 'broken',
    page: `${address}/plans/plan/`,
    file: 'content/plans/broken.yaml',
  });
  expect(new Set(Object.values(facts))).toEqual(new Set([null]));
});

test('what is wrong is left out, and nothing is made up for it', async () => {
  const twin = await twinOf('customer: A\nstatusDate: soon\ngoLive: 2026-09-01\n');
  expect(twin).toMatchObject({ statusDate: null, phase: null, nextEvent: null });
  expect(twin.keyDates).toEqual({ contractSigned: null, promotion: null, goLive: '2026-09-01' });
  expect(twin.events?.map(({ happened }) => happened)).toEqual([null]);
  expect(twin.plan).toEqual({ customer: 'A', goLive: '2026-09-01' });
});

test('an upgrade counts on the status date, and the evidence it owes is missed', async () => {
  const twin = await twinOf(`customer: A
statusDate: 2026-09-04
environments:
  prod:
    release: "26.1"
    promotedFrom: pre-prod
    main: { created: 2026-02-01, iq: { date: 2026-02-03 } }
    test: { created: 2026-02-02 }
upgrades:
  - { release: "26.2", upgraded: { main: 2026-09-05, test: 2026-09-04 } }
`);
  const [prod] = twin.environments ?? [];
  expect(prod).toMatchObject({ release: null, begins: '2026-02-01', state: 'exists' });
  expect(prod?.instances).toMatchObject([
    {
      reference: 'prod.main',
      release: '26.1',
      origin: { how: 'promoted', from: 'pre-prod' },
      iq: { date: '2026-02-03', document: null, lacksDocument: true },
      changes: [{ date: '2026-09-05', lacksRecord: false }],
    },
    {
      reference: 'prod.test',
      release: '26.2',
      origin: { how: 'provisioned', from: null },
      iq: null,
      changes: [{ date: '2026-09-04', lacksRecord: true }],
    },
  ]);
});

test('what is recorded of an environment and of none of its instances is there, too', async () => {
  const twin = await twinOf(`customer: A
statusDate: 2026-09-04
environments:
  prod:
    iq: { date: 2026-02-03, document: IQ-1 }
    changes: [{ date: 2026-03-02, summary: Font, instances: test }]
    main: { iq: { date: 2026-02-04, document: IQ-2 } }
  val:
    iq: { date: 2026-02-03, document: IQ-3 }
    main: {}
`);
  const [prod, val] = twin.environments ?? [];
  expect(prod?.remainder).toMatchObject({
    iq: { document: 'IQ-1', coversPair: false },
    changes: [{ date: '2026-03-02', ecr: null, summary: 'Font (in Test)', lacksRecord: true }],
  });
  expect(prod?.instances).toMatchObject([{ iq: { document: 'IQ-2' }, changes: [] }]);
  expect(val).toMatchObject({ remainder: null, instances: [{ iq: { document: 'IQ-3' } }] });
});
