import { type Entry, portfolio } from './portfolio.ts';

/** What a page about one plan is told. */
export type PlanProps = {
  readonly entry: Entry;
  /** Where the site is published, as it stands before `/plans/…`. */
  readonly address: string;
};

/** A page for each plan, under the last part of the plan's address. */
export async function planPaths() {
  const { entries, address } = await portfolio();
  return entries.map((entry) => {
    const props: PlanProps = { entry, address };
    return { params: { plan: entry.slug }, props };
  });
}
