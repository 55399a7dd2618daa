import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedSite, openSite } from './support/open-site.ts';
import { openPage } from './support/page.ts';

let site: OpenedSite;

beforeAll(async () => {
  site = await openSite();
}, 300_000);

afterAll(() => site?.close());

test('nothing moves for those who want it still', async () => {
  for (const path of site.kinds) {
    const { page, close } = await openPage(site.browser, site.url + path);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving(page), path).toEqual([]);
    await close();
  }
}, 120_000);

test('with colors of the reader’s own, drawings keep their lines and words', async () => {
  for (const path of site.kinds) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await openPage(site.browser, site.url + path, { colorScheme });
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      expect(await lostParts(page), `${path} ${colorScheme}`).toEqual([]);
      await close();
    }
  }
}, 120_000);

/** What is moved by styles. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lasts = (durations: string) => durations.split(',').some((time) => parseFloat(time) > 0);
    return [...document.querySelectorAll('*')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part || null);
        const isStill =
          !lasts(style.transitionDuration) &&
          (style.animationName === 'none' || !lasts(style.animationDuration)) &&
          style.scrollBehavior === 'auto';
        return isStill ? [] : [`${element.localName}.${element.className}${part}`];
      }),
    );
  });
}

/** Words and outlines of drawings that have the color of what they lie on. */
function lostParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const isSeen = (color: string, ground: string) =>
      color !== 'none' && color !== ground && !/rgba\(.*, 0\)|transparent/.test(color);
    const drawings = document.querySelectorAll('main svg:is(.wp-diagram, .wp-timeline, .wp-mini)');
    return [...drawings].flatMap((svg) =>
      [...svg.querySelectorAll('text, tspan, path, rect, circle, line, polygon')]
        .filter((part) => part.checkVisibility({ visibilityProperty: true }))
        // What lies under the label of an edge is to be like the paper, what shows the focus has none yet.
        .filter((part) => !part.matches('.background, .target'))
        .filter((part) => {
          const { fill, stroke } = getComputedStyle(part);
          const under = part.matches('rect + text') ? part.previousElementSibling : null;
          const ground = under ? getComputedStyle(under).fill : paper;
          return !isSeen(fill, ground) && !isSeen(stroke, ground);
        })
        .map(
          (part) =>
            `${part.closest('[class]')?.getAttribute('class')}: ${part.outerHTML.slice(0, 120)}`,
        ),
    );
  });
}
