import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { environmentDiagram } from '../../../src/diagram/environments/index.ts';
import { renderMermaid } from '../../../src/diagram/mermaid/render.ts';
import { Plan } from '../../../src/lifecycle/plan.ts';

/** What a plan says, and what a reader shall read. */
const texts: readonly (readonly [written: string, read: string])[] = [
  ['end', 'end'],
  ['a"b', 'a"b'],
  ["it's", "it's"],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['a<br/>b', 'a<br/>b'],
  ['`code` *b* **bb** _i_', '`code` *b* **bb** _i_'],
  ['1. item', '1. item'],
  ['- item', '- item'],
  ['a[b](c){d}|e|', 'a[b](c){d}|e|'],
  ['x --> y ==> z', 'x --> y ==> z'],
  ['%%{init: {}}%%', '%%{init: {}}%%'],
  ['&lt; &#60; #60; #lt; #quot;', '&lt; &#60; #60; #lt; #quot;'],
  ['ﬂ°°60¶ßscript', 'fl°°60¶\u200cßscript'],
  ['back\\slash\\n', 'back\\slash\\n'],
  ['one\ntwo\tthree', 'one two three'],
  ['end\nclick a href "x"', 'end click a href "x"'],
  ['Ålesund 東京 ☂', 'Ålesund 東京 ☂'],
  ['👩‍🔬 👍🏽', '👩‍🔬 👍🏽'],
  ['שלום עולם', 'שלום עולם'],
  ['a\u202eb\u2066c\u200bd', 'abcd'],
  [' ', '–'],
  ['$$x^2$$', '$$x^2$$'],
  ['@{shape: rect}', '@{shape: rect}'],
];

describe.each(texts)('%j', (written, read) => {
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
