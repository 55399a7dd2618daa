/**
 * The front matter that all pages share which only lead to others: the search is to find what they
 * lead to instead, and nobody reads them one after the other.
 */
export const listPage = { pagefind: false, prev: false, next: false } as const;
