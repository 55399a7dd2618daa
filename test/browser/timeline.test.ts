import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { miniTimeline, timelineFigure } from '../../src/diagram/timeline/index.ts';
import type { Plan } from '../../src/lifecycle/plan.ts';
import { ownPlans, planOf, replaced, small } from '../diagram/support/plans.ts';
import { accessibilityViolations } from './support/axe.ts';
import { launchBrowser } from './support/chromium.ts';
import { sidewaysScroll } from './support/measure.ts';
import { openPage } from './support/page.ts';
import { type StaticServer, serveFolder } from './support/static-server.ts';

const STYLE = new URL('../../src/diagram/styles/timeline.css', import.meta.url);
const FONT = createRequire(import.meta.url).resolve(
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
);

const fiveWeeks = `
customer: Hasty Unit
statusDate: 2026-01-19
contractSigned: 2026-01-05
goLive: 2026-02-06
environments:
  sandbox: { created: 2026-01-05, destroyed: 2026-02-06, main: {}, test: {} }
  pre-prod: { created: 2026-01-07, iq: { date: 2026-01-08 } }
  prod: { promotedFrom: pre-prod, created: 2026-01-30, main: {}, test: {} }
`;

const plans: Map<string, Plan> = new Map([
  ...(await ownPlans()),
  ['crowded', crowded()],
  [
    'long-names',
    planOf(small.replaceAll('Nurses', 'Ward staff of all sites and wards W'.repeat(3))),
  ],
  ['five-weeks', planOf(fiveWeeks)],
  ['three-years', planOf(replaced(small, ['2026-01-12', '2024-05-06']))],
]);

let browser: Browser;
let server: StaticServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-timeline-'));
  await writeFile(join(folder, 'timeline.css'), await readFile(STYLE));
  await writeFile(join(folder, 'inter.woff2'), await readFile(FONT));
  for (const [id, plan] of plans) {
    for (const theme of ['light', 'dark'] as const) {
      await writeFile(join(folder, `${id}-${theme}.html`), html(theme, '', plan));
    }
    await writeFile(join(folder, `${id}-fallback.html`), html('light', '-absent', plan));
  }
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(folder)]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each([...plans.keys()])('%s', (id) => {
  test.each(['light', 'fallback'])(
    'in the %s page no text overlaps or leaves the drawing',
    async (page) => {
      const opened = await openPage(browser, `${server.url}${id}-${page}.html`);
      expect(await textFaults(opened.page)).toEqual([]);
      await opened.close();
    },
  );

  test('on a phone only the drawing moves sideways, and the names of lanes stay', async () => {
    const opened = await openPage(browser, `${server.url}${id}-light.html`, { width: 390 });
    expect(await sidewaysScroll(opened.page)).toBe(0);
    const scroller = opened.page.locator('.wp-timeline-scroll');
    await scroller.evaluate((element) => element.scrollTo({ left: 9999 }));
    expect(await scroller.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(300);
    const shown = await opened.page.locator('.wp-timeline-names .name').first().boundingBox();
    expect(shown?.x).toBeGreaterThan(0);
    expect(shown?.x).toBeLessThan(40);
    expect(await misplacedNames(opened.page)).toEqual([]);
    await opened.close();
  });
});

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test('axe is content', async () => {
    const opened = await openPage(browser, `${server.url}ostermoor-${theme}.html`, {
      colorScheme: theme,
    });
    expect(await accessibilityViolations(opened.page)).toEqual([]);
    expect(opened.complaints.consoleErrors).toEqual([]);
    await opened.close();
  });

  test('past and planned differ in more than colour', async () => {
    const { page, close } = await openPage(browser, `${server.url}ostermoor-${theme}.html`);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const fill = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).fill);
    expect(await fill('.lane .mark.planned > path')).toBe(paper);
    expect(await fill('.lane .mark.past > path')).not.toBe(paper);
    expect(await fill('.lane .bar .planned')).toContain('hatching');
    await close();
  });
});

test('each mark shows its name when it is reached by keyboard, within the drawing', async () => {
  const { page, close } = await openPage(browser, `${server.url}larkfield-light.html`);
  const count = await page.locator('.lane .mark').count();
  for (let index = 0; index < count; index++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const tip = document.activeElement?.querySelector('.tip');
      const title = document.activeElement?.querySelector('title')?.textContent;
      if (!tip || getComputedStyle(tip).visibility !== 'visible') return `${title} shows nothing`;
      const box = tip.getBoundingClientRect();
      const drawing = document.querySelector('.wp-timeline')?.getBoundingClientRect();
      if (!drawing || box.left < drawing.left || box.right > drawing.right || box.top < drawing.top)
        return `${title} is cut off`;
      const ground = tip.querySelector('rect')?.getBoundingClientRect();
      const isWider = [...tip.querySelectorAll('text')].some(
        (text) => text.getBoundingClientRect().right > (ground?.right ?? 0),
      );
      return isWider ? `${title} is wider than its ground` : undefined;
    });
    expect(fault).toBe(undefined);
  }
  expect(await page.locator('.tip:visible').count()).toBe(1);
  await close();
});

