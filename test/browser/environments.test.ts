import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentDiagram, lifecycleDiagram } from '../../src/diagram/environments/index.ts';
import { renderMermaid } from '../../src/diagram/mermaid/render.ts';
import { ownPlans, planOf, small } from '../diagram/support/plans.ts';
import { portfolioOf } from '../support/portfolio/index.ts';
import { launchBrowser } from './support/chromium.ts';
import { faintLabels, labelsOutsideBoxes } from './support/measure.ts';
import { openPage } from './support/page.ts';
import { type StaticServer, serveFolder } from './support/static-server.ts';

const STYLE = new URL('../../src/diagram/styles/diagram.css', import.meta.url);
const FONT = createRequire(import.meta.url).resolve(
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
);
const directions = ['LR', 'TB'] as const;
const diagrams = new Map<string, string>(
  directions.flatMap((direction) => [[`lifecycle-${direction}`, lifecycleDiagram({ direction })]]),
);
const made = portfolioOf(24, 3).map(({ name, content }) => [name, planOf(content, name)] as const);
for (const [id, plan] of [...(await ownPlans()), ['small', planOf(small)] as const, ...made]) {
  for (const direction of directions) {
    diagrams.set(`${id}-${direction}`, environmentDiagram(plan, { direction }));
  }
}

let browser: Browser;
let server: StaticServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-environments-'));
  await writeFile(join(folder, 'diagram.css'), await readFile(STYLE));
  await writeFile(join(folder, 'inter.woff2'), await readFile(FONT));
  for (const [id, text] of diagrams) {
    const svg = await renderMermaid(text, { id: 'diagram' });
    await writeFile(join(folder, `${id}.html`), html(svg));
  }
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(folder)]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([...diagrams.keys()])('%s: every label lies in its box, and can be read', async (id) => {
  const { page, close } = await openPage(browser, `${server.url}${id}.html`, { width: 1600 });
  expect(await page.locator('.wp-diagram .node').count()).toBeGreaterThan(5);
  expect(await labelsOutsideBoxes(page)).toEqual([]);
  expect(await faintLabels(page)).toEqual([]);
  await close();
});

function html(svg: string): string {
  return `<!doctype html>
<html lang="en" data-theme="light">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Environments</title>
<style>
  @font-face { font-family: "Inter Variable"; font-weight: 100 900; src: url(inter.woff2); }
  body { margin: 16px; background: #fff; color: #17181c }
</style>
<link rel="stylesheet" href="diagram.css">
<main>${svg}</main>
</html>`;
}
