import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import {
  environmentAnchor,
  planPartIds,
  planSectionIds,
  proseAnchor,
} from '../lifecycle/plan-page.ts';
import type { Page, Site } from '../lifecycle/site.ts';
import { rules, urlOf } from '../rules/index.ts';
import { frontMatter } from '../source/front-matter.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { parseProse } from '../source/prose.ts';
import { packageFolder } from './package-folder.ts';

/** The pages of the site that shows some plans: what links in prose may lead to. */
export class PlanSite implements Site {
  readonly #files: readonly PlanFile[];
  readonly #folder: string;
  #known: Known | undefined;

  /**
   * @param files the plans of the run
   * @param folder that of the package, whose code makes the site
   */
  constructor(files: readonly PlanFile[], folder = packageFolder) {
    this.#files = files;
    this.#folder = folder;
  }

  page(address: string): Page | 'unknown' | undefined {
    const { pages, isOpen } = this.#look();
    return (
      pages.get(address) ?? pages.get(`${address}/`) ?? (isOpen(address) ? 'unknown' : undefined)
    );
  }

  ofPlan(id: string): readonly string[] {
    return this.#look().ofPlan(id);
  }

  get addresses(): readonly string[] {
    return [...this.#look().pages.keys()];
  }

  /** Looked for only when prose links to a page: most does not. */
  #look(): Known {
    this.#known ??= pagesFor(this.#files, this.#folder);
    return this.#known;
  }
}

interface Known {
  readonly pages: ReadonlyMap<string, Page>;
  /** Whether there may be a page at an address, though nobody can tell. */
  isOpen(address: string): boolean;
  ofPlan(id: string): readonly string[];
}

function pagesFor(files: readonly PlanFile[], folder: string): Known {
  const plans = files.map(pageOf);
  const addresses = plans.map(({ address }) => address);
  const routes = filesBelow(join(folder, 'src/site/pages')).map(routeOf);
  const pages = [
    ...['/', '/rules/', ...rules.map(urlOf)].map(pageAt),
    ...guidesIn(join(folder, 'content/guides')),
    ...routes.flatMap((route) => expanded(route, addresses)).map(pageAt),
    ...plans,
  ];
  const open = routes.flatMap(patternOf);
  return {
    pages: new Map(pages.map((page) => [page.address, page])),
    isOpen: (address) => open.some((pattern) => pattern.test(address)),
    ofPlan: (id) => routes.flatMap((route) => expanded(route, [`/plans/${id}/`])),
  };
}

/** The page of a plan. */
export function pageOf(file: PlanFile): Page {
  const address = `/plans/${encodeURIComponent(file.id.toWellFormed())}/`;
  let known: Promise<Anchors> | undefined;
  return {
    address,
    async has(id) {
      known ??= anchorsOf(file);
      const { ids, isComplete } = await known;
      if (ids.has(id)) return true;
      // What stands below the prose depends on the data.
      const isOfData = planSectionIds.some((section) => section === id) || id.startsWith(ofData);
      return isComplete && (file.plan || !isOfData) ? false : undefined;
    },
  };
}

interface Anchors {
  readonly ids: ReadonlySet<string>;
  /** Whether the prose can be read, and has no heading whose id depends on what a component shows. */
  readonly isComplete: boolean;
}

const ofData = environmentAnchor('');

async function anchorsOf(file: PlanFile): Promise<Anchors> {
  const prose = await file.prose();
  const headings = prose && 'headings' in prose ? prose.headings : [];
  const slugs = headings.flatMap(({ slug }) => slug ?? []);
  const environments = file.plan?.allEnvironments.map(({ id }) => environmentAnchor(id)) ?? [];
  const sections = file.plan ? planSectionIds : [];
  const ids = ['_top', ...planPartIds, ...sections, ...environments, ...slugs];
  return {
    ids: new Set([...ids, ...slugs.map(proseAnchor)]),
    isComplete: !(prose && 'problem' in prose) && slugs.length === headings.length,
  };
}

/** A page that the site makes itself: what is on it cannot be told. */
function pageAt(address: string): Page {
  return { address, has: async () => undefined };
}

function guidesIn(folder: string): Page[] {
  return filesBelow(folder, '.mdx').map((guide) => guidePage(folder, guide));
}

/** @param guide path below the folder of guides */
function guidePage(folder: string, guide: string): Page {
  const address = `/guides/${guide}`.replace(/(\/index)?\.mdx$/, '/');
  return {
    address,
    async has(id) {
      const text = readFileSync(join(folder, guide), 'utf8');
      const range = frontMatter(text)?.prose ?? { start: 0, end: text.length };
      const prose = await parseProse(text, range);
      if ('problem' in prose) return undefined;
      return id === '_top' || prose.headings.some(({ slug }) => slug === id);
    },
  };
}

/** The address of a file in Astro's folder of pages: `calendar.ics.ts` is `/calendar.ics`. */
function routeOf(file: string): string {
  return `/${file}`.replace(/(\/index)?\.(astro|mdx?)$/, '/').replace(/\.(ts|js)$/, '');
}

/**
 * The addresses of a route that are known: of `/plans/[plan]/guide/` one for each plan, of
 * `/problems/[...page]/` the first page.
 */
function expanded(route: string, plans: readonly string[]): string[] {
  if (!route.includes('[')) return [route];
  const first = /^([^[]*\/)\[\.\.\.[^\]]+\]\/$/.exec(route)?.[1];
  if (first !== undefined) return [first];
  const rest = /^\/plans\/\[[^\]/]+\]([^[]*)$/.exec(route)?.[1];
  if (rest === undefined) return [];
  return plans.map((address) => address.slice(0, -1) + rest);
}

/** Pages under names that only the site knows; those of plans and rules are known. */
function patternOf(route: string): RegExp[] {
  if (/^\/(plans|rules)\/\[/.test(route)) return [];
  const parts = route.split(/\[(?:\.\.\.)?([^\]]*)\]/).map((part, index) => {
    const isParameter = index % 2 === 1;
    return isParameter ? (parameters.get(part) ?? '.+') : part.replace(/[.+*?^$()|\\]/g, '\\$&');
  });
  return [new RegExp(`^${parts.join('').replace(/\/$/, '/?')}$`)];
}

/** How the values of a route's parameters look: which of them there are depends on all plans. */
const parameters: ReadonlyMap<string, string> = new Map([
  ['month', '\\d{4}-(?:0[1-9]|1[0-2])(?:/(?:[2-9]|[1-9]\\d+))?'],
  ['page', '(?:[2-9]|[1-9]\\d+)'],
]);

function filesBelow(folder: string, ending = ''): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}
