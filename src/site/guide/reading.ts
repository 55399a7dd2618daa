import { getEntry } from 'astro:content';
import type { KindId } from '../../lifecycle/kinds.ts';
import type { PlanSectionId } from '../../lifecycle/plan-page.ts';
import { href } from '../links.ts';
import type { PlanSection } from '../plan-sections.ts';

export interface Link {
  readonly title: string;
  readonly href: string;
}

/** Where a reader of a chapter finds more. */
export interface Reading {
  readonly plan: readonly Link[];
  readonly guides: readonly Link[];
}

/** A chapter is about a kind of environment, or about what comes after go-live. */
export type Topic = KindId | 'after';

const sectionsOn: Readonly<Record<Topic, readonly PlanSectionId[]>> = {
  sandbox: ['activities'],
  migration: ['migration'],
  'pre-prod': ['decisions', 'transfers', 'master-library', 'evidence'],
  val: ['validation', 'evidence'],
  prod: ['training', 'integrations', 'evidence'],
  demo: [],
  community: [],
  after: ['upgrades', 'evidence', 'contacts'],
};

const guidesOn: Readonly<Record<Topic, readonly string[]>> = {
  sandbox: ['environments/sandbox'],
  migration: ['environments/migration', 'volunteer-migration'],
  'pre-prod': ['environments/pre-prod', 'configuration-management'],
  val: ['environments/val', 'validation'],
  prod: ['environments/prod', 'training-and-access'],
  demo: ['environments/demo'],
  community: ['environments/community'],
  after: ['upgrades', 'change-control'],
};

/**
 * What to read on a topic.
 *
 * @param sections the sections that the plan's page has
 * @param page the address of the plan's page
 */
export async function readingOn(
  topic: Topic,
  sections: readonly PlanSection[],
  page: string,
): Promise<Reading> {
  return {
    plan: sections
      .filter(({ id }) => sectionsOn[topic].some((wanted) => wanted === id))
      .map(({ id, title }) => ({ title, href: `${page}#${id}` })),
    guides: await Promise.all(guidesOn[topic].map(guide)),
  };
}

async function guide(name: string): Promise<Link> {
  const entry = await getEntry('docs', `guides/${name}`);
  if (!entry)
    throw new Error(`A customer's guide leads to the guide ${name}, which does not exist`);
  return { title: entry.data.title, href: href(`/guides/${name}/`) };
}
