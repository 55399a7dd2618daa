import { describe, expect, test } from 'vitest';
import {
  environmentDiagram,
  environmentRows,
  lifecycleDiagram,
} from '../../../src/diagram/environments/index.ts';
import { renderMermaid } from '../../../src/diagram/mermaid/render.ts';
import { kindIds, kinds } from '../../../src/lifecycle/kinds.ts';
import { ownPlans, planOf, replaced, small } from '../support/plans.ts';

const plans = await ownPlans();
const drawn = environmentDiagram(planOf(small));

/** The line that defines a box or group. */
function box(id: string, text = drawn): string | undefined {
  return new RegExp(`^ *(?:subgraph )?${id} ?\\["(.*)"\\]$`, 'm').exec(text)?.[1];
}

/** The boxes of a class. */
function members(name: string, text = drawn): string[] {
  return new RegExp(`^ *class (\\S+) ${name}$`, 'm').exec(text)?.[1]?.split(',') ?? [];
}

/** Edges as "from kind to: label". */
function edges(text = drawn): string[] {
  const line = /^ *(\w+) ([a-z_]+)\d*@\S+ "(.*)" \S+ (\w+)$/gm;
  return [...text.matchAll(line)].map(
    ([, from, kind, label, to]) => `${from} ${kind} ${to}: ${label}`,
  );
}

describe('boxes', () => {
  test('a pair is a group of Main and Test, a single environment a box', () => {
    expect(box('sandbox')).toBe('Sandbox · 26.1');
    expect(box('sandbox_main')).toBe('Main · exists<br/>14 Jan – 18 Sep 2026');
    expect(box('migration')).toBe('Migration<br/>ended<br/>23 Feb – 8 May 2026');
    expect(box('pre_prod')).toBe('Pre-PROD<br/>ended<br/>17 Feb – 17 Aug 2026<br/>IQ 20 Feb 2026');
  });

  test('Main and Test have dates, state and IQ of their own', () => {
    expect(box('prod_main')).toBe('Main · exists<br/>since 17 Aug 2026<br/>IQ planned 19 Aug 2026');
    expect(box('prod_test')).toBe('Test · planned<br/>from 18 Aug 2026<br/>IQ planned 20 Aug 2026');
  });

  test('change control is said in words: an IQ that is missing, too', () => {
    expect(box('val_main')).toContain('<br/>IQ 15 May 2026');
    expect(box('val_2_main')).toContain('<br/>IQ not dated');
    expect(box('sandbox_main')).not.toContain('IQ');
  });

  test('a second VAL is named by its id', () => {
    expect(box('val_2')).toBe('VAL val-27-1 · 27.1');
  });

  test('what IQVIA keeps is said to be so', () => {
    expect(box('community')).toBe(
      'Community Dev<br/>exists<br/>kept by IQVIA<br/>access since 21 Jan 2026',
    );
  });

  test('a pair without instances is a box', () => {
    const text = environmentDiagram(planOf('environments: { val: { created: 2026-01-01 } }'));
    expect(box('val', text)).toBe('VAL<br/>not dated<br/>from 1 Jan 2026<br/>IQ not dated');
    expect(text).not.toContain('subgraph');
  });

  test('PROD shows the release of the status date', () => {
    const text = environmentDiagram(planOf(replaced(small, ['2026-08-17', '2027-04-21'])));
    expect(box('prod', text)).toBe('PROD · 27.1');
  });

  test('lead to the section of their environment', () => {
    expect(drawn).toContain('click val_2_test href "#environment-val-27-1" "VAL val-27-1 Test"');
    expect(drawn).toContain('click pre_prod href "#environment-pre-prod" "Pre-PROD"');
  });
});

describe('classes', () => {
  test('tell state, change control and owner', () => {
    expect(members('controlled')).toEqual(['pre_prod', 'val', 'prod', 'val_2']);
    expect(members('shared')).toEqual(['community']);
    expect(members('ended')).toEqual(['migration', 'pre_prod']);
    expect(members('planned')).toEqual(['prod_test', 'val_2', 'val_2_main', 'val_2_test']);
    expect(members('exists')).toContain('prod_main');
  });
});

