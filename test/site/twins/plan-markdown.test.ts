import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import type { Nodes, Table } from 'mdast';
import { describe, expect, test } from 'vitest';
import { environmentDiagram } from '../../../src/diagram/environments/index.ts';
import { checkMermaid } from '../../../src/diagram/mermaid/check.ts';
import { visibleText } from '../../../src/diagram/visible-text.ts';
import { phraseToMarkdown } from '../../../src/site/markdown/blocks.ts';
import { sectionsOf } from '../../../src/site/plan-sections.ts';
import type { Entry } from '../../../src/site/portfolio.ts';
import { renderProse } from '../../../src/site/prose/render.ts';
import type { Block, TableBlock } from '../../../src/site/sections/blocks.ts';
import { planMarkdown } from '../../../src/site/twins/plan-markdown.ts';
import { runs } from '../../proof/runs.ts';
import { contentEntries, entryOf } from '../support/entries.ts';
import { cellsOf, nodesIn, said, sectionOf, understood } from '../support/markdown.ts';

const address = 'https://plans.example.com/onboarding';

async function readBack(entry: Entry) {
  return understood(await planMarkdown(entry, address));
}

describe.each(await contentEntries())('$slug', (entry) => {
  const { plan, file } = entry;
  if (!plan) throw new Error('A plan of this repository cannot be read');

  test('has the sections of the page, with the same tables', async () => {
    const tree = await readBack(entry);
    const prose = await renderProse(file, plan, '/');
    const sections = sectionsOf(plan, { prose: prose !== undefined, history: false });
    const headings = tree.children.filter((node) => node.type === 'heading' && node.depth === 2);
    expect(headings.map(said)).toEqual([...sections.map(({ title }) => title), 'Findings']);
    for (const section of sections) {
      if (!('blocks' in section)) continue;
      const shown = sectionOf(tree, section.title).filter((node) => node.type === 'table');
      expect(shown.map(cellsOf)).toEqual(tablesIn(section.blocks(plan)).map(textsOf));
    }
  });

  test('has the diagram as mermaid text that mermaid understands', async () => {
    const [fence] = sectionOf(await readBack(entry), 'Environment diagram');
    expect(fence).toMatchObject({ type: 'code', lang: 'mermaid' });
    const text = fence ? said(fence) : '';
    expect(`${text}\n`).toBe(environmentDiagram(plan));
    expect(await checkMermaid(text)).toBe('flowchart');
  });

  test('has the prose as the page has it', async () => {
    const prose = await renderProse(file, plan, '/');
    if (!prose) return;
    const html = prose.parts.map((part) => ('html' in part ? part.html : '')).join('');
    const body = new JSDOM(html).window.document.body;
    for (const task of body.querySelectorAll('.wp-task')) task.remove();
    const drawn = (node: Nodes) => node.type === 'code' && node.lang === 'mermaid';
    const shown = sectionOf(await readBack(entry), 'Notes').filter((node) => !drawn(node));
    const drawings = prose.parts.some((part) => 'slot' in part);
    if (!drawings) expect(letters(shown.map(said).join(''))).toBe(letters(body.textContent ?? ''));
    expect(letters(shown.map(said).join('')).length).toBeGreaterThan(200);
  });
});

/** Texts without blanks, which HTML and Markdown break in other places. */
function letters(text: string): string {
  return text.replace(/\s+/g, '');
}

function tablesIn(blocks: readonly Block[]): TableBlock[] {
  return blocks.flatMap((block) => {
    if (block.type === 'item') return tablesIn(block.blocks);
    return block.type === 'table' ? [block] : [];
  });
}

function textsOf({ columns, rows }: TableBlock): string[][] {
  const phrases = rows.map((row) =>
    row.map(({ phrase, list = [] }) =>
      [...(phrase ? [phrase] : list)]
        .map((each) =>
          phraseToMarkdown(each, (href) => href)
            .map(said)
            .join(''),
        )
        .join(' · '),
    ),
  );
  return [[...columns], ...phrases];
}

