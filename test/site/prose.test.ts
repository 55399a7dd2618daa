import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { renderProse } from '../../src/site/prose/render.ts';
import { readPlan } from '../../src/source/plan-file.ts';

const data = `customer: Larkfield
statusDate: 2026-08-20
contractSigned: 2026-01-12
goLive: 2026-09-01
sourceDatabase: none
environments:
  pre-prod:
    release: "26.1"
    created: 2026-02-17
  prod:
    release: "26.1"
    main: { created: 2026-08-17 }
    test: { created: 2026-08-18 }
validations:
  - 5
  - { environment: val, started: 2026-05-18, completed: 2026-08-07 }
`;

async function render(prose: string, base = '/') {
  const file = readPlan('larkfield.mdx', new TextEncoder().encode(`---\n${data}---\n${prose}\n`));
  if (!file.plan) throw new Error('The plan of this test cannot be read');
  const parsed = await file.prose();
  if (!parsed || 'problem' in parsed) throw new Error(`The prose of this test is no MDX`);
  const rendered = await renderProse(file, file.plan, base);
  const html = (rendered?.parts ?? []).map((part) => ('html' in part ? part.html : '')).join('');
  return { html, parts: rendered?.parts ?? [], headings: rendered?.headings ?? [] };
}

async function htmlOf(prose: string, base?: string): Promise<string> {
  return (await render(prose, base)).html;
}

describe('dates', () => {
  test('read the same everywhere', async () => {
    expect(await htmlOf('Live on <Date of="goLive" />.')).toBe(
      '<p>Live on <time datetime="2026-09-01">1 September 2026</time>.</p>',
    );
  });

  test('of list items are found by their written position, even after a wrong item', async () => {
    expect(await htmlOf('<Date of="validations[1].completed" />')).toContain('7 August 2026');
    expect(await htmlOf('<Date of="validations[0].completed" />')).toContain('no date at');
  });

  test.each([
    'nowhere',
    'customer',
    'environments',
    'constructor.name',
    'validations[7].completed',
    'goLive[0]',
    '__proto__',
    '',
    'a..b',
  ])('that are not there are said to be missing: %j', async (path) => {
    const html = await htmlOf(`<Date of="${path}" />`);
    expect(html).toContain('class="wp-fault">[no date at ');
    expect(html).not.toContain('<time');
  });
});

describe('environments', () => {
  test('are linked to their section, under the name of the lifecycle', async () => {
    expect(await htmlOf('In <Environment id="prod.test" />')).toContain(
      '<a href="#environment-prod">PROD Test</a>',
    );
  });

  test('that the plan lacks are said to be missing', async () => {
    expect(await htmlOf('<Environment id="val" />')).toContain('[no environment val]');
  });
});

describe('boxes and drawings', () => {
  test('a note encloses Markdown', async () => {
    const html = await htmlOf('<Note>\n  Mind **the** <Date of="goLive" />\n</Note>');
    expect(html).toContain(
      '<aside class="starlight-aside starlight-aside--note" aria-label="Note"',
    );
    expect(html).toContain('<strong>the</strong> <time datetime="2026-09-01">');
  });

  test('a warning on one line stands alone too', async () => {
    const html = await htmlOf('<Warning>Mind the gap</Warning>');
    expect(html).toContain('starlight-aside--caution');
    expect(html).not.toContain('<p><aside');
  });

  test('drawings are left to the page, wherever they stand', async () => {
    const { parts } = await render(
      'Before\n\n<Timeline />\n\n<Note>\n<EnvironmentDiagram />\n</Note>',
    );
    expect(parts.flatMap((part) => ('slot' in part ? part.slot : []))).toEqual([
      'Timeline',
      'EnvironmentDiagram',
    ]);
  });

  test('a drawing has no place within a line', async () => {
    const { html, parts } = await render('See <Timeline /> here');
    expect(parts).toHaveLength(1);
    expect(html).toContain('not allowed here: Timeline stands on a line of its own');
  });
});

