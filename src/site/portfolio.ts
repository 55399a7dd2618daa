import { byCodeUnit } from '../lifecycle/order.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { addressOf, titleOf } from '../lint/configuration.ts';
import { loadConfiguration } from '../lint/configuration-file.ts';
import type { Finding } from '../lint/finding.ts';
import { lint } from '../lint/lint.ts';
import type { Settings } from '../lint/settings.ts';
import { defaultPlansFolder, readFiles, readPlanAt, type Unreadable } from '../source/discover.ts';
import { factsStore } from '../source/facts-home.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { isAnew } from './kept/home.ts';

/** One customer's plan, with what the linter says of it. */
export interface Entry {
  /** The last part of its page's address. */
  readonly slug: string;
  readonly file: PlanFile;
  /** Undefined where its data could not be read: then there are findings, and nothing else. */
  readonly plan: Plan | undefined;
  readonly findings: readonly Finding[];
}

/** A customer whose plan could be read. */
export interface ReadableEntry extends Entry {
  readonly plan: Plan;
}

/** All customers' plans. */
export interface Portfolio {
  /** In the order of the customers' names. */
  readonly entries: readonly Entry[];
  /** Paths that could not be read at all. */
  readonly unreadable: readonly Unreadable[];
  /** The title of the site that shows them. */
  readonly title: string;
  /** Where the site is published, as it stands before `/rules/…`. */
  readonly address: string;
}

let current: Promise<Portfolio> | undefined;

/** The plans below the working folder, read and checked once for all pages of a build. */
export function portfolio(): Promise<Portfolio> {
  current ??= readPortfolio(process.cwd());
  return current;
}

/**
 * Reads and checks the plans of a folder.
 *
 * @param cwd the folder that holds `content/plans`
 */
export async function readPortfolio(cwd: string): Promise<Portfolio> {
  const { settings, site } = await loadConfiguration(cwd, process.env.WAYPOST_CONFIG);
  const { files, unreadable, findings } = await checked(cwd, settings);
  const slugs = new Set<string>();
  const entries = files.map((file) => ({
    slug: freeSlug(file.id, slugs),
    file,
    plan: file.plan,
    findings: findings.get(file.file) ?? [],
  }));
  const published = { title: titleOf(site), address: addressOf(site) };
  return { entries: entries.sort(byName), unreadable, ...published };
}

/** Takes what the linter has just read where it is kept, instead of reading it again. */
async function checked(cwd: string, settings: Settings) {
  const store = isAnew ? undefined : factsStore();
  try {
    const { files, unreadable } = readFiles([defaultPlansFolder], cwd, (absolute, shown) =>
      readPlanAt(absolute, shown, store),
    );
    const findings = Map.groupBy(await lint(files, { settings }), ({ file }) => file);
    return { files, unreadable, findings };
  } finally {
    store?.close();
  }
}

/** Whether a plan could be read; what it says may still be wrong. */
export function isReadable(entry: Entry): entry is ReadableEntry {
  return entry.plan !== undefined;
}

/** The name that a page calls a plan by: its customer's, else its file's. */
export function nameOf({ plan, file }: Entry): string {
  return plan?.customer ?? file.id;
}

const collator = new Intl.Collator('en', { numeric: true });

function byName(a: Entry, b: Entry): number {
  return collator.compare(nameOf(a), nameOf(b)) || byCodeUnit(a.slug, b.slug);
}

/** Ids are kebab-case and unique where plans are in order; pages need that even where they are not. */
function freeSlug(id: string, taken: Set<string>): string {
  const wanted =
    id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'plan';
  let slug = wanted;
  for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`;
  taken.add(slug);
  return slug;
}
