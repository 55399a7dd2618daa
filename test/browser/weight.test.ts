import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedSite, openSite } from './support/open-site.ts';

/** What a page may weigh, compressed: markup, styles, scripts and drawings, and of these the scripts. */
const BUDGET = { all: 60_000, scripts: 30_000 };

let site: OpenedSite;

beforeAll(async () => {
  site = await openSite();
}, 300_000);

afterAll(() => site?.close());

test('no page is heavier than its budget', async () => {
  const sizes = new Map<string, number>();
  const heavy: string[] = [];
  for (const path of site.paths.filter((path) => !path.startsWith('rules/'))) {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    let all = 0;
    let scripts = 0;
    for (const response of responses) {
      const type = response.headers()['content-type'] ?? '';
      if (type.startsWith('font/')) continue;
      const size = sizes.get(response.url()) ?? gzipSync(await response.body()).length;
      sizes.set(response.url(), size);
      all += size;
      if (type.includes('javascript')) scripts += size;
    }
    if (all > BUDGET.all || scripts > BUDGET.scripts)
      heavy.push(`${path}: ${all}, scripts ${scripts}`);
    await context.close();
  }
  expect(heavy).toEqual([]);
}, 300_000);

test('neither drawings nor scripts move what is being read', async () => {
  const shifts: string[] = [];
  for (const path of site.kinds) {
    for (const width of [390, 1280]) {
      const context = await site.browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      // Lines break elsewhere in the font that stands in for it; without it there is only one.
      await page.route('**/*.woff2', (route) => route.abort());
      await page.goto(site.url + path);
      const moved = await page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const found: string[] = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) found.push(JSON.stringify(entry));
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(found), 300);
          }),
      );
      shifts.push(...moved.map((shift) => `${path} ${width}: ${shift}`));
      await context.close();
    }
  }
  expect(shifts).toEqual([]);
}, 120_000);
