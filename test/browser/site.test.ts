import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityViolations } from './support/axe.ts';
import { faintLabels, labelsOutsideBoxes, sidewaysScroll } from './support/measure.ts';
import { type OpenedSite, openSite } from './support/open-site.ts';
import { openPage, type View } from './support/page.ts';
import { HOSTILE_NAME } from './support/shared-site.ts';

const VIEWS: View[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' },
];

let site: OpenedSite;

beforeAll(async () => {
  site = await openSite();
}, 300_000);

afterAll(() => site?.close());

test('every page is sound on desk and phone, in light and dark, and leads somewhere', async () => {
  const faults: string[] = [];
  const links: { from: string; to: string }[] = [];
  const targets = new Set<string>();
  const queue = site.paths.entries();
  const worker = async () => {
    for (const [index, path] of queue) {
      const { page, complaints, close } = await openPage(site.browser, site.url + path, VIEWS[0]);
      for (const [nth, view] of VIEWS.entries()) {
        await show(page, view);
        const found = await faultsOf(page, { withAxe: isForAxe(path, index, nth) });
        faults.push(...found.map((fault) => `${path} ${view.width} ${view.colorScheme}: ${fault}`));
      }
      const said = Object.values(complaints).flat();
      faults.push(...said.map((complaint) => `${path}: ${complaint}`));
      const { addresses, ids, code } = await contentOf(page);
      faults.push(...code.map((text) => `${path}: ${text}`));
      links.push(...addresses.map((to) => ({ from: path, to })));
      for (const id of ids) targets.add(`${site.url}${path}#${id}`);
      await close();
    }
  };
  await Promise.all([worker(), worker()]);

  expect(site.paths.length).toBeGreaterThan(30);
  expect(faults).toEqual([]);
  expect(await deadAmong(links, targets)).toEqual([]);
}, 1_800_000);

test('a customer’s name is text, whatever it says', async () => {
  const { page, close } = await openPage(site.browser, `${site.url}plans/hostile/`);
  expect(await page.title()).toBe(`${HOSTILE_NAME} | Waypost`);
  expect(await page.locator('h1').textContent()).toBe(HOSTILE_NAME);
  await page.goto(site.url);
  expect(await page.getByRole('link', { name: HOSTILE_NAME }).count()).toBe(1);
  expect(await page.title()).toBe('Customers | Waypost');
  await close();
});

test('code in prose is text', async () => {
  const { page, close } = await openPage(site.browser, `${site.url}plans/coded/`);
  expect(await page.locator('.wp-refused').count()).toBe(5);
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
  await close();
});

test('a plan that cannot be read has its findings and nothing else', async () => {
  const { page, close } = await openPage(site.browser, `${site.url}plans/broken/`);
  expect(await page.locator('main h2').allTextContents()).toEqual(['Findings']);
  expect(await page.locator('.wp-finding').count()).toBe(1);
  await close();
});

test('customers are filtered by phase without any script', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  const all = await rowsOf(page);
  await page.locator('label', { hasText: /^Live/ }).click();
  const live = await rowsOf(page);
  expect(live.length).toBeGreaterThan(0);
  expect(live.length).toBeLessThan(all.length);
  for (const row of live) expect(row).toContain('Live');
  await context.close();
});

test('customers are sorted by a column, and back', async () => {
  const { page, close } = await openPage(site.browser, site.url);
  const dates = () => page.locator('.wp-customer td:nth-child(4)').evaluateAll(keysOf);
  await page.getByRole('button', { name: 'Go-live' }).click();
  const rising = await dates();
  expect(rising).toEqual(rising.toSorted());
  await page.getByRole('button', { name: 'Go-live' }).click();
  expect(await dates()).toEqual(rising.toReversed());
  await close();
});

