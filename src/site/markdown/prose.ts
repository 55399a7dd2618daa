import type {
  Blockquote,
  Definition,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { environmentDiagram } from '../../diagram/environments/index.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { link, paragraph, strong, text } from '../../report/markdown/nodes.ts';
import type { PlanFile } from '../../source/plan-file.ts';
import { treeOf } from '../../source/prose.ts';
import { factsOf } from '../../source/prose-tree.ts';
import { depthInSection } from '../prose/headings.ts';
import { allowedLinks, isAllowed } from '../prose/links.ts';
import { why } from '../prose/refused.ts';
import { tame } from '../prose/tame.ts';
import { timelineTable } from '../sections/timeline.ts';
import { type Resolve, tableToMarkdown } from './blocks.ts';

/**
 * The prose of a plan as plain Markdown: components are what they show, code is text, and links lead
 * where those of the plan's page lead.
 *
 * @returns undefined where the plan has no prose, or none that can be read
 */
export async function proseToMarkdown(
  file: PlanFile,
  plan: Plan,
  resolve: Resolve,
): Promise<RootContent[] | undefined> {
  const prose = file.proseText;
  const parsed = prose === undefined ? undefined : await treeOf(prose);
  if (prose === undefined || !parsed || 'problem' in parsed) return undefined;

  const { tree } = parsed;
  const headings = new Set(factsOf(tree, prose).headings.map(({ slug }) => `#${slug}`));
  tame(tree, prose, plan);
  if (tree.children.length === 0) return undefined;
  return settled(tree, {
    plan,
    definitions: definitionsIn(tree),
    // Headings of the prose are headings of this document as well.
    resolve: (href) => (headings.has(href) ? href : resolve(href)),
    resolveOwn: resolve,
  });
}

interface Context {
  readonly plan: Plan;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly resolve: Resolve;
  readonly resolveOwn: Resolve;
}

function settled(parent: Parents, context: Context): RootContent[] {
  return parent.children.flatMap((node) => settle(node, context));
}

function settle(node: RootContent, context: Context): RootContent[] {
  if ('children' in node) {
    const children = settled(node, context);
    node.children = children as typeof node.children;
  }
  switch (node.type) {
    case 'definition':
      return [];
    case 'heading':
      node.depth = depthInSection(node.depth);
      return [node];
    case 'link':
      return linkTo(node.url, node.children, context);
    case 'linkReference':
      return linkTo(context.definitions.get(node.identifier)?.url ?? '', node.children, context);
    case 'blockquote':
      return box(node, context);
    default:
      return [node];
  }
}

function linkTo(url: string, children: PhrasingContent[], { resolve }: Context): PhrasingContent[] {
  if (isAllowed(url)) return [link(resolve(url), ...children)];
  return [...children, text(' '), why(allowedLinks)];
}

/** Notes and warnings are quotes with a title; where prose asks for a drawing, there is its text. */
function box(node: Blockquote, { plan, resolveOwn }: Context): RootContent[] {
  const { hName, hProperties = {} } = node.data ?? {};
  if (hProperties.dataSlot === 'EnvironmentDiagram') return [diagramToMarkdown(plan)];
  if (hProperties.dataSlot === 'Timeline')
    return [tableToMarkdown(timelineTable(plan), resolveOwn)];
  if (hName !== 'aside') return [node];
  const content = node.children.flatMap((child) =>
    child.type === 'blockquote' ? child.children : [],
  );
  return [
    {
      type: 'blockquote',
      children: [paragraph(strong(text(String(hProperties.ariaLabel)))), ...content],
    },
  ];
}

/** The environment diagram as its text, which many readers of Markdown draw. */
export function diagramToMarkdown(plan: Plan): RootContent {
  return { type: 'code', lang: 'mermaid', value: environmentDiagram(plan).trimEnd() };
}

/** By name; the first of a name holds. */
function definitionsIn(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return definitions;
}
