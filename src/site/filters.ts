import { eventKinds } from '../lifecycle/events.ts';
import { listedPhases } from './customer-lists.ts';
import { label } from './format/labels.ts';
import { standings } from './instance-life.ts';

/** The sorts of items that a page's reader can choose from, and what holds them. */
export interface Filter {
  /** An item has the id of its sort as a class. */
  readonly sorts: readonly { readonly id: string; readonly name: string }[];
  /** Selectors: of what holds the filter and the items, of the items, and of what goes with its last item. */
  readonly page: string;
  readonly item: string;
  readonly group?: string;
}

/** The filters of the site by name; their buttons bear the name as well. */
export const filters = {
  phase: {
    sorts: listedPhases,
    page: '.wp-home',
    item: '.wp-customer',
  },
  kind: {
    sorts: eventKinds.map((kind) => ({ id: kind, name: label(kind) })),
    page: '.wp-calendar',
    item: '.wp-event',
    group: ':is(.wp-on, .wp-month)',
  },
  state: {
    sorts: standings,
    page: '.wp-instances',
    item: '.wp-instance',
    group: '.wp-customer-rows',
  },
} as const satisfies Record<string, Filter>;

export type FilterName = keyof typeof filters;

/** Styles that look which button is chosen, so that a filter works without a script. */
export function stylesOf(name: FilterName): string {
  const { sorts, page, item, group }: Filter = filters[name];
  return sorts
    .flatMap(({ id }) => {
      const when = `${page}:has(#${name}-${id}:checked)`;
      const others = `${when} ${item}:not(.${id}) { display: none; }\n`;
      if (!group) return [others];
      return [
        others,
        `${when} ${group}:not(:has(${item}.${id}:not([hidden]))) { display: none; }\n`,
      ];
    })
    .join('');
}
