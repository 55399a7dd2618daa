import { globSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portfolioOf } from '../support/portfolio/index.ts';
import { accessibilityViolations } from './support/axe.ts';
import { type BuiltSite, buildSite } from './support/build-site.ts';
import { launchBrowser } from './support/chromium.ts';
import { sidewaysScroll } from './support/measure.ts';
import { openPage } from './support/page.ts';
import { resultsLoaded } from './support/search.ts';
import { type StaticServer, serveFolder } from './support/static-server.ts';

const few = 8;
const many = 208;

let small: BuiltSite;
let large: BuiltSite;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  small = await siteOf(few);
  large = await siteOf(many);
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(large.pages)]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  for (const site of [small, large]) {
    if (site) await rm(site.folder, { recursive: true, force: true });
  }
});

function siteOf(count: number): Promise<BuiltSite> {
  const plans = portfolioOf(count).map(({ name, content }) => [name, content]);
  return buildSite({ plans: Object.fromEntries(plans), only: true });
}

const isOfCustomers = (page: string) => page === 'index.html' || /^(customers|phases)\//.test(page);

const isList = (page: string) =>
  isOfCustomers(page) || /^(calendar|environments|problems)\//.test(page);

const listsOf = ({ pages }: BuiltSite) =>
  globSync('**/*.html', { cwd: pages })
    .filter(isOfCustomers)
    .map((page) => ({ page, text: readFileSync(join(pages, page), 'utf8') }));

const rowsIn = (text: string) => [...text.matchAll(/<tr class="wp-customer [^"]*"/g)].length;

test('no page but the lists knows how many customers there are', () => {
  const pages = globSync('**/*.html', { cwd: small.pages }).filter((page) => !isList(page));
  const grown = pages.filter((page) => {
    const [one, other] = [small, large].map((site) => readFileSync(join(site.pages, page), 'utf8'));
    return one !== other;
  });
  expect(pages.length).toBeGreaterThan(few + 100);
  expect(grown).toEqual([]);
});

test('a list grows by pages, not in size', () => {
  expect(listsOf(small).map(({ page }) => page)).toEqual(['index.html']);
  for (const { page, text } of listsOf(large)) {
    expect(rowsIn(text), page).toBeGreaterThan(0);
    expect(rowsIn(text), page).toBeLessThanOrEqual(100);
    expect(text.length, page).toBeLessThan(250_000);
  }
  const rows = (pattern: RegExp) =>
    listsOf(large)
      .filter(({ page }) => pattern.test(page))
      .reduce((sum, { text }) => sum + rowsIn(text), 0);
  expect(rows(/^(index\.html|customers\/\d)/)).toBe(many);
  expect(rows(/^customers\/by-next-event/)).toBe(many);
  expect(rows(/^phases/)).toBe(many);
});

test('a customer of any page is found by typing its name', async () => {
  const { page, complaints, close } = await openPage(browser, server.url);
  await page.getByLabel('Find a customer').fill('RESEARCH thistle');
  const found = page.locator('wp-find-customer li');
  await found.first().waitFor();
  expect(await found.locator('a').allTextContents()).toEqual([
    'Thistle Research Unit',
    'Thistle Research Unit 2',
  ]);
  await page.getByLabel('Find a customer').fill('nobody of this name');
  await page.getByText('No customer has this name.').waitFor();
  expect(await found.count()).toBe(0);
  await page.getByLabel('Find a customer').fill('thistle research unit 2');
  await found.locator('a').click();
  expect(await page.locator('h1').textContent()).toBe('Thistle Research Unit 2');
  expect(Object.values(complaints).flat()).toEqual([]);
  await close();
});

test('the search leads to the customer, not to a list', async () => {
  const { page, close } = await openPage(browser, server.url);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.locator('dialog input').fill('Thistle Pharmacology 2');
  const links = page.locator('.pagefind-ui__result-link');
  await resultsLoaded(page);
  expect(await links.first().textContent()).toContain('Thistle Pharmacology');
  expect(await links.allTextContents()).toContain('Thistle Pharmacology 2');
  expect(await links.filter({ hasText: 'Customers' }).count()).toBe(0);
  await close();
});

test('without any script, every customer is reached page by page, and phases are counted', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.url);
  const names = () => page.locator('.wp-customer th a').allTextContents();
  const seen = await names();
  while ((await page.locator('a[rel="next"]').count()) > 0) {
    await page.locator('a[rel="next"]').click();
    seen.push(...(await names()));
  }
  expect(new Set(seen).size).toBe(many);

  await page.goto(server.url);
  const counts = await page.locator('nav[aria-label="Phase"] small').allTextContents();
  const [all, ...phases] = counts.map(Number);
  expect(all).toBe(many);
  expect(phases.reduce((sum, count) => sum + count)).toBe(many);
  await page.locator('nav[aria-label="Phase"] a', { hasText: 'Validation' }).click();
  const shown = await page.locator('.wp-customer .wp-phase').allTextContents();
  expect(new Set(shown)).toEqual(new Set(['Validation']));
  await context.close();
});

test.each([1280, 390])('lists are sound at %i px', async (width) => {
  for (const path of ['', 'customers/2/', 'customers/by-next-event/', 'phases/live/']) {
    const view = { width, colorScheme: 'dark' } as const;
    const { page, complaints, close } = await openPage(browser, server.url + path, view);
    expect(await accessibilityViolations(page), path).toEqual([]);
    expect(await sidewaysScroll(page), path).toBe(0);
    expect(Object.values(complaints).flat(), path).toEqual([]);
    await close();
  }
});
