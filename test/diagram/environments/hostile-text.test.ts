import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { environmentDiagram } from '../../../src/diagram/environments/index.ts';
import { renderMermaid } from '../../../src/diagram/mermaid/render.ts';
import { Plan } from '../../../src/lifecycle/plan.ts';
import { hostileTexts } from './hostile-texts.ts';

describe.each(hostileTexts)('%j', (written, read) => {
  const plan = new Plan('plan', {
    customer: written,
    environments: { [written]: { created: '2026-01-01' }, sandbox: { main: {}, test: {} } },
    transfers: [{ from: 'sandbox', to: written, what: 'configuration', method: 'by-hand' }],
  });

  test('stays text', async () => {
    const svg = await renderMermaid(environmentDiagram(plan), { id: 'diagram' });
    const { document } = new JSDOM(svg).window;
    expect(document.querySelector('title')?.textContent).toBe(`Environments of ${read}`);
    const rows = [...document.querySelectorAll('.row')].map((row) => row.textContent);
    expect(rows).toContain(read);
    expect(
      document.querySelectorAll('script, img, br, b, i, strong, em, .strong, .em').length,
    ).toBe(0);
    // Those of Sandbox, and that of `end`, which is in kebab-case as well.
    const links = new Set(
      [...document.querySelectorAll('a')].map((each) => each.getAttribute('href')),
    );
    links.delete('#environment-end');
    expect([...links]).toEqual(['#environment-sandbox']);
  });
});

test('what a plan writes is no part of an id', () => {
  const plan = new Plan('plan', { environments: { 'a b': {}, 'end"]': {}, val: {} } });
  const ids = [...environmentDiagram(plan).matchAll(/^ {2}(\w+)\[/gm)].map(([, id]) => id);
  expect(ids).toEqual(['environment', 'environment_2', 'val']);
});

test('a very long id is cut', () => {
  const plan = new Plan('plan', { environments: { [`val-${'9'.repeat(300)}`]: { kind: 'val' } } });
  expect(environmentDiagram(plan)).toMatch(/\["VAL val-9{27}…<br\/>/);
});
