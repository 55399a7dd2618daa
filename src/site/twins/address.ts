/** Addresses as they stand in what is read away from the site: in full, where the site has one. */

/** The pages about a plan: for people, and the same for programs. */
export interface PlanAddresses {
  readonly page: string;
  readonly json: string;
  readonly markdown: string;
}

/**
 * @param slug the last part of the address of the plan's page
 * @param address where the site is published, as it stands before `/plans/…`
 */
export function planAddresses(slug: string, address: string): PlanAddresses {
  const plan = `${address}/plans/${slug}`;
  return { page: `${plan}/`, json: `${plan}.json`, markdown: `${plan}.md` };
}

/** An address from the root of the site in full; other addresses stay. */
export function inFull(href: string, address: string): string {
  return href.startsWith('/') && !href.startsWith('//') ? address + href : href;
}
