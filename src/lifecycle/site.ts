/** The site that shows the plans. The lifecycle only asks for it; whoever checks plans knows it. */
export interface Site {
  /**
   * @param address from the root of the site, such as `/rules/iq-late/`
   * @returns undefined where there is no such page, or `unknown` where that cannot be told
   */
  page(address: string): Page | 'unknown' | undefined;
  /**
   * The addresses that a plan has, even if it is not one of those that are known.
   *
   * @param id as it stands in an address
   */
  ofPlan(id: string): readonly string[];
  /** The addresses that are known. */
  readonly addresses: readonly string[];
}

/** A page of the site. */
export interface Page {
  readonly address: string;
  /** Whether something on the page has this id; undefined where that cannot be told. */
  has(id: string): Promise<boolean | undefined>;
}

/** What browsers, servers and disks may each take for a way up or for the end of a folder, or not. */
const ambiguous = /[\\\p{Cc}]|%(?:2e|2f|5c|[01][\da-f]|7f)/iu;

/** How deep the page of a plan lies in the site: `/plans/acme/`. */
const depthOfPlan = 2;

/**
 * Whether an address leads to a place in the site however it is read, and wherever the site is served.
 *
 * @param href without a scheme and a host, as it stands on the page of a plan
 */
export function staysInSite(href: string): boolean {
  const path = href.replace(/[?#].*/s, '');
  if (ambiguous.test(path)) return false;
  let depth = path.startsWith('/') ? 0 : depthOfPlan;
  for (const step of path.split('/')) {
    if (step === '..') depth -= 1;
    else if (step !== '' && step !== '.') depth += 1;
    if (depth < 0) return false;
  }
  return true;
}
