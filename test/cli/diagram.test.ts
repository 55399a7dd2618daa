import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { checkMermaid } from '../../src/diagram/mermaid/check.ts';
import { oversizedPlan } from '../support/oversized-plan.ts';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const plans = {
  'content/plans/quillon-bay.yaml': changed('planned'),
  'content/plans/broken.yaml': 'customer: [\n',
};

/** The drawing as what shows SVG files reads it: as XML, or not at all. */
function drawn(svg: string): Element {
  const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
  return document.documentElement;
}

test('the environments of a plan, by its id or its path, as text that mermaid understands', async () => {
  const cwd = await folderWith(plans);
  const byId = await waypost(['diagram', 'quillon-bay'], cwd);
  expect({ ...byId, stdout: '' }).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(await checkMermaid(byId.stdout)).toBe('flowchart');
  expect(byId.stdout).toContain('Environments of Quillon Bay');
  expect(await waypost(['diagram', 'content/plans/quillon-bay.yaml'], cwd)).toEqual(byId);
  expect(await waypost(['diagram', 'quillon-bay', '--format', 'mermaid'], cwd)).toEqual(byId);
});

describe.each([
  ['environments', 'Environments of', 'diagram'],
  ['timeline', 'Timeline of', 'timeline'],
])('%s as an SVG file of its own', (kind, title, look) => {
  const name = 'Söhne & <b onload="x">"Co"</b>';
  const files = {
    'content/plans/hostile.yaml': changed('planned', [
      'customer: Quillon Bay',
      `customer: ${JSON.stringify(name)} #`,
    ]),
  };

  test('is well-formed, names the customer as text, and leads nowhere', async () => {
    const cwd = await folderWith(files);
    const run = await waypost(['diagram', 'hostile', '--kind', kind, '--format', 'svg'], cwd);
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    const root = drawn(run.stdout);
    expect(root.nodeName).toBe('svg');
    expect(root.querySelector('title')?.textContent).toBe(`${title} ${name}`);
    expect(root.querySelectorAll('a, b, script, foreignObject, image')).toHaveLength(0);
    expect(root.querySelectorAll('rect, path').length).toBeGreaterThan(10);
  });

  test('has all its colors with it, and asks nobody for anything', async () => {
    const cwd = await folderWith(files);
    const { stdout } = await waypost(
      ['diagram', 'hostile', '--kind', kind, '--format', 'svg'],
      cwd,
    );
    const style = drawn(stdout).querySelector('style')?.textContent ?? '';
    const defined = new Set([...style.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
    const used = [...style.matchAll(/var\((--[\w-]+)(,)?/g)].filter((match) => !match[2]);
    expect(used.length).toBeGreaterThan(10);
    expect(used.flatMap(([, property]) => (defined.has(property) ? [] : property))).toEqual([]);
    expect(style).toContain(`background: var(--wp-${look}-paper)`);
    expect(stdout.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|@import|url\((?!#)/,
    );
  });
});

test('a timeline is an SVG where nothing is said, and cannot be mermaid text', async () => {
  const cwd = await folderWith(plans);
  const { stdout } = await waypost(['diagram', 'quillon-bay', '--kind', 'timeline'], cwd);
  expect(drawn(stdout).getAttribute('class')).toBe('wp-timeline');
  const args = ['diagram', 'quillon-bay', '--kind', 'timeline', '--format', 'mermaid'];
  expect(await waypost(args, cwd)).toEqual({
    status: 2,
    stdout: '',
    stderr: 'A timeline cannot be drawn as mermaid text, which has no marks: take --format svg.\n',
  });
});

test('--output-file takes the diagram, and says when it cannot', async () => {
  const cwd = await folderWith(plans);
  const shown = await waypost(['diagram', 'quillon-bay'], cwd);
  const written = await waypost(['diagram', 'quillon-bay', '--output-file', 'out.mmd'], cwd);
  expect(written).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(await readFile(join(cwd, 'out.mmd'), 'utf8')).toBe(shown.stdout);
  const failed = await waypost(['diagram', 'quillon-bay', '--output-file', 'no/out.mmd'], cwd);
  expect(failed.status).toBe(2);
  expect(failed.stderr).toMatch(/^Cannot write the diagram to no\/out\.mmd: /);
});

describe('what cannot be drawn', () => {
  const oversized = { 'content/plans/large.yaml': oversizedPlan() };

  test('more dates than a timeline has room for, with what has them all', async () => {
    const cwd = await folderWith(oversized);
    expect(await waypost(['diagram', 'large', '--kind', 'timeline'], cwd)).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'The timeline of content/plans/large.yaml is not drawn: it would have 2,503 marks, and at most 2,500 are drawn. ' +
        'The page of the plan, which `npx --no waypost build` makes, has all dates in a table.\n',
    });
  });

  test('more environments than mermaid draws, with what has them all', async () => {
    const cwd = await folderWith(oversized);
    expect((await waypost(['diagram', 'large'], cwd)).status).toBe(0);
    expect(await waypost(['diagram', 'large', '--format', 'svg'], cwd)).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'The environments of content/plans/large.yaml are not drawn. The mermaid text has more than 50,000 characters. ' +
        '`--format mermaid` gives its text, and the page of the plan, which `npx --no waypost build` makes, has all environments in a table.\n',
    });
  });

  test('data that cannot be read are a failure, with the place', async () => {
    const { status, stdout, stderr } = await waypost(
      ['diagram', 'broken'],
      await folderWith(plans),
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^content\/plans\/broken\.yaml:\d+:\d+ .+\n/);
    expect(stderr).toMatch(
      /The data of this plan cannot be read, so there is nothing to draw\.\n$/,
    );
  });

  test('what is wrong is left out, and that is said', async () => {
    const cwd = await folderWith({
      'content/plans/acme.yaml': changed('planned', ['goLive: 2026-07-20', 'goLive: soon']),
    });
    const { status, stdout, stderr } = await waypost(['diagram', 'acme'], cwd);
    expect(status).toBe(0);
    expect(await checkMermaid(stdout)).toBe('flowchart');
    expect(stderr).toBe(
      'content/plans/acme.yaml has one place that cannot be read, and the diagram leaves out what is there: `npx --no waypost lint content/plans/acme.yaml` tells more.\n',
    );
  });

  test.each([
    ['quillon-by', 'There is no plan quillon-by in content/plans. Did you mean quillon-bay?\n'],
    ['nowhere', 'There is no plan nowhere in content/plans.\n'],
    ['no/such.yaml', 'Cannot read no/such.yaml: there is no such file or folder\n'],
    ['content/plans', 'content/plans holds 2 plans: name one of them\n'],
  ])('%s is no plan', async (name, stderr) => {
    const run = await waypost(['diagram', name], await folderWith(plans));
    expect(run).toEqual({ status: 2, stdout: '', stderr });
  });

  test('the name of a folder moves no cursor, and is one word to a shell', async () => {
    const wrong = changed('planned', ['goLive: 2026-07-20', 'goLive: soon']);
    const cwd = await folderWith({ 'a\u001b[31m b/acme.yaml': wrong, 'a\u001b[31m b/b.yaml': '[' });
    const said = async (...args: string[]) => (await waypost(['diagram', ...args], cwd)).stderr;
    const folder = 'a\\u{1b}[31m b';
    expect(await said('a\u001b[31m b')).toBe(`${folder} holds 2 plans: name one of them\n`);
    expect(await said('a\u001b[31m b/b.yaml')).toContain(`${folder}/b.yaml:1:2 `);
    const written = await said('a\u001b[31m b/acme.yaml', '--output-file', 'n\u001b/x.svg');
    expect(written).toContain(`\`npx --no waypost lint '${folder}/acme.yaml'\` tells more.\n`);
    expect(written).toContain('Cannot write the diagram to n\\u{1b}/x.svg: ');
    expect(await said('x\u001b')).toContain('There is no plan x\\u{1b} in content/plans.');
  });

  test('an unknown kind or format is a failure', async () => {
    const cwd = await folderWith(plans);
    expect((await waypost(['diagram', 'quillon-bay', '--kind', 'map'], cwd)).status).toBe(2);
    expect((await waypost(['diagram', 'quillon-bay', '--format', 'png'], cwd)).status).toBe(2);
    expect((await waypost(['diagram'], cwd)).status).toBe(2);
  });
});