/** Every text of it is the customer's. */
function planSaying(text: string): string {
  return JSON.stringify({
    customer: text,
    statusDate: '2026-09-01',
    sourceDatabase: text,
    sites: [text],
    contacts: [{ role: text, party: 'customer', name: text, email: text }],
    environments: {
      'pre-prod': {
        url: 'https://example.com/`|)',
        iq: { date: '2026-02-20', document: text, approvedBy: text },
        changes: [{ date: '2026-03-20', ecr: text, summary: text }],
        reports: [{ date: '2026-03-21', file: text, differences: text, comparedWith: text }],
        request: { ticket: text },
      },
      [`No id: ${text}`]: { kind: 'val', clonedFrom: text },
    },
    migration: { specification: text, iterations: [{ qcReport: text }], approval: { name: text } },
    validations: [
      { environment: text, report: text, scope: [text], findings: [{ id: text, summary: text }] },
    ],
    upgrades: [{ upgraded: '2026-08-01', ecr: text, ticket: text, val: text }],
    training: [{ group: text, role: text, instance: text }],
    activities: [{ activity: 'training', instance: text, summary: text }],
    transfers: [{ date: '2026-03-01', from: text, to: text, file: text }],
    decisions: [{ id: text, summary: text }],
    masterLibrary: { environment: text, carryOver: text },
    integrations: { sso: [{ instance: text, ticket: text }], labs: [{ name: text }] },
    waivers: [{ rule: text, at: text, reason: text, approvedBy: text, approved: '2026-01-01' }],
  });
}

const structure = [
  'html',
  'image',
  'imageReference',
  'linkReference',
  'definition',
  'footnoteReference',
  'footnoteDefinition',
  'delete',
  'emphasis',
  'thematicBreak',
  'break',
];

/** A plan that says something hostile everywhere is the same document with another text in it. */
async function expectText(text: string): Promise<void> {
  const tree = await readBack(await entryOf(planSaying(text)));
  const plain = await readBack(await entryOf(planSaying('Nothing hostile')));
  const nodes = nodesIn(tree);
  expect(nodes.filter(({ type }) => structure.includes(type))).toEqual([]);
  const shape = (root: Nodes) =>
    nodesIn(root).flatMap(({ type }) => (/^(table|heading|code$)/.test(type) ? type : []));
  const outline = (root: typeof tree) => ({
    ...root,
    children: root.children.slice(
      0,
      root.children.findLastIndex(({ type }) => type === 'heading'),
    ),
  });
  expect(shape(outline(tree))).toEqual(shape(outline(plain)));

  const read = visibleText(text);
  expect(said(tree.children[0] ?? tree)).toBe(read);
  for (const link of nodes.filter((node) => node.type === 'link')) {
    // Readers may make links of addresses that stand in a text; these lead where they say.
    const leadsWhereItSays =
      /^(https?:\/\/|mailto:)/i.test(link.url) && link.url.endsWith(said(link));
    if (!leadsWhereItSays) expect(link.url).toMatch(/^https:\/\/(plans\.)?example\.com\//);
  }
  const cells = (section: string) =>
    sectionOf(tree, section)
      .filter((node): node is Table => node.type === 'table')
      .flatMap((table) => cellsOf(table).flat());
  expect(cells('Decisions').slice(4)).toEqual([read, '–', read, 'not yet']);
  expect(cells('Transfers').at(-1)).toBe(read);
  expect(cells('Sites and contacts').slice(4)).toEqual([read, 'Customer', read, read]);
  expect(cells('Accepted deviations').slice(6, 10)).toEqual([read, read, read, read]);
}

const hostile = [
  '`code` and ``more``',
  '``` \nflowchart LR\n a --> b\n```',
  '~~~mermaid',
  'a | b || c',
  '\\| \\` \\',
  '<script>alert(1)</script>',
  '<!-- hidden --> <b>bold</b>',
  '](javascript:alert(1))',
  '[x](javascript:alert(1)) ![y](https://evil.example/z.png) [^1] [ref]',
  '<javascript:alert(1)> <https://evil.example>',
  'https://evil.example www.evil.example a@evil.example ftp://x',
  'first\n\n# second\r\n- third\n\n> fourth',
  '# title #',
  '1. one',
  '- [ ] task',
  '---',
  '***bold** _it_ ~~gone~~*',
  '&lt;b&gt; &amp; &#60; &nbsp;',
  '$5 and $6',
  '| - | - |',
  ' leading and trailing ',
  'a\u202eb\u200bc',
  '\\',
  '$$',
];

test.each(hostile)('%j is text', (text) => expectText(text));

test('whatever is put together of such texts is text', async () => {
  const tokens = [
    '`',
    '```',
    '|',
    '\\',
    '\n',
    '<',
    '>',
    '!',
    '[',
    ']',
    '(',
    ')',
    '#',
    '*',
    '_',
    '~',
    '&',
    ';',
    '@',
    ':',
    '//',
    'www.',
    'https:',
    '-',
    '=',
    '1.',
    ' ',
    'a',
    '.b',
    '$',
    '"',
  ];
  const texts = fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      texts.map((parts) => parts.join('')).filter((text) => visibleText(text) !== '–'),
      expectText,
    ),
    runs(40, 5_000),
  );
});

