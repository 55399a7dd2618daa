import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Runs axe on the page as it stands.
 *
 * @param page - an open page.
 * @param include - CSS selector of the part to look at; the whole page if left out.
 * @returns one line per violation and element: rule, selector, what axe says. Empty when there is nothing to say.
 */
export async function accessibilityViolations(page: Page, include?: string): Promise<string[]> {
  // Pages have no frames, so axe need not go through a page of its own; and only violations are asked for. Each halves
  // the time.
  const builder = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  if (include !== undefined) builder.include(include);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}
