import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until the search has answered the whole of `term`, not only its first letters. */
export async function searchAnswered(page: Page, term: string): Promise<void> {
  const said = page.locator('.pagefind-ui__message', {
    hasText: new RegExp(`^\\d+ results? for ${term}`),
  });
  await said.waitFor();
}

/** Waits until the search shows all of its results: they are loaded one by one. */
export async function resultsLoaded(page: Page): Promise<void> {
  await page.locator('.pagefind-ui__result').first().waitFor();
  await expect.poll(() => page.locator('.pagefind-ui__loading').count()).toBe(0);
}