describe('code is shown and never run', () => {
  const hostile = [
    'import fs from "node:fs"',
    'export const x = globalThis.pwned = 1',
    '{globalThis.pwned = 1}',
    'Text {globalThis.pwned = 1} text',
    '<script>globalThis.pwned = 1</script>',
    '<img src="x" onerror="globalThis.pwned = 1" />',
    '<iframe src="https://example.com"></iframe>',
    '<a href="javascript:globalThis.pwned=1">x</a>',
    '<style>*{"{}"}</style>',
    '<Date of={globalThis.pwned = 1} />',
    '<Date {...globalThis} of="goLive" />',
    '<Date of="goLive" onclick="pwned()" />',
    '<Date />',
    '<Unknown />',
    '<Fragment set:html="<script>1</script>" />',
    '<>text</>',
    '<Environment.Danger id="prod" />',
    '<Note title="x">y</Note>',
    '<Date of="goLive">more</Date>',
    'A <b>bold</b> move',
    '![beacon](https://example.com/pixel.png)',
  ];

  test.each(hostile)('%s', async (prose) => {
    const html = await htmlOf(prose);
    expect(html).toContain('not allowed here: ');
    const elements = [...new JSDOM(html).window.document.body.querySelectorAll('*')];
    const names = new Set(elements.map(({ localName }) => localName));
    expect(['p', 'div', 'span', 'code', 'pre']).toEqual(expect.arrayContaining([...names]));
    const attributes = new Set(elements.flatMap((element) => element.getAttributeNames()));
    expect([...attributes]).toEqual(['class']);
    expect(globalThis).not.toHaveProperty('pwned');
  });

  test('its text stays to be read', async () => {
    expect(await htmlOf('{globalThis.pwned = 1}')).toContain('{globalThis.pwned = 1}');
    expect(await htmlOf('<script>alert(1)</script>')).toContain('&#x3C;script>alert(1)');
  });

  test('comments may stay, and are not shown', async () => {
    expect(await htmlOf('{/* draft */}\n\nText{/* why? */}.')).toBe('<p>Text.</p>');
  });

  test('a comment cannot smuggle in a drawing or markup', async () => {
    const { html, parts } = await render('`<!--slot:Timeline-->` \\<!--slot:Timeline-->');
    expect(parts).toHaveLength(1);
    expect(html).not.toContain('<!--');
  });
});

describe('links', () => {
  test.each([
    ['https://example.com/a', 'https://example.com/a'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['HTTPS://example.com/A', 'https://example.com/A'],
    ['MailTo:a@example.com', 'mailto:a@example.com'],
    ['reports/a.pdf', 'reports/a.pdf'],
    ['#timeline', '#timeline'],
    ['/rules/iq-late/', '/waypost/rules/iq-late/'],
    ['../../rules/iq-late/', '../../rules/iq-late/'],
    ['reports/../a%20b.pdf?x=../../../..#%2e', 'reports/../a%20b.pdf?x=../../../..#%2e'],
  ])('%s leads to %s', async (written, href) => {
    expect(await htmlOf(`[x](${written})`, '/waypost/')).toContain(`<a href="${href}">x</a>`);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    '&#1;javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.com/x',
    '../../../etc/passwd',
    'reports/../../../../etc/passwd',
    '/../etc/passwd',
    '/rules/../../etc/passwd',
    '%2e%2e/%2E%2E/%2e%2e/etc/passwd',
    '..%2f..%2f..%2Fetc/passwd',
    '..\\..\\..\\etc\\passwd',
    '..%5c..%5C..%5cetc',
    '/\\example.com/x',
    '\\\\server\\share',
    'C:\\secret.txt',
    '.&Tab;./.&Tab;./.&Tab;./etc/passwd',
    '%00/x',
  ])('%s is no link', async (written) => {
    for (const prose of [`[x](<${written}>)`, `[x][1]\n\n[1]: <${written}>`]) {
      const html = await htmlOf(prose);
      expect(html).not.toContain('<a ');
      expect(html).toContain('links are http(s), mailto or within the site');
    }
  });
});

describe('headings', () => {
  test('go below the section, and are listed', async () => {
    const { html, headings } = await render(
      '# Top\n\n## Where *we* are\n\n## Where we are\n\n#### Deep',
    );
    expect(headings.map(({ depth, slug }) => [depth, slug])).toEqual([
      [3, 'notes-top'],
      [3, 'notes-where-we-are'],
      [3, 'notes-where-we-are-1'],
      [5, 'notes-deep'],
    ]);
    expect(html).toContain('<h3 id="notes-where-we-are">Where <em>we</em> are</h3>');
  });

  test('can be linked to as they are written', async () => {
    const html = await htmlOf('## Open questions\n\nSee [below](#open-questions).');
    expect(html).toContain('<a href="#notes-open-questions">');
  });
});

test('task lists say what is done', async () => {
  const html = await htmlOf('- [x] Signed\n- [ ] Countersigned');
  expect(html).toContain('<span class="wp-task wp-task-done"><span>Done: </span></span> Signed');
  expect(html).toContain('<span class="wp-task"><span>Open: </span></span> Countersigned');
  expect(html).not.toContain('<input');
});

test('tables scroll by themselves', async () => {
  const html = await htmlOf('| a | b |\n| - | - |\n| 1 | 2 |');
  expect(html).toContain(
    '<div class="wp-scroll" role="group" tabindex="0" aria-label="Table"><table>',
  );
});

test('footnotes lead there and back', async () => {
  const html = await htmlOf('Text[^1]\n\n[^1]: Note');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test('no prose is no prose', async () => {
  expect((await render('')).parts).toEqual([]);
  expect((await render('{/* nothing yet */}')).parts).toEqual([]);
});
