import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedSite, openSite } from './support/open-site.ts';
import { openPage } from './support/page.ts';
import { searchAnswered } from './support/search.ts';

let site: OpenedSite;

beforeAll(async () => {
  site = await openSite();
}, 300_000);

afterAll(() => site?.close());

test('everything that can be used is reached with Tab, can be seen there, and holds nobody', async () => {
  const faults: string[] = [];
  for (const path of site.kinds) {
    const { page, close } = await openPage(site.browser, site.url + path);
    const missed = await usable(page);
    // What opens is gone through as well.
    for (let left = missed.size * 2; left > 0; left--) {
      await page.keyboard.press('Tab');
      const { id, unseen } = await focused(page);
      if (id === undefined) break;
      missed.delete(id);
      if (unseen) faults.push(`${path}: focus is not seen on ${id}`);
    }
    faults.push(...[...missed].map((id) => `${path}: Tab does not reach ${id}`));
    await close();
  }
  expect(faults).toEqual([]);
}, 300_000);

test('the first thing that Tab reaches skips to the page’s own text', async () => {
  const { page, close } = await openPage(site.browser, `${site.url}rules/`);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())?.width).toBeGreaterThan(50);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await close();
});

test('the search is opened, left and used with keys, and gives the focus back', async () => {
  const { page, close } = await openPage(site.browser, site.url);
  const button = page.getByRole('button', { name: 'Search' });
  const closed = page.locator('site-search dialog:not([open])');
  const result = page.locator('.pagefind-ui__result-link', { hasText: 'Ostermoor' }).first();

  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog[open] input:focus').waitFor();
  await page.keyboard.press('Escape');
  await closed.waitFor({ state: 'attached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('Control+k');
  await page.locator('dialog[open] input:focus').waitFor();
  await page.keyboard.type('Ostermoor');
  // What the first letters find is replaced, and the focus would go with it.
  await searchAnswered(page, 'Ostermoor');
  await result.waitFor({ timeout: 20_000 });
  while (!(await result.evaluate((link) => link === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/plans/ostermoor/**');
  await close();
}, 60_000);

test('customers are filtered and sorted with keys', async () => {
  const { page, close } = await openPage(site.browser, site.url);
  const count = () => page.locator('.wp-customer:visible').count();
  const all = await count();
  await page.getByRole('radio', { name: /^All/ }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await count()).toBeLessThan(all);
  await page.getByRole('button', { name: 'Go-live' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('th[aria-sort="ascending"]', { hasText: 'Go-live' }).waitFor();
  await close();
});

test('on a phone the menu opens and closes with keys, and lets go', async () => {
  const { page, close } = await openPage(site.browser, site.url, { width: 390 });
  await page.getByRole('button', { name: 'Menu' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#starlight__sidebar:popover-open').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.locator('#starlight__sidebar:not(:popover-open)').waitFor({ state: 'attached' });
  // The browser tells of what has closed a moment later, and until then the page takes no focus.
  await page.locator('.main-frame:not([inert])').waitFor();
  await page.getByRole('link', { name: 'Ostermoor' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/plans/ostermoor/');
  await close();
});

/** Numbers what can be used, and says what there is: of radio buttons of one name, only the chosen one. */
async function usable(page: Page): Promise<Set<string>> {
  const names = await page.evaluate(() => {
    const looks = new Map<Element, string>();
    const lookOf = (element: Element) =>
      [element, ...element.querySelectorAll('*'), element.nextElementSibling]
        .filter((part) => part !== null)
        .map((part) => {
          const { outline, boxShadow, stroke, strokeWidth } = getComputedStyle(part);
          return [outline, boxShadow, stroke, strokeWidth].join();
        })
        .join();
    Object.assign(window, { isShown: (one: Element) => lookOf(one) !== looks.get(one) });
    const all = document.querySelectorAll<HTMLElement | SVGElement>(
      'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex="0"]',
    );
    return [...all]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !element.matches('input[type=radio]:not(:checked), [tabindex="-1"]'))
      .map((element, index) => {
        looks.set(element, lookOf(element));
        const label = element.getAttribute('aria-label') ?? element.textContent.trim();
        const name = `${index} ${element.localName} "${label.slice(0, 60)}"`;
        element.setAttribute('data-test', name);
        return name;
      });
  });
  return new Set(names);
}

/** What has the focus, and whether nothing shows it: it looks as it did before. */
function focused(page: Page): Promise<{ id: string | undefined; unseen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { id: undefined, unseen: false };
    const { width, height } = element.getBoundingClientRect();
    return {
      id: element.getAttribute('data-test') ?? element.outerHTML.slice(0, 100),
      unseen: width === 0 || height === 0 || !Reflect.get(window, 'isShown')(element),
    };
  });
}