test('dates are filtered by kind without any script', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}calendar/2026-07/`);
  const all = await page.locator('.wp-event:visible').count();
  await page.locator('label', { hasText: /^Upgrade/ }).click();
  const shown = await page.locator('.wp-event:visible').allInnerTexts();
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(all);
  for (const text of shown) expect(text).toContain('Upgrade');
  expect(await page.locator('.wp-on:visible').count()).toBeLessThanOrEqual(shown.length);
  expect(await page.locator('#customer-filter').isVisible()).toBe(false);
  await context.close();
});

test('dates are filtered by customer, and by kind at once', async () => {
  const { page, close } = await openPage(site.browser, `${site.url}calendar/`);
  await page.getByLabel('Customer').fill('velden');
  await page.locator('label', { hasText: /^End/ }).click();
  const shown = await page.locator('.wp-event:visible').allInnerTexts();
  expect(shown.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
    'Thu 11 Feb 2027 (planned) Velden Delta Clinical Pharmacology VAL destroyed End',
    'Fri 19 Feb 2027 (planned) Velden Delta Clinical Pharmacology Sandbox destroyed End',
  ]);
  expect(await page.locator('.wp-month:visible').count()).toBe(1);
  await close();
});

test('instances are shown as of the status dates, or of a day that one chooses', async () => {
  const { page, close } = await openPage(site.browser, `${site.url}environments/`);
  const rowOf = async (name: string) => {
    const customer = page.locator('.wp-customer-rows', { hasText: 'Larkfield Early Phase Unit' });
    const row = customer.locator('.wp-instance', { hasText: name }).first();
    return (await row.locator('td').allInnerTexts()).slice(0, 2);
  };
  await page.locator('label', { hasText: /^All/ }).click();
  expect(await rowOf('PROD Main')).toEqual(['In use', '26.1']);
  await page.getByLabel('On another day').fill('2027-06-10');
  expect(await rowOf('PROD Main')).toEqual(['In use, as planned', '27.1, as planned']);
  expect(await page.getByText('As of 10 Jun 2027').isVisible()).toBe(true);
  expect(new URL(page.url()).search).toBe('?on=2027-06-10');
  await page.reload();
  expect(await rowOf('PROD Main')).toEqual(['In use, as planned', '27.1, as planned']);
  await page.getByRole('button', { name: 'Status dates' }).click();
  expect(await rowOf('PROD Main')).toEqual(['In use', '26.1']);
  await close();
});

test('a plan that could not be read is a problem, and is missed where it is not shown', async () => {
  const { page, close } = await openPage(site.browser, `${site.url}problems/`);
  expect(await page.locator('.wp-problem').first().innerText()).toContain('could not be read');
  expect(await page.locator('.wp-sound').innerText()).not.toContain('broken');
  for (const path of ['calendar/', 'calendar/2026-08/', 'environments/']) {
    await page.goto(site.url + path);
    expect(await page.locator('.wp-alert').innerText()).toContain('broken could not be read');
  }
  await close();
});

test('the search finds customers, documents and rules', async () => {
  const { page, close } = await openPage(site.browser, site.url);
  for (const [words, result] of [
    ['Ostermoor', 'Ostermoor Clinical Pharmacology'],
    ['IQ-SH-002', 'Sable Harbor Research Institute'],
    ['pair-incomplete', 'pair-incomplete'],
  ] as const) {
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('dialog input').fill(words);
    const first = page.locator('.pagefind-ui__result-link', { hasText: result }).first();
    await first.waitFor({ timeout: 15_000 });
  }
  await close();
}, 60_000);

/** Structure is the same at each width but for what is hidden, colors are not: two of four views will do. */
function isForAxe(path: string, index: number, view: number): boolean {
  if (/^(rules\/|calendar\/\d)/.test(path)) return view === (index % 2) * 2;
  return view % 2 === 0;
}

async function show(page: Page, { width, colorScheme }: View): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-theme="${colorScheme}"]`).waitFor({ state: 'attached' });
}

async function faultsOf(page: Page, { withAxe }: { withAxe: boolean }): Promise<string[]> {
  const scroll = await sidewaysScroll(page);
  return [
    ...(scroll > 0 ? [`scrolls ${scroll} px sideways`] : []),
    ...(await labelsOutsideBoxes(page)),
    ...(await faintLabels(page)),
    ...(withAxe ? await accessibilityViolations(page) : []),
  ];
}

/** What a page leads to and loads, what of it can be led to, and code that stands in it. */
function contentOf(page: Page): Promise<Record<'addresses' | 'ids' | 'code', string[]>> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll(':not(#starlight__search *)')];
    const attributes = elements.flatMap((element) => [...element.attributes]);
    const isPolicy = document.head.firstElementChild?.matches('[content^="default-src \'none\'"]');
    return {
      addresses: attributes
        .filter(({ name }) => ['href', 'xlink:href', 'src'].includes(name))
        .map(({ value }) => decodeURI(new URL(value, document.baseURI).href)),
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      code: [
        ...(isPolicy ? [] : ['does not begin with its policy']),
        ...elements
          .filter((element) => element.matches('script:not([src]), style'))
          .map(({ outerHTML }) => outerHTML),
        ...attributes.filter(({ name }) => name.startsWith('on')).map(({ name }) => `has ${name}`),
      ],
    };
  });
}

/** Those that lead nowhere: not http(s) or mailto, nothing there, or no such place on the page. */
async function deadAmong(
  links: readonly { from: string; to: string }[],
  targets: ReadonlySet<string>,
): Promise<unknown[]> {
  const files = new Map<string, Promise<boolean>>();
  const isThere = (address: string) => {
    const file = address.replace(/#.*$/, '');
    const known = files.get(file) ?? fetch(file).then(({ ok }) => ok);
    files.set(file, known);
    return known;
  };
  const isDead = async (to: string) => {
    if (!to.startsWith(new URL(site.url).origin)) return !/^(https?:\/\/|mailto:)/.test(to);
    return !(await isThere(to)) || (/#./.test(to) && !targets.has(to));
  };
  const dead = await Promise.all(
    links.map(async (link) => ((await isDead(link.to)) ? [link] : [])),
  );
  return dead.flat();
}

async function rowsOf(page: Page): Promise<string[]> {
  const rows = await page.locator('.wp-customer').all();
  const visible: string[] = [];
  for (const row of rows) if (await row.isVisible()) visible.push((await row.innerText()).trim());
  return visible;
}

function keysOf(cells: Element[]): (string | null)[] {
  return cells.map((cell) => cell.getAttribute('data-key'));
}
