/** How many rows a page of a list has at most: more than that nobody reads, and no phone likes. */
export const pageSize = 100;

/** A page of a list, as another page links to it. */
export interface PageLink {
  /** Which page it is, from 1. */
  readonly number: number;
  /** Its address from the root of the site. */
  readonly address: string;
}

/** One page of a list. */
export interface ListPage<Item> extends PageLink {
  readonly items: readonly Item[];
  /** All pages of the list, this one among them. */
  readonly pages: readonly PageLink[];
}

/**
 * The pages of a list.
 *
 * @param address of the first page, such as `/calendar/`
 * @param further what the addresses of the others begin with; they are `/calendar/2/` and so on
 */
export function pageLinks(count: number, address: string, further = address): PageLink[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    address: index === 0 ? address : `${further}${index + 1}/`,
  }));
}

/**
 * Parts a list into pages. A list without items has one page all the same.
 *
 * @param address of the first page, such as `/calendar/`
 * @param further what the addresses of the others begin with; they are `/calendar/2/` and so on
 */
export function pagesOf<Item>(
  items: readonly Item[],
  address: string,
  further = address,
): ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / pageSize));
  const pages = pageLinks(count, address, further);
  return pages.map((page, index) => ({
    ...page,
    items: items.slice(index * pageSize, (index + 1) * pageSize),
    pages,
  }));
}
