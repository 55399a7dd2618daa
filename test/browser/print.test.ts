import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullDate } from '../../src/diagram/dates.ts';
import { datesOf } from '../../src/lifecycle/date-at.ts';
import { longDate } from '../../src/site/format/dates.ts';
import { ownPlans } from '../diagram/support/plans.ts';
import { accessibilityViolations } from './support/axe.ts';
import { type BuiltSite, buildSite } from './support/build-site.ts';
import { launchBrowser } from './support/chromium.ts';
import { openPage } from './support/page.ts';
import { type PrintedPage, printed } from './support/print.ts';
import { type StaticServer, serveFolder } from './support/static-server.ts';

const POINTS_PER_MM = 72 / 25.4;
const A4 = { width: 210 * POINTS_PER_MM, height: 297 * POINTS_PER_MM };
/** What is below is the line that each page ends with. */
const FOOT = 14 * POINTS_PER_MM;
const SMALLEST_LEGIBLE = 6;

const endless = 'Donaudampfschiff'.repeat(12);
const PLANS = {
  'smallest.yaml': 'customer: Smallest Unit\nstatusDate: 2026-03-01\n',
  'endless.yaml': `
customer: ${endless}
statusDate: 2026-03-01
contractSigned: 2026-01-12
sites: [${endless}]
contacts: [{ role: ${endless}, party: customer, name: ${endless}, email: ${endless}@example.com }]
environments:
  sandbox:
    created: 2026-01-14
    main: { url: https://${endless}.example.com/${endless} }
    test: {}
decisions: [{ id: ${endless}, made: 2026-02-01, summary: ${endless} }]
training: [{ group: ${endless}, role: ${endless}, instance: sandbox.test }]
`,
};

let site: BuiltSite;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  site = await buildSite({ plans: PLANS });
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(site.pages)]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (site) await rm(site.folder, { recursive: true, force: true });
});

describe.each([
  { path: 'plans/ninepine/', line: 'Ninepine Translational Medicine', day: '2026-09-10', most: 22 },
  {
    path: 'plans/ninepine/guide/',
    line: 'Ninepine Translational Medicine',
    day: '2026-09-10',
    most: 16,
  },
  {
    path: 'plans/brackenfold/guide/',
    line: 'Brackenfold Clinical Research',
    day: '2026-09-16',
    most: 14,
  },
  { path: 'plans/smallest/', line: 'Smallest Unit', day: '2026-03-01', most: 2 },
  { path: 'plans/smallest/guide/', line: 'Smallest Unit', day: '2026-03-01', most: 1 },
  { path: 'plans/endless/', line: `${endless.slice(0, 59)}…`, day: '2026-03-01', most: 12 },
  { path: 'plans/endless/guide/', line: `${endless.slice(0, 59)}…`, day: '2026-03-01', most: 6 },
])('$path on paper', ({ path, line, day, most }) => {
  let paper: PrintedPage[];
  let said: { lines: string[]; headings: string[]; days: string[] };

  beforeAll(async () => {
    // As it comes from the reader's screen, which is dark and narrow.
    const { page, close } = await openPage(browser, server.url + path, {
      colorScheme: 'dark',
      width: 390,
    });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    // Words for those who hear the page: on paper a ring says that a day is planned, and a box that a task is open.
    await page.locator('.sr-only, .wp-task').evaluateAll((hidden) => {
      for (const element of hidden) (element as HTMLElement).style.display = 'none';
    });
    said = await page.locator('main').evaluate((main) => ({
      lines: (main as HTMLElement).innerText.split(/[\n\t]+/),
      headings: [...main.querySelectorAll('h1, h2')].map((heading) => heading.textContent ?? ''),
      days: [...main.querySelectorAll('time')].map((time) => time.textContent ?? ''),
    }));
    paper = await printed(browser, page);
    await close();
  });

  test('is a few sheets of A4', () => {
    for (const { width, height } of paper) {
      expect(Math.abs(width - A4.width)).toBeLessThan(1);
      expect(Math.abs(height - A4.height)).toBeLessThan(1);
    }
    expect(paper.length).toBeLessThanOrEqual(most);
  });

  test('has all that the page says', () => {
    const text = squeezed(paper.map(bodyOf).join(''));
    const lines = said.lines.filter((words) => words.trim() !== '');
    expect(lines.length).toBeGreaterThan(3);
    expect(
      [...lines, ...said.headings, ...said.days].filter((words) => !text.includes(squeezed(words))),
    ).toEqual([]);
  });

  test('has nothing beyond the edges', () => {
    for (const { texts, width, height } of paper) {
      for (const { text, x, y, width: wide, size } of texts) {
        const isInside = x >= 0 && y >= 0 && x + wide <= width && y + size <= height;
        expect([text, isInside]).toEqual([text, true]);
      }
    }
  });

  test('says on each page whose it is, as of which day, and which page of how many', () => {
    for (const [index, { texts }] of paper.entries()) {
      const foot = squeezed(
        texts
          .filter(({ y }) => y < FOOT)
          .map(({ text }) => text)
          .join(''),
      );
      expect(foot).toContain(squeezed(`${line} · status of ${longDate(day)}`));
      expect(foot).toContain(`${index + 1}/${paper.length}`);
    }
  });

  test('has nothing to click', () => {
    const text = squeezed(paper.map(bodyOf).join(''));
    for (const words of [
      'Waypost',
      'On this page',
      'Search',
      'Writing plans',
      'Skip to content',
      'mermaid',
      'What to do when',
      'In the plan:',
    ]) {
      expect(text).not.toContain(squeezed(words));
    }
  });
});

