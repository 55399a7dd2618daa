/** What pages tell the search about themselves. */

/** The sorts of pages that can be searched for. What only lists other pages is not among them. */
export type PageKind = 'Plan' | 'Customer guide' | 'Guide' | 'Rule';

/** The filters of the search, by the names that readers see. */
export interface SearchFilters {
  readonly Kind: PageKind;
  /** The customer's name; of pages about one customer. */
  readonly Customer?: string;
  /** The name of the customer's phase. */
  readonly Phase?: string;
}

/**
 * How much the title of a page counts, of 10 at most. Who types a customer's name looks for the plan
 * before the guide made from it, and who types an environment's for its guide rather than for one of
 * many rules about it.
 */
const titleWeights: Readonly<Record<PageKind, number>> = {
  Plan: 10,
  Guide: 10,
  'Customer guide': 6,
  Rule: 4,
};

/** An element for the head of a page. */
interface HeadElement {
  readonly tag: string;
  readonly attrs?: Readonly<Record<string, string | boolean | undefined>> | undefined;
}

/** Elements for the head of a page, which the search takes its filters from. */
export function searchHead(filters: SearchFilters) {
  return Object.entries(filters).map(([name, value]: [string, string]) => {
    const attrs = { 'data-pagefind-filter': `${name}[content]`, content: withoutMarkup(value) };
    return { tag: 'meta' as const, attrs };
  });
}

/** How much the title of a page with this head counts; undefined where it is like any other. */
export function titleWeight(head: readonly HeadElement[]): number | undefined {
  const kind = head.find(({ attrs }) => attrs?.['data-pagefind-filter'] === 'Kind[content]');
  const name = kind?.attrs?.content;
  return Object.entries(titleWeights).find(([known]) => known === name)?.[1];
}

/**
 * Pagefind's dialog shows the values of filters as HTML, and however often they are escaped, it is not
 * for us to know how often that is undone. So what could begin markup is replaced by its likeness.
 */
function withoutMarkup(value: string): string {
  return value
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/&(?=[#\w])/g, '＆');
}
