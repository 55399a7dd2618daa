import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { checkMermaid } from '../../../src/diagram/mermaid/check.ts';
import { MermaidError } from '../../../src/diagram/mermaid/error.ts';
import { mermaidText } from '../../../src/diagram/mermaid/escape.ts';
import { renderMermaid } from '../../../src/diagram/mermaid/render.ts';

const ENVIRONMENTS = readFileSync(new URL('environments.mmd', import.meta.url), 'utf8');

async function draw(source: string, id = 'diagram'): Promise<Document> {
  return new JSDOM(await renderMermaid(source, { id })).window.document;
}

function textOf(document: Document, selector: string): string {
  const element = document.querySelector(selector);
  const rows = [...(element?.querySelectorAll('.row') ?? [])].map((row) => row.textContent ?? '');
  return rows.length > 0 ? rows.join(' ') : (element?.textContent ?? '(missing)');
}

describe('the environments of a customer', () => {
  test('are named, described and linked', async () => {
    const document = await draw(ENVIRONMENTS, 'environments');
    const svg = document.querySelector('svg#environments');
    expect(svg?.getAttribute('role')).toBe('group');
    for (const name of ['aria-labelledby', 'aria-describedby']) {
      const id = svg?.getAttribute(name) ?? '';
      expect(document.getElementById(id)?.textContent).toBeTruthy();
    }
    expect(document.querySelector('title')?.textContent).toBe('Environments of Larkfield Research');
    const links = [...document.querySelectorAll('a')];
    expect(links).toHaveLength(9);
    expect(links.map((link) => link.getAttribute('aria-label'))).toContain(
      'PROD: Main from 6 Jul 2026',
    );
  });

  test('show change control by a second border, not only by colour', async () => {
    const document = await draw(ENVIRONMENTS);
    const controlled = [...document.querySelectorAll('.controlled')];
    expect(controlled).toHaveLength(3);
    for (const group of controlled)
      expect(group.querySelector(':scope > rect.ring')).not.toBeNull();
    expect(document.querySelectorAll('.ring')).toHaveLength(3);
  });

  test('are joined by edges whose class is their kind', async () => {
    const document = await draw(ENVIRONMENTS);
    for (const kind of ['by-hand', 'promotion', 'clone', 'migrated']) {
      expect(document.querySelectorAll(`path.${kind}`)).toHaveLength(1);
      expect(document.querySelectorAll(`.edgeLabel.${kind}`)).toHaveLength(1);
    }
    expect(document.querySelectorAll('.edgePaths path')).toHaveLength(4);
  });

  test('carry no style, colour, script or HTML of their own', async () => {
    const svg = await renderMermaid(ENVIRONMENTS, { id: 'diagram' });
    for (const foreign of [
      '<style',
      'style=',
      'foreignObject',
      '<script',
      'fill=',
      'stroke=',
      '#fff',
    ]) {
      expect(svg).not.toContain(foreign);
    }
    expect(svg.length).toBeLessThan(8_000);
  });
});