describe('prose', () => {
  async function notes(prose: string) {
    const data = 'customer: A\ngoLive: 2026-09-01\nenvironments: { prod: { main: {}, test: {} } }';
    const entry = await entryOf(`---\n${data}\n---\n${prose}\n`, 'plan.mdx');
    const markdown = await planMarkdown(entry, address);
    const section = sectionOf(understood(markdown), 'Notes');
    return { section, links: section.flatMap(nodesIn).filter((node) => node.type === 'link') };
  }

  test('components are what they show', async () => {
    const { section, links } = await notes(
      'Live on <Date of="goLive" /> in <Environment id="prod.test" />, <Date of="none" />.\n\n<Warning>Mind **this**</Warning>\n\n<EnvironmentDiagram />\n\n<Timeline />',
    );
    const [live, warning, diagram, timeline] = section;
    expect(live && said(live)).toBe('Live on 1 September 2026 in PROD Test, [no date at none].');
    expect(links[0]?.url).toBe(`${address}/plans/plan/#environment-prod`);
    expect(warning?.type).toBe('blockquote');
    expect(warning && said(warning)).toBe('WarningMind this');
    expect(diagram).toMatchObject({ type: 'code', lang: 'mermaid' });
    expect(timeline?.type).toBe('table');
  });

  test.each([
    '{globalThis.pwned = 1}',
    'Text {globalThis.pwned = 1} text',
    '<script>globalThis.pwned = 1</script>',
    '<img src="x" onerror="globalThis.pwned = 1" />',
    'export const x = globalThis.pwned = 1',
    '![beacon](https://example.com/pixel.png)',
  ])('%j is code to be read', async (prose) => {
    const { section } = await notes(prose);
    const nodes = section.flatMap(nodesIn);
    expect(nodes.filter(({ type }) => type === 'html' || type === 'image')).toEqual([]);
    const code = nodes.filter(({ type }) => type === 'inlineCode' || type === 'code');
    expect(prose).toContain(code.map(said).join(''));
    expect(section.map(said).join('')).toContain('not allowed here: ');
    expect(globalThis).not.toHaveProperty('pwned');
  });

  test.each([
    ['[x](https://example.com/a)', 'https://example.com/a'],
    ['[x](/rules/iq-late/)', `${address}/rules/iq-late/`],
    ['[x](#timeline)', `${address}/plans/plan/#timeline`],
    ['[x](reports/a.pdf)', `${address}/plans/plan/reports/a.pdf`],
    ['[x][1]\n\n[1]: https://example.com/b', 'https://example.com/b'],
    ['## Open questions\n\n[x](#open-questions)', '#open-questions'],
  ])('%j leads to %s', async (prose, url) => {
    expect((await notes(prose)).links.map((link) => link.url)).toEqual([url]);
  });

  test.each([
    '[x](<javascript:alert(1)>)',
    '[x][1]\n\n[1]: <JaVaScRiPt:alert(1)>',
    '[x](<//example.com/x>)',
    '[x](<data:text/html,x>)',
  ])('%j is no link', async (prose) => {
    const { section, links } = await notes(prose);
    expect(links).toEqual([]);
    expect(section.map(said).join('')).toBe(
      'x not allowed here: links are http(s), mailto or within the site',
    );
  });
});

test('a plan that cannot be read has its findings and nothing else', async () => {
  const tree = await readBack(await entryOf('customer: [\n', 'broken.yaml'));
  expect(tree.children.filter(({ type }) => type === 'heading').map(said)).toEqual([
    'broken',
    'Findings',
  ]);
  const [item] = nodesIn(tree).filter(({ type }) => type === 'listItem');
  expect(item && said(item)).toContain('error');
});

test('a finding says what to do and leads to its rule', async () => {
  const { file, ...rest } = await entryOf('customr: A\n');
  const tree = await readBack({ file, ...rest });
  const section = sectionOf(tree, 'Findings');
  const links = section.flatMap(nodesIn).filter((node) => node.type === 'link');
  expect(links.map(({ url }) => url)).toContain(`${address}/rules/unknown-key/`);
  expect(section.map(said).join('\n')).toContain('customr');
});
