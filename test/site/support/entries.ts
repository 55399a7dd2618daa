import { fileURLToPath } from 'node:url';
import { lint } from '../../../src/lint/lint.ts';
import { type Entry, readPortfolio } from '../../../src/site/portfolio.ts';
import { readPlan } from '../../../src/source/plan-file.ts';

/** The plans of this repository, with what the linter says of them. */
export async function contentEntries(): Promise<readonly Entry[]> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  return (await readPortfolio(root)).entries;
}

/** The plan in a text, as the site gets it. */
export async function entryOf(text: string, name = 'plan.yaml'): Promise<Entry> {
  const file = readPlan(`content/plans/${name}`, new TextEncoder().encode(text));
  return { slug: 'plan', file, plan: file.plan, findings: await lint([file]) };
}
