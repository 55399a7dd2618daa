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
