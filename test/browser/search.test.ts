import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityViolations } from './support/axe.ts';
import { type BuiltSite, buildSite } from './support/build-site.ts';
import { launchBrowser } from './support/chromium.ts';
import { openPage } from './support/page.ts';
import { resultsLoaded, searchAnswered } from './support/search.ts';
import { type StaticServer, serveFolder } from './support/static-server.ts';

const BASE = '/waypost/';
const HOSTILE_NAME = 'Mallory <img src=x onerror=globalThis.pwned=1> &lt;b&gt; & Söhne';
const PLANS = {
  'mallory.yaml': `customer: ${JSON.stringify(HOSTILE_NAME)}\nstatusDate: 2026-03-01\n`,
};

let site: BuiltSite;
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  site = await buildSite({ plans: PLANS, base: BASE });
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(site.pages, BASE)]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (site) await rm(site.folder, { recursive: true, force: true });
});

/** Types into the search of the page, as a reader does, and waits for the answer. */
async function search(page: Page, term: string): Promise<void> {
  if (
    !(await page
      .locator('site-search dialog')
      .evaluate((dialog) => 'open' in dialog && dialog.open))
  ) {
    await page.locator('button[data-open-modal]').click();
  }
  await page.locator('.pagefind-ui__search-input').fill(term);
  await searchAnswered(page, term);
}

/** The addresses of the pages that are found, the best first, and of the sections below each. */
async function found(page: Page): Promise<{ page: string; sections: string[] }[]> {
  await resultsLoaded(page);
  const results = page.locator('.pagefind-ui__result');
  const lists = await results.evaluateAll((items) =>
    items.map((item) =>
      [...item.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
    ),
  );
  return lists.map(([first = '', ...sections]) => ({
    page: first.replace(/^\/waypost/, ''),
    sections: sections.map((section) => section.replace(/^[^#]*/, '')),
  }));
}

async function count(page: Page): Promise<number> {
  return Number.parseInt((await page.locator('.pagefind-ui__message').textContent()) ?? '', 10);
}

async function withSearch(use: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints, close } = await openPage(browser, server.url);
  await use(page);
  expect(Object.values(complaints).flat()).toEqual([]);
  await close();
}

describe('what is typed comes first', () => {
  test.each([
    ['a customer', 'larkfield', '/plans/larkfield/'],
    ['a whole name', 'Sable Harbor Research Institute', '/plans/sable-harbor/'],
    ['an environment', 'sandbox', '/guides/environments/sandbox/'],
    ['an environment of two words', 'community dev', '/guides/environments/community/'],
    ['a topic', 'validation', '/guides/validation/'],
    ['the id of a rule', 'iq-late', '/rules/iq-late/'],
    ['the words of a rule’s id', 'duplicate url', '/rules/duplicate-url/'],
  ])('%s: %s', (_, term, address) =>
    withSearch(async (page) => {
      await search(page, term);
      expect((await found(page))[0]?.page).toBe(address);
    }),
  );

  test.each([
    ['ECR-LF-001', '#evidence'],
    ['ECR LF 001', '#evidence'],
    ['ecrlf001', '#evidence'],
    ['IQ-LF-002', '#evidence'],
    ['IQ-LF-002', '#environment-val--name'],
    ['VSR-LF-001', '#validation'],
    ['MAT-LF-001', '#migration'],
    ['QC-LF-2', '#migration'],
    ['QC LF', '#migration'],
    ['val-27-1', '#environment-val-27-1--name'],
  ])('%s leads to %s of the plan', (term, section) =>
    withSearch(async (page) => {
      await search(page, term);
      const [first] = await found(page);
      expect(first?.page).toBe('/plans/larkfield/');
      expect(first?.sections).toContain(section);
    }),
  );

  test('pages that only list are not among the results', () =>
    withSearch(async (page) => {
      await search(page, 'customers');
      const pages = (await found(page)).map((result) => result.page);
      expect(pages.filter((address) => !/^\/(plans|guides|rules)\/./.test(address))).toEqual([]);
    }));
});

describe('filters', () => {
  test.each([
    ['Kind', 'Rule', /^\/rules\//],
    ['Kind', 'Guide', /^\/guides\//],
    ['Kind', 'Customer guide', /^\/plans\/[^/]+\/guide\/$/],
    ['Kind', 'Plan', /^\/plans\/[^/]+\/$/],
    ['Customer', 'Larkfield Early Phase Unit', /^\/plans\/larkfield\/(guide\/)?$/],
    ['Phase', 'Live', /^\/plans\/(larkfield|ninepine)\/(guide\/)?$/],
  ])('%s: %s narrows the results', (filter, value, address) =>
    withSearch(async (page) => {
      await search(page, 'sandbox');
      const all = await count(page);
      await page.locator('.pagefind-ui__filter-name', { hasText: filter }).click();
      await page.getByLabel(new RegExp(`^${value} \\(`)).check();
      await expect.poll(() => count(page)).toBeLessThan(all);
      const results = await found(page);
      expect(results.length).toBeGreaterThan(0);
      expect(results.filter((result) => !address.test(result.page))).toEqual([]);
    }),
  );

  test('a customer’s name in them is text, whatever it says', () =>
    withSearch(async (page) => {
      await search(page, 'mallory');
      await page.locator('.pagefind-ui__filter-name', { hasText: 'Customer' }).click();
      const label = page.locator('label', { hasText: 'Mallory' });
      expect(await label.innerText()).toBe(
        'Mallory ‹img src=x onerror=globalThis.pwned=1› ＆lt;b＆gt; & Söhne (2)',
      );
      expect(await label.locator('*').count()).toBe(0);
      expect((await found(page))[0]?.page).toBe('/plans/mallory/');
      expect(await page.locator('site-search img').count()).toBe(0);
      expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
    }));

  test.each(['light', 'dark'] as const)('everybody can use them, %s', async (colorScheme) => {
    const { page, close } = await openPage(browser, server.url, { width: 390, colorScheme });
    await search(page, 'larkfield');
    await found(page);
    for (const name of await page.locator('.pagefind-ui__filter-name').all()) await name.click();
    expect(await accessibilityViolations(page, '.pagefind-ui__drawer')).toEqual([]);
    await close();
  });
});