test('a mark shows its name when it is pointed at', async () => {
  const { page, close } = await openPage(browser, `${server.url}larkfield-light.html`);
  const mark = page.locator('.mark', { hasText: 'Go-live' });
  expect(await mark.locator('.tip').isVisible()).toBe(false);
  await mark.locator('path').hover();
  expect(await mark.locator('.tip').isVisible()).toBe(true);
  expect(await mark.locator('.tip').textContent()).toBe('1 Sep 2026Go-live');
  await close();
});

test('on paper the whole drawing is there', async () => {
  const { page, close } = await openPage(browser, `${server.url}ninepine-dark.html`, {
    width: 680,
  });
  await page.emulateMedia({ media: 'print' });
  const drawing = await page.locator('.wp-timeline').boundingBox();
  expect((drawing?.x ?? 0) + (drawing?.width ?? 9999)).toBeLessThanOrEqual(680);
  expect(await page.locator('.wp-timeline-names').isVisible()).toBe(false);
  await close();
});

/** Texts that lie on one another, or outside of the drawing. */
function textFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const drawing = document.querySelector('.wp-timeline');
    if (!drawing) return ['There is no drawing'];
    const outer = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll('text')].filter((text) => !text.closest('.tip'));
    const boxes = texts.map((text) => ({
      name: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    const marks = [...drawing.querySelectorAll('.lane .mark > path')].map((mark) => ({
      name: mark.parentElement?.querySelector('title')?.textContent,
      box: mark.getBoundingClientRect(),
    }));
    const outside = boxes.filter(
      ({ box }) =>
        box.left < outer.left - 0.5 ||
        box.right > outer.right + 0.5 ||
        box.top < outer.top - 0.5 ||
        box.bottom > outer.bottom + 0.5,
    );
    const overlap = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 0.5 &&
      b.left < a.right - 0.5 &&
      // Boxes of text hold room for accents above and below.
      a.top + 2 < b.bottom - 2 &&
      b.top + 2 < a.bottom - 2;
    const pairs = boxes.flatMap((one, index) =>
      [...boxes.slice(index + 1), ...marks]
        .filter((other) => overlap(one.box, other.box))
        .map((other) => `${one.name} lies on ${other.name}`),
    );
    return [...outside.map(({ name }) => `${name} is outside`), ...pairs];
  });
}

/** Names of lanes that do not lie where the drawing has them, when it has moved. */
function misplacedNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tops = (selector: string) =>
      [...document.querySelectorAll(selector)].map((name) => name.getBoundingClientRect().top);
    const drawn = tops('.wp-timeline .names .name');
    const shown = tops('.wp-timeline-names .name');
    if (drawn.length !== shown.length) return [`${shown.length} names of ${drawn.length}`];
    return drawn.flatMap((top, index) =>
      Math.abs(top - (shown[index] ?? 0)) > 1 ? [`${index}: ${top} and ${shown[index]}`] : [],
    );
  });
}

/** A plan in which everything happens at once. */
function crowded(): Plan {
  const changes = Array.from({ length: 12 }, (_, index) => {
    const day = String(10 + (index % 4)).padStart(2, '0');
    return `{ date: 2026-06-${day}, summary: Change, ecr: ECR-LONG-NUMBER-${index} }`;
  });
  const groups = Array.from(
    { length: 8 },
    (_, index) =>
      `{ group: Group number ${index}, instance: prod.test, started: 2026-08-20, signedOff: 2026-08-2${index % 7} }`,
  );
  return planOf(
    replaced(
      small,
      ['changes: [{ date: 2026-06-10, summary: A label, ecr: ECR-1 }]', `changes: [${changes}]`],
      [
        'training: [{ group: Nurses, instance: prod.test, started: 2026-08-20, signedOff: 2026-08-27 }]',
        `training: [${groups}]`,
      ],
    ),
  );
}

function html(theme: 'light' | 'dark', fontSuffix: string, plan: Plan): string {
  const colors = theme === 'dark' ? '#17181c; color: #fff' : '#fff; color: #17181c';
  const paper = theme === 'dark' ? '#17181c' : '#ffffff';
  return `<!doctype html>
<html lang="en" data-theme="${theme}">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Timeline</title>
<style>
  @font-face { font-family: "Inter Variable${fontSuffix}"; font-weight: 100 900; src: url(inter.woff2); }
  :root { --sl-color-bg: ${paper} }
  body { margin: 16px; background: ${colors}; font-family: sans-serif }
</style>
<link rel="stylesheet" href="timeline.css">
<main><h1>Timeline</h1>${timelineFigure(plan)}<p>${miniTimeline(plan)}</p></main>
</html>`;
}