describe('a drawing', () => {
  test('is the same for the same text and id, whatever was drawn before', async () => {
    const first = await renderMermaid(ENVIRONMENTS, { id: 'one' });
    const [other, broken, second] = await Promise.allSettled([
      renderMermaid('stateDiagram-v2\n a --> b', { id: 'other' }),
      renderMermaid('flowchart LR\n a[', { id: 'broken' }),
      renderMermaid(ENVIRONMENTS, { id: 'one' }),
    ]);
    expect(other.status).toBe('fulfilled');
    expect(broken.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: first });
  });

  test('keeps its ids to itself', async () => {
    const document = await draw(ENVIRONMENTS, 'plan-1');
    for (const { id } of document.querySelectorAll('[id]')) expect(id).toContain('plan-1');
  });

  test('leaves no trace of a browser in this process', async () => {
    const before = Object.getOwnPropertyNames(globalThis);
    await renderMermaid('flowchart LR\n a --> b', { id: 'diagram' });
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(before);
    for (const name of ['window', 'document', 'DOMParser', 'mermaid']) {
      expect(Reflect.has(globalThis, name)).toBe(false);
    }
  });

  test('takes only ids that are fit for ids', async () => {
    await expect(renderMermaid('flowchart LR\n a', { id: '"><script>' })).rejects.toThrow(
      RangeError,
    );
  });

  test('cannot be talked into HTML labels or loose security', async () => {
    const document = await draw(
      '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\n' +
        'flowchart LR\n a["<img src=x onerror=alert(1)>"] --> b\n style b fill:#f00\n' +
        ' click a "javascript:alert(1)"\n click b call alert()',
    );
    expect(
      document.querySelectorAll('a, img, foreignObject, [style], [onerror], [onclick]'),
    ).toHaveLength(0);
    expect(document.querySelectorAll('.node')).toHaveLength(2);
  });

  test('of states has its labels in the middle of their boxes', async () => {
    const document = await draw('stateDiagram-v2\n state Outer {\n  [*] --> Inner: enters\n }');
    expect(document.querySelector('.node .label')?.getAttribute('x')).toBe('0');
    expect(textOf(document, '.cluster > .label')).toBe('Outer');
    expect(textOf(document, '.edgeLabel .label')).toBe('enters');
  });
});

describe('text of a plan stays text', () => {
  test.each([
    'Quote "x" end',
    '<script>alert(1)</script>',
    'a & b &amp; c &lt; &quot; &#35; #35; #quot;',
    'end',
    'subgraph x',
    'click a href "b"',
    '100 %%{init: {"theme":"dark"}}%% x',
    'Lifestyle: #1; style: fill',
    'back\\nslash `tick` **bold** _under_',
    'a --> b ==> c | d',
    '[x] {y} (z) ((w))',
    "it's; semi: colon, – Größe Łódź Ωμέγα Привет 日本 😀",
    '$$x^2$$ fa:fa-car',
    '<br/> break',
    '- list',
    'http://x.example/?a=b&c=d#e',
    'a:::b @{ shape: x }',
    ';',
  ])('%s', async (text) => {
    const written = mermaidText(text);
    const document = await draw(
      `flowchart LR\n accTitle: ${written}\n accDescr: ${written}\n subgraph g ["${written}"]\n  n["${written}"]\n end\n` +
        ` g edge@-- "${written}" --> m\n click n href "#x" "${written}"`,
    );
    // Wrapping may break a line within a long word.
    const squeezed = (value: string) => value.replaceAll(/\s/g, '');
    for (const place of ['title', 'desc', '.cluster > .label', 'a .label', '.edgeLabel .label']) {
      expect(squeezed(textOf(document, place)), place).toBe(squeezed(text));
    }
    expect(document.querySelector('a')?.getAttribute('aria-label')).toBe(text);
    expect(document.querySelectorAll('script, img, br, [onerror]')).toHaveLength(0);
  });
});

describe('a broken text', () => {
  test('is a MermaidError with the line as written', async () => {
    const source =
      '---\ntitle: x\n---\n%% one\n\n%% two\nflowchart LR\n\n  a --> b\n  %% three\n  c[[x --> \n';
    const error = await checkMermaid(source).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MermaidError);
    expect(error).toMatchObject({ problem: 'syntax', line: 11 });
    expect(error).toHaveProperty('message', expect.stringContaining('on line 11'));
  });

  test.each([
    ['', 'syntax'],
    ['hello there', 'syntax'],
    ['gantt\n title A\n section S\n a: a1, 2026-01-01, 3d', 'unsupported'],
    [`flowchart LR\n${' a --> b\n'.repeat(6_000)}`, 'too-large'],
  ])('%j is refused', async (source, problem) => {
    await expect(renderMermaid(source, { id: 'diagram' })).rejects.toMatchObject({
      name: 'MermaidError',
      problem,
    });
  });

  test('a sound one says its kind', async () => {
    expect(await checkMermaid(ENVIRONMENTS)).toBe('flowchart');
    expect(await checkMermaid('stateDiagram-v2\n a --> b')).toBe('state');
  });
});