describe('edges', () => {
  test('tell what came from what, and how', () => {
    expect(edges()).toEqual([
      'sandbox by_hand pre_prod: configuration<br/>by hand<br/>23 Mar – 20 Apr 2026',
      'sandbox odm_xml pre_prod: CRF elements<br/>as ODM XML<br/>22 Apr 2026',
      'pre_prod clone val: cloned',
      'prod clone val_2: to be cloned',
      'pre_prod promotion prod: promoted<br/>to Main',
      'migration migrated prod: data migrated<br/>to Main<br/>17 Aug 2026',
    ]);
  });

  test('say what is planned', () => {
    const early = environmentDiagram(planOf(replaced(small, ['2026-08-17', '2026-01-20'])));
    expect(edges(early)).toEqual([
      'sandbox by_hand pre_prod: configuration by hand<br/>planned 23 Mar –<br/>20 Apr 2026',
      'sandbox odm_xml pre_prod: CRF elements<br/>as ODM XML<br/>planned 22 Apr 2026',
      'pre_prod clone val: to be cloned',
      'prod clone val_2: to be cloned',
      'pre_prod promotion prod: to be promoted<br/>to Main',
      'migration migrated prod: data migrated<br/>to Main<br/>planned 17 Aug 2026',
    ]);
  });

  test('name all that is carried in one way', () => {
    const text = environmentDiagram(
      planOf(
        replaced(small, [
          'what: crf-elements, method: odm-xml',
          'what: crf-elements, method: by-hand',
        ]),
      ),
    );
    expect(edges(text)[0]).toBe(
      'sandbox by_hand pre_prod: configuration<br/>and CRF elements<br/>by hand<br/>23 Mar – 22 Apr 2026',
    );
  });

  test('have ids of their own, since mermaid knows edges by them', () => {
    const ids = [...drawn.matchAll(/ (\w+)@/g)].map(([, id]) => id);
    expect(ids.length).toBe(6);
    expect(new Set(ids).size).toBe(6);
  });

  test('lead from no environment that the plan does not have', () => {
    const text = environmentDiagram(
      planOf('environments: { val: { clonedFrom: elsewhere, main: {}, test: {} } }'),
    );
    expect(edges(text)).toEqual([]);
  });
});

describe.each([...plans])('the plan %s', (_, plan) => {
  test.each(['LR', 'TB'] as const)(
    '%s: every instance has its box, in words and drawn',
    async (direction) => {
      const text = environmentDiagram(plan, { direction });
      const rows = environmentRows(plan);
      const links = [...text.matchAll(/^ *click \w+ href "(.*?)" /gm)].map(([, href]) => href);
      expect(links).toEqual(rows.map(({ href }) => href));
      const svg = await renderMermaid(text, { id: 'diagram' });
      expect(svg.match(/<a /g)?.length).toBe(rows.length);
      expect(environmentDiagram(plan, { direction })).toBe(text);
    },
  );
});

describe('rows', () => {
  const rows = environmentRows(planOf(small));
  const row = (environment: string, instance?: string) =>
    rows.find((each) => each.environment === environment && each.instance === instance);

  test('one for each instance', () => {
    expect(
      rows.map(({ environment, instance }) => [environment, instance].join(' ').trim()),
    ).toEqual([
      'Sandbox Main',
      'Sandbox Test',
      'Migration',
      'Pre-PROD',
      'VAL Main',
      'VAL Test',
      'PROD Main',
      'PROD Test',
      'VAL val-27-1 Main',
      'VAL val-27-1 Test',
      'Community Dev',
    ]);
  });

  test('Main comes from Pre-PROD, Test does not', () => {
    expect(row('PROD', 'Main')).toMatchObject({
      from: 'Pre-PROD',
      how: 'promoted',
      created: '2026-08-17',
    });
    expect(row('PROD', 'Test')).toMatchObject({
      from: undefined,
      how: 'provisioned',
      created: '2026-08-18',
    });
  });

  test('the end of Pre-PROD is its promotion', () => {
    expect(row('Pre-PROD')).toMatchObject({
      ends: { date: '2026-08-17', by: 'promotion' },
      changeControl: 'IQ 20 Feb 2026',
      state: 'ended',
    });
  });

  test('a source that the plan lacks is named as written', () => {
    const [only] = environmentRows(planOf('environments: { val: { clonedFrom: elsewhere } }'));
    expect(only).toMatchObject({ from: 'elsewhere', how: 'cloned' });
  });
});

describe('the lifecycle in general', () => {
  test('has all kinds, and is drawn', async () => {
    const text = lifecycleDiagram({ href: (kind) => `/guides/environments/${kind}/` });
    for (const id of kindIds) expect(text).toContain(kinds[id].name);
    expect(members('controlled', text)).toEqual(['pre_prod', 'val', 'prod']);
    expect(members('shared', text)).toEqual(['demo', 'community']);
    expect(text).toContain('click val_test href "/guides/environments/val/" "VAL Test"');
    await renderMermaid(text, { id: 'lifecycle' });
  });

  test('has no links unless it is told where to', () => {
    expect(lifecycleDiagram()).not.toContain('click');
  });
});
