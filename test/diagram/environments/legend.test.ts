import { describe, expect, test } from 'vitest';
import {
  environmentDiagram,
  environmentLegend,
  lifecycleLegend,
} from '../../../src/diagram/environments/index.ts';
import { renderMermaid } from '../../../src/diagram/mermaid/render.ts';
import { ownPlans, planOf, replaced, small } from '../support/plans.ts';

function meanings(text: string): string[] {
  return environmentLegend(planOf(text)).map(({ meaning }) => meaning);
}

describe('the legend', () => {
  test('says what every sign in the diagram means', () => {
    expect(meanings(small)).toEqual([
      'under change control',
      'planned',
      'ended',
      'kept by IQVIA',
      'by hand, as ODM XML',
      'clone',
      'promotion',
      'migration',
    ]);
  });

  test('leaves out what does not occur', () => {
    const without = replaced(
      small,
      ['  community: { access: 2026-01-21 }\n', ''],
      ['  val-27-1: {', '  val-2: {'],
      [', method: odm-xml', ', method: by-hand'],
      ['promotedFrom: pre-prod', 'notes: none'],
    );
    expect(meanings(without)).not.toContain('kept by IQVIA');
    expect(meanings(without)).not.toContain('promotion');
    expect(meanings(without)).toContain('by hand');
  });

  test('is empty where there is nothing to explain', () => {
    expect(meanings('customer: New Unit\nenvironments:\n  sandbox: {}\n')).toEqual([]);
  });

  test('of the overview has no states: it stands at no date', () => {
    expect(lifecycleLegend().map(({ meaning }) => meaning)).toEqual([
      'under change control',
      'kept by IQVIA',
      'by hand',
      'clone',
      'promotion',
      'migration',
    ]);
  });
});

test.each([...(await ownPlans())])(
  '%s: every sign is a look that the drawing has',
  async (_, plan) => {
    const svg = await renderMermaid(environmentDiagram(plan), { id: 'diagram' });
    const looks = new Set(
      [...svg.matchAll(/class="([^"]*)"/g)].flatMap(([, all]) => all?.split(' ')),
    );
    const legend = environmentLegend(plan);
    expect(legend.length).toBeGreaterThan(3);
    for (const { classes } of legend) {
      for (const name of classes) expect(looks).toContain(name);
    }
  },
);
