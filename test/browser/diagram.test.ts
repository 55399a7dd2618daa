import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderMermaid } from '../../src/diagram/mermaid/render.ts';
import { accessibilityViolations } from './support/axe.ts';
import { launchBrowser } from './support/chromium.ts';
import { faintLabels, labelsOutsideBoxes, sidewaysScroll } from './support/measure.ts';
import { openPage, type View } from './support/page.ts';
import { type StaticServer, serveFolder } from './support/static-server.ts';

const FIXTURES = new URL('../diagram/mermaid/', import.meta.url);
const STYLE = new URL('../../src/diagram/styles/diagram.css', import.meta.url);
const FONT = createRequire(import.meta.url).resolve(
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
);
const STATES = `stateDiagram-v2
  accTitle: Life of an instance
  accDescr: An instance is planned, then exists, then is destroyed.
  [*] --> Planned
  Planned --> Exists: IQ approved
  state Exists {
    Open --> Controlled: configuration is final
  }
  Exists --> Destroyed
  note right of Controlled: An ECR for every change of the configuration`;

let browser: Browser;
let server: StaticServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-diagram-'));
  const wide = await renderMermaid(await fixture('environments.mmd'), { id: 'wide' });
  const tall = await renderMermaid(await fixture('environments-tall.mmd'), { id: 'tall' });
  const states = await renderMermaid(STATES, { id: 'states' });
  const body = `<h1>Diagrams</h1><div class="wp-diagram-frame"><div class="wp-diagram-wide">${wide}</div>
    <div class="wp-diagram-tall">${tall}</div></div><div class="wp-diagram-frame">${states}</div>`;
  await writeFile(join(folder, 'diagram.css'), await readFile(STYLE));
  await writeFile(join(folder, 'inter.woff2'), await readFile(FONT));
  for (const theme of ['light', 'dark'] as const) {
    await writeFile(join(folder, `${theme}.html`), page(theme, '', body));
    await writeFile(join(folder, `${theme}-fallback.html`), page(theme, '-absent', body));
  }
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(folder, '/base/')]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const VIEWS: View[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
];

describe.each(VIEWS)('at $width px, $colorScheme', (view) => {
  test('labels lie in their boxes, the page does not scroll sideways, axe is content', async () => {
    const opened = await openPage(browser, `${server.url}${view.colorScheme}.html`, view);
    expect(await opened.page.evaluate(() => document.fonts.check('14px "Inter Variable"'))).toBe(
      true,
    );
    expect(await labelsOutsideBoxes(opened.page)).toEqual([]);
    expect(await sidewaysScroll(opened.page)).toBe(0);
    expect(await accessibilityViolations(opened.page)).toEqual([]);
    expect(Object.values(opened.complaints).flat()).toEqual([]);
    await opened.close();
  });

  test('one drawing of the two is shown', async () => {
    const { page, close } = await openPage(browser, `${server.url}${view.colorScheme}.html`, view);
    const shown = view.width > 800 ? ['#wide', '#tall'] : ['#tall', '#wide'];
    expect(await page.locator(shown[0] ?? '').isVisible()).toBe(true);
    expect(await page.locator(shown[1] ?? '').isVisible()).toBe(false);
    await close();
  });

  test('text of diagrams has a contrast of 4.5 to 1', async () => {
    const { page, close } = await openPage(browser, `${server.url}${view.colorScheme}.html`, view);
    expect(await faintLabels(page)).toEqual([]);
    await close();
  });

  test('labels fit in a fallback font too', async () => {
    const { page, close } = await openPage(
      browser,
      `${server.url}${view.colorScheme}-fallback.html`,
      view,
    );
    expect(await labelsOutsideBoxes(page)).toEqual([]);
    await close();
  });
});

test('links are reached by keyboard and show it', async () => {
  const { page, close } = await openPage(browser, `${server.url}light.html`);
  await page.keyboard.press('Tab');
  const focused = page.locator('a:focus-visible');
  expect(await focused.getAttribute('href')).toBe('#sandbox');
  expect(await focused.locator('rect').first().evaluate(strokeWidth)).toBe('3px');
  await close();
});

function strokeWidth(element: Element): string {
  return getComputedStyle(element).strokeWidth;
}

function fixture(name: string): Promise<string> {
  return readFile(new URL(name, FIXTURES), 'utf8');
}

function page(theme: 'light' | 'dark', fontSuffix: string, body: string): string {
  const colours = theme === 'dark' ? '#17181c; color: #fff' : '#fff; color: #17181c';
  return `<!doctype html>
<html lang="en" data-theme="${theme}">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Diagrams</title>
<style>
  @font-face { font-family: "Inter Variable${fontSuffix}"; font-weight: 100 900; src: url(inter.woff2); }
  body { margin: 16px; background: ${colours}; font-family: sans-serif }
</style>
<link rel="stylesheet" href="diagram.css">
<main>${body}</main>
</html>`;
}
