import { portions } from './portions.ts';

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

/** How a list is parted; each item is a row, of {@link pageSize}, when left out. */
interface Paging<Item> {
  /** What the addresses of further pages begin with; they are `/calendar/2/` and so on. */
  readonly further?: string;
  /** How many rows an item takes; one with more than a page holds has a page of its own. */
  readonly rowsOf?: (item: Item) => number;
  readonly size?: number;
}

/**
 * Parts a list into pages. A list without items has one page all the same.
 *
 * @param address of the first page, such as `/calendar/`
 */
export function pagesOf<Item>(
  items: readonly Item[],
  address: string,
  { further = address, rowsOf = () => 1, size = pageSize }: Paging<Item> = {},
): ListPage<Item>[] {
  const parts = portions(items, rowsOf, size);
  const pages = parts.map((_, index) => ({
    number: index + 1,
    address: index === 0 ? address : `${further}${index + 1}/`,
  }));
  return pages.map((page, index) => ({ ...page, items: parts[index] ?? [], pages }));
}
