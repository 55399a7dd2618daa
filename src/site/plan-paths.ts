import { madeFrom } from './kept/made-from.ts';
import { type Entry, portfolio } from './portfolio.ts';

/** What a page about one plan is told. */
export type PlanProps = {
  readonly entry: Entry;
  /** Where the site is published, as it stands before `/plans/…`. */
  readonly address: string;
  /** All that the page is made from, see `middleware.ts`. */
  readonly madeFrom: string;
};

/** A page for each plan, under the last part of the plan's address. */
export async function planPaths() {
  const { entries, address } = await portfolio();
  return Promise.all(
    entries.map(async (entry) => {
      const props: PlanProps = { entry, address, madeFrom: await madeFrom(entry, address) };
      return { params: { plan: entry.slug }, props };
    }),
  );
}
