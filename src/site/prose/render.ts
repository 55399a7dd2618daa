import type { Element, Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Plan } from '../../lifecycle/plan.ts';
import type { PlanFile } from '../../source/plan-file.ts';
import { treeOf } from '../../source/prose.ts';
import { frameTables } from '../markup/tables.ts';
import { markTasks } from '../markup/tasks.ts';
import { type Heading, settleHeadings } from './headings.ts';
import { settleLinks } from './links.ts';
import { schema } from './schema.ts';
import { tame } from './tame.ts';

/** A drawing that prose asks for; the page puts it there. */
export type Slot = 'EnvironmentDiagram' | 'Timeline';

/** The prose of a plan as a page shows it. */
export interface RenderedProse {
  /** HTML, and the drawings between it. The HTML around a drawing need not be balanced. */
  readonly parts: readonly ({ readonly html: string } | { readonly slot: Slot })[];
  readonly headings: readonly Heading[];
}

/**
 * Renders the prose of a plan. Nothing in it is run or trusted: code becomes text, and only what
 * Markdown and the components of plans make is let through.
 *
 * @param base the path under which the site is served
 * @returns undefined where the plan has no prose, or none that can be read
 */
export async function renderProse(
  file: PlanFile,
  plan: Plan,
  base: string,
): Promise<RenderedProse | undefined> {
  const prose = file.proseText;
  const parsed = prose === undefined ? undefined : await treeOf(prose);
  if (prose === undefined || !parsed || 'problem' in parsed) return undefined;

  const { tree } = parsed;
  tame(tree, prose, plan);
  if (tree.children.length === 0) return undefined;
  return toHtml(await toHast.run(tree), base);
}

const toHast = unified()
  .use(remarkRehype, { clobberPrefix: 'footnotes-', footnoteLabelProperties: {} })
  .freeze();
const sanitizer = unified().use(rehypeSanitize, schema).use(rehypeStringify).freeze();

function toHtml(root: Root, base: string): RenderedProse {
  settleLinks(root, base);
  const headings = settleHeadings(root);
  frameTables(root);
  markTasks(root);
  const clean = sanitizer.runSync(root);
  markSlots(clean);
  const parts = sanitizer
    .stringify(clean)
    .split(/(<!--slot:\w+-->)/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const slot = /^<!--slot:(\w+)-->$/.exec(part)?.[1];
      return slot ? { slot: slot as Slot } : { html: part };
    });
  return { parts, headings };
}

/** Writers cannot make comments: they are taken for text, and what is left is sanitized away. */
function markSlots(parent: Root | Element): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== 'element') return child;
    const { dataSlot } = child.properties;
    if (dataSlot) return { type: 'comment', value: `slot:${dataSlot}` };
    markSlots(child);
    return child;
  }) as typeof parent.children;
}
