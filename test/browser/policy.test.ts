import { afterAll, beforeAll, expect, test } from 'vitest';
import { policy } from '../../src/site/policy.ts';
import { type OpenedSite, openSite } from './support/open-site.ts';
import { openPage } from './support/page.ts';

let site: OpenedSite;

beforeAll(async () => {
  // In a header it holds for the worker of the search, too.
  site = await openSite({ 'Content-Security-Policy': `${policy}; frame-ancestors 'none'` });
}, 300_000);

afterAll(() => site?.close());

test('the policy allows no script but the site’s own files', () => {
  const sources = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ');
  expect(sources).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(policy).toContain("default-src 'none'");
});

test('what readers do needs nothing that it refuses', async () => {
  const faults: string[] = [];
  for (const path of site.kinds) {
    const desk = await openPage(site.browser, site.url + path);
    await desk.page.locator('starlight-theme-select:visible select').selectOption('dark');
    await desk.page.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
    await desk.page.keyboard.press('Control+k');
    await desk.page.locator('dialog input').fill('IQ-SH-002');
    await desk.page.locator('.pagefind-ui__result-link').first().waitFor({ timeout: 20_000 });
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('Escape');
    for (const summary of await desk.page.locator('main summary:visible').all()) {
      await summary.click();
    }

    const phone = await openPage(site.browser, site.url + path, { width: 390 });
    const menu = phone.page.getByRole('button', { name: 'Menu' });
    if ((await menu.count()) > 0) {
      await menu.click();
      await phone.page.locator('#starlight__sidebar:popover-open').waitFor();
    }
    const said = [desk, phone].flatMap(({ complaints }) => Object.values(complaints).flat());
    faults.push(...said.map((complaint) => `${path}: ${complaint}`));
    await Promise.all([desk.close(), phone.close()]);
  }
  expect(site.kinds.length).toBeGreaterThan(4);
  expect(faults).toEqual([]);
}, 300_000);

test('the theme that a reader chose is there before anything is painted', async () => {
  const context = await site.browser.newContext({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    localStorage.setItem('starlight-theme', 'light');
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      Object.assign(window, { themeAtFirst: document.documentElement.dataset.theme });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(site.url);
  expect(await page.evaluate(() => Reflect.get(window, 'themeAtFirst'))).toBe('light');
  await context.close();
});

test.each([
  ['<script>window.pwned = 1</script>', 'script-src-elem'],
  ['<img src="missing.png" onerror="window.pwned = 1">', 'script-src-attr'],
  ['<svg onload="window.pwned = 1"></svg>', 'script-src-attr'],
  ['<script src="data:text/javascript,window.pwned=1"></script>', 'script-src-elem'],
  ['<script src="https://evil.invalid/x.js"></script>', 'script-src-elem'],
  ['<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>', 'script-src-elem'],
  ['<style>main { display: none }</style>', 'style-src-elem'],
  ['<img src="https://evil.invalid/pixel.png">', 'img-src'],
])('what finds its way into a page does not run: %s', async (markup, directive) => {
  const withPolicy = await injected(markup, (html) => html);
  expect(withPolicy.pwned).toBe(false);
  expect(withPolicy.refused.join()).toContain(directive);
  expect(withPolicy.foreign).toEqual([]);
});

test('without the policy it would', async () => {
  const { pwned } = await injected('<script>window.pwned = 1</script>', (html) =>
    html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
  );
  expect(pwned).toBe(true);
});

/** Opens the start page with this markup in it; only the page’s own policy holds, no header. */
async function injected(markup: string, change: (html: string) => string) {
  const { page, complaints, close } = await openPage(site.browser, site.url);
  await page.route(site.url, async (route) => {
    const html = await (await route.fetch()).text();
    const body = change(html).replace('</main>', `${markup}</main>`);
    await route.fulfill({ body, contentType: 'text/html' });
  });
  complaints.policyViolations.length = 0;
  await page.goto(site.url, { waitUntil: 'load' });
  const pwned = await page.evaluate(() => 'pwned' in globalThis);
  await close();
  return { pwned, refused: complaints.policyViolations, foreign: complaints.foreignRequests };
}
