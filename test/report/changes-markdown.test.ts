import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { checkMermaid } from '../../src/diagram/mermaid/check.ts';
import { portfolioChanges } from '../../src/diff/index.ts';
import { longestComment, markdown } from '../../src/report/changes/markdown.ts';
import { changed, planFile } from '../support/plans.ts';

type Files = Readonly<Record<string, string>>;

function comment(before: Files, after: Files): string {
  const version = (texts: Files) => ({
    files: Object.entries(texts).map(([name, text]) => planFile(text, name)),
    findings: [],
  });
  const sides = {
    before: { name: 'main', commit: 'a'.repeat(40) },
    after: { name: 'the working tree', commit: null },
  };
  return markdown({ ...portfolioChanges(version(before), version(after)), ...sides });
}

/** As GitHub reads it: HTML that stands in the text stays as it is written. */
function htmlOf(text: string): { html: string; elements: Element[]; text: string } {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
  const tree = processor.runSync(processor.parse(text)) as Root;
  const elements: Element[] = [];
  let content = '';
  const look = (node: Root | Root['children'][number]) => {
    if (node.type === 'element') elements.push(node);
    if (node.type === 'text') content += node.value;
    if ('children' in node) node.children.forEach(look);
  };
  look(tree);
  return { html: toHtml(tree), elements, text: content };
}

const sound = changed('planned');
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</details><h1>big</h1>',
  '@someone and @org/team',
  '[link](https://evil.example) ![image](https://evil.example/x.png)',
  'https://evil.example www.evil.example a@evil.example',
  '```\n\nend of fence',
  '`code` ``more``',
  '# heading\n\n- item\n1. one\n> quote\n---\n| a | b |\n|---|---|',
  '**bold** _em_ ~~gone~~ [^1] &lt;b&gt; \\* <!-- hidden',
  '$x^2$ and $$y$$ #12 GH-12 :tada: 0123456789abcdef',
  '\u202eright\u0000\u001b[31m',
];

describe.each(hostile)('%j stays text', (text) => {
  const quoted = JSON.stringify(text);
  const after = sound
    .replace(/customer: .*/, () => `customer: ${quoted}`)
    .replace(
      'environments:',
      () =>
        `decisions:\n  - { id: ${quoted}, made: 2026-01-01, summary: ${quoted} }\nsites: [${quoted}]\ncontacts:\n  - { role: ${quoted}, party: iqvia, name: ${quoted} }\nenvironments:\n  ${quoted}: { kind: demo, access: 2026-05-05 }`,
    );
  const written = comment({ 'a.yaml': sound }, { 'a.yaml': after });
  const read = htmlOf(written);

  test('and is told', () => {
    for (const what of ['Decision ', 'Contact ', 'Customer: ', 'Sites: ']) {
      expect(written).toContain(`\n- ${what}`);
    }
  });

  test('and is no element', () => {
    const known = ['h2', 'h3', 'p', 'strong', 'em', 'code', 'ul', 'li', 'pre'];
    expect(
      read.elements.map(({ tagName }) => tagName).filter((name) => !known.includes(name)),
    ).toEqual([]);
    expect(read.html).not.toMatch(/<(?!\/?(?:h2|h3|p|strong|em|code|ul|li|pre)\b)/);
    expect(read.elements.filter(({ tagName }) => tagName === 'h3')).toHaveLength(1);
  });

  test('and mentions nobody, links nothing', () => {
    const outside = read.html.replace(/<code.*?<\/code>/gs, '');
    expect(outside).not.toMatch(/@\w|#\d|GH-\d|\$[\w$]|:tada:|[0-9a-f]{12}/);
    expect(read.text.replaceAll('\u200b', '')).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
  });

  test('and its diagram can be drawn', async () => {
    const [, source = ''] = /```mermaid\n(.*?)\n```/s.exec(written) ?? [];
    await expect(checkMermaid(source)).resolves.toBe('flowchart');
  });
});

test('details are open and closed as often, with nothing in the summary but words of ours', () => {
  const after = sound
    .replace('environments:', 'sites: [North]\nenvironments:')
    .replace('test: {}', '');
  const written = comment({ 'a.yaml': sound }, { 'a.yaml': after });
  expect(written.match(/^<details>$/gm)).toHaveLength(2);
  expect(written.match(/^<\/details>$/gm)).toHaveLength(2);
  expect(written.match(/<summary>.*<\/summary>/g)).toEqual([
    '<summary>1 further change</summary>',
    '<summary>Environments after the change</summary>',
  ]);
});

test('what is new and what has changed is marked in the diagram, in words too', () => {
  const after = sound
    .replace('environments:', 'environments:\n  demo: { access: 2026-05-05 }')
    .replace('iq: { date: 2026-03-27 }', 'iq: { date: 2026-03-28 }');
  const written = comment({ 'a.yaml': sound }, { 'a.yaml': after });
  expect(written).toMatch(/\["Demo \(new\)/);
  expect(written).toMatch(/\(changed\)/);
  expect(written).toMatch(/class demo since-new\n/);
  expect(written).toMatch(/classDef since-changed stroke-width:4px,stroke-dasharray/);
  expect(written).not.toContain('click ');
});

describe('a comment has at most 65,536 characters', () => {
  const many = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `  - { id: D-${n}, made: 2026-01-01, summary: "${'Words, '.repeat(9)}${n}" }`,
    ).join('\n');

  test('one plan with many changes is shortened, and it is said how many are left out', () => {
    const after = `${sound}decisions:\n${many(1_000)}\n`;
    const written = comment({ 'a.yaml': sound }, { 'a.yaml': after });
    expect(written.length).toBeLessThanOrEqual(longestComment);
    expect(written).toContain('_700 further changes left out for the length of this comment._');
  });

  test('many plans: those with something to be looked at first are there, the others are named', () => {
    const names = Array.from({ length: 400 }, (_, n) => `plan-${n}`);
    const files = (text: (n: number) => string) =>
      Object.fromEntries(
        names.map((name, n) => [
          `${name}.yaml`,
          text(n).replace(/customer: .*/, `customer: Customer ${n} of all`),
        ]),
      );
    const before = files(() => sound);
    const after = files((n) =>
      n === 399
        ? sound.replace(/goLive: .*/, 'goLive: 2027-12-24')
        : `${sound}decisions:\n${many(10)}\n`,
    );
    const written = comment(before, after);
    expect(written.length).toBeLessThanOrEqual(longestComment);
    expect(written.indexOf('### Customer 399 of all')).toBeGreaterThan(0);
    expect(written.indexOf('### Customer 399 of all')).toBeLessThan(
      written.indexOf('### Customer 0 of all'),
    );
    const shown = written.match(/^### Customer /gm)?.length ?? 0;
    expect(written).toContain(`**${400 - shown} changed plans left out**: Customer `);
  });
});
