/**
 * Splits items, in their order, for pages of a bearable size.
 *
 * @param weightOf how much of a page an item takes
 * @param limit how much a page holds; an item that is more than that has a page of its own
 * @returns one portion at least, which is empty where there are no items
 */
export function portions<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  limit: number,
): Item[][] {
  let portion: Item[] = [];
  const all = [portion];
  let weight = 0;
  for (const item of items) {
    if (portion.length > 0 && weight + weightOf(item) > limit) {
      portion = [];
      all.push(portion);
      weight = 0;
    }
    portion.push(item);
    weight += weightOf(item);
  }
  return all;
}
