import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawFlowchart } from '../../../src/diagram/environments/draw.ts';
import { environmentChart } from '../../../src/diagram/environments/environment-diagram.ts';
import { type Flowchart, writeFlowchart } from '../../../src/diagram/environments/flowchart.ts';
import { lifecycleChart } from '../../../src/diagram/environments/lifecycle-diagram.ts';
import { shapeOf } from '../../../src/diagram/environments/shape.ts';
import { Drawings } from '../../../src/diagram/mermaid/drawings.ts';
import { renderMermaid } from '../../../src/diagram/mermaid/render.ts';
import { Plan } from '../../../src/lifecycle/plan.ts';
import { validPlans } from '../../proof/plans/index.ts';
import { planFile } from '../../support/plans.ts';
import { portfolioOf } from '../../support/portfolio/index.ts';
import { ownPlans, planOf, replaced, small } from '../support/plans.ts';
import { hostileTexts } from './hostile-texts.ts';

const directions = ['LR', 'TB'] as const;
const drawings = new Drawings();

/** Drawn by way of its shape, a flowchart is what mermaid makes of its text, byte for byte. */
async function expectExact(chart: Flowchart): Promise<void> {
  const id = 'notes-3-wide';
  const direct = await renderMermaid(writeFlowchart(chart), { id });
  expect(await drawFlowchart(chart, { id, drawings })).toBe(direct);
}

describe('drawn by its shape, a plan looks as if it was drawn by itself', () => {
  const made = portfolioOf(8, 5).map(({ name, content }) => planFile(content, name).plan);
  const generated = fc
    .sample(validPlans(), { seed: 2610, numRuns: 16 })
    .map((facts, index) => new Plan(`generated-${index}`, facts));

  test.each([...made, ...generated, planOf(small)].flatMap((plan) => (plan ? [plan] : [])))(
    '$id',
    async (plan) => {
      for (const direction of directions) await expectExact(environmentChart(plan, { direction }));
    },
  );

  test('of this repository', async () => {
    for (const plan of (await ownPlans()).values()) {
      for (const direction of directions) await expectExact(environmentChart(plan, { direction }));
    }
  });

  test('the lifecycle in general', async () => {
    const href = (kind: string) => `/base/guides/environments/${kind}/`;
    for (const direction of directions) await expectExact(lifecycleChart({ direction, href }));
  });

  test.each(hostileTexts)('%j', async (written) => {
    await expectExact(
      environmentChart(
        new Plan('plan', {
          customer: written,
          environments: { [written]: { created: '2026-01-01' }, sandbox: { main: {}, test: {} } },
          transfers: [{ from: 'sandbox', to: written, what: 'configuration', method: 'by-hand' }],
        }),
      ),
    );
  });

  test.each([
    ['as long as a line can be', 'm'.repeat(36)],
    ['an id of the drawing', 'wp-drawing'],
    ['the name of a stand-in', 'state_val id="wp-drawing" href="#place_val" class="state_val"'],
    ['private characters', '\u{F0000}\u{E800}'],
  ])('with a name that is %s', async (_, name) => {
    const plan = new Plan('plan', {
      customer: name,
      statusDate: '2026-02-01',
      environments: { [name]: { created: '2026-01-01' }, val: { main: {}, test: {} } },
      transfers: [{ from: name, to: 'val', what: 'crf-elements', method: 'odm-xml' }],
    });
    for (const direction of directions) await expectExact(environmentChart(plan, { direction }));
  });
});

describe('plans have the same shape', () => {
  const shapes = (text: string) => shapeOf(environmentChart(planOf(text))).source;

  test.each([
    ['the customer', [['Small Unit', 'A Much Larger Unit & Sons']]],
    ['dates', [['2026-01-14', '2025-12-31']]],
    ['the status date', [['2026-08-17', '2026-08-18']]],
    ['the release', [['"26.1"', '"26.10"']]],
    [
      'the name of an environment',
      [
        ['val-27-1: { kind', 'val-27-10: { kind'],
        ['val: val-27-1,', 'val: val-27-10,'],
      ],
    ],
  ] as const)('that differ in %s', (_, changes) => {
    expect(shapes(replaced(small, ...changes))).toBe(shapes(small));
  });

  test('but not where there is more or less to draw', () => {
    for (const missing of ['  community: { access: 2026-01-21 }\n', ', test: {}']) {
      expect(shapes(replaced(small, [missing, '']))).not.toBe(shapes(small));
    }
  });
});

test('a thousand customers have few shapes', () => {
  const plans = portfolioOf(1000).flatMap(
    ({ name, content }) => planFile(content, name).plan ?? [],
  );
  const shapes = new Set(plans.map((plan) => shapeOf(environmentChart(plan)).source));
  expect(plans).toHaveLength(1000);
  expect(shapes.size).toBeLessThan(60);
});