test('a plan’s drawings are on paper with all their words, and can be read', async () => {
  const { page, close } = await openPage(browser, `${server.url}plans/ninepine/`);
  await page.emulateMedia({ media: 'print' });
  const diagram = await wordsOf(page, '.wp-diagram-tall svg');
  const timeline = await wordsOf(page, '.wp-section > .wp-figure svg.wp-timeline');
  const paper = await printed(browser, page);
  await close();
  expect(diagram.length).toBeGreaterThan(20);
  expect(timeline.length).toBeGreaterThan(30);
  for (const [name, words] of [
    ['Environment diagram', diagram],
    ['Timeline', timeline],
  ] as const) {
    const sheet = paper.find(({ texts }) => texts.some(({ text, y }) => text === name && y > 700));
    const text = squeezed(sheet ? bodyOf(sheet) : '');
    expect(words.filter((each) => !text.includes(squeezed(each)))).toEqual([]);
    const small = sheet?.texts.filter(({ size }) => size < SMALLEST_LEGIBLE) ?? [];
    expect(small.map((each) => `${each.text} ${each.size}`)).toEqual([]);
  }
});

test('the head of a long table stands on each of its pages', async () => {
  const { page, close } = await openPage(browser, `${server.url}plans/ninepine/`);
  const paper = await printed(browser, page);
  await close();
  const heads = paper.filter((sheet) =>
    squeezed(bodyOf(sheet)).includes('DateEventKindEnvironment'),
  );
  expect(heads.length).toBeGreaterThanOrEqual(3);
});

test('paper is light, also for those who read in the dark', async () => {
  for (const path of [
    'plans/sable-harbor/',
    'plans/ninepine/guide/',
    'guides/environments/pre-prod/',
  ]) {
    const { page, close } = await openPage(browser, server.url + path, { colorScheme: 'dark' });
    await page.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe('rgb(255, 255, 255)');
    const violations = await accessibilityViolations(page);
    expect(violations.filter((violation) => violation.includes('contrast'))).toEqual([]);
    await close();
  }
});

test('what is folded away on the screen is open on paper', async () => {
  const { page, close } = await openPage(browser, `${server.url}guides/environments/pre-prod/`);
  const text = squeezed((await printed(browser, page)).map(bodyOf).join(''));
  await close();
  expect(text).toContain(squeezed('Settle the question with your IQVIA project manager'));
});

test('every day in a guide is a day of its plan', async () => {
  for (const [id, plan] of await ownPlans()) {
    const html = readFileSync(join(site.pages, 'plans', id, 'guide/index.html'), 'utf8');
    const shown = [...html.matchAll(/<time[^>]* datetime="([^"]*)"[^>]*>([^<]*)</g)];
    const days = new Set(datesOf(plan).map(({ date }) => date));
    expect(shown.length).toBeGreaterThan(10);
    for (const [, day = '', text = ''] of shown) {
      expect([...days]).toContain(day);
      expect([fullDate(day), longDate(day)]).toContain(text);
    }
  }
});

function bodyOf({ texts }: PrintedPage): string {
  return texts
    .filter(({ y }) => y >= FOOT)
    .map(({ text }) => text)
    .join('');
}

/** Paper has blanks and breaks in other places than the page, and draws one apostrophe for another. */
function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('\u02bc', '’')
    .replace(/[\s\u200b]+/g, '');
}

function wordsOf(page: Page, svg: string): Promise<string[]> {
  return page
    .locator(svg)
    .first()
    .evaluate((drawing) =>
      [...drawing.querySelectorAll('text')]
        .filter((text) => text.getBoundingClientRect().width > 0 && text.checkVisibility())
        .map((text) => text.textContent ?? ''),
    );
}
