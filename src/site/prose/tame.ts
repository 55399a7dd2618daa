import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Plan } from '../../lifecycle/plan.ts';
import { proseComponent } from '../../lifecycle/prose-components.ts';
import { type Attributes, expand } from './expand.ts';
import { refusedBlock, refusedInline } from './refused.ts';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * Leaves nothing in the prose but Markdown: components that plans may use are expanded, all other
 * code becomes text. Nothing of it is ever run.
 *
 * @param root the syntax tree of the prose; changed in place
 * @param text the prose as it is written
 * @param plan the plan it belongs to
 */
export function tame(root: Root, text: string, plan: Plan): void {
  const source = (node: Nodes) =>
    text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  tameChildren(root, { source, plan });
}

interface Context {
  readonly source: (node: Nodes) => string;
  readonly plan: Plan;
}

function tameChildren(parent: Parents, context: Context): void {
  const tamed = parent.children.flatMap(unraveled).flatMap((child) => tameNode(child, context));
  parent.children = tamed as typeof parent.children;
}

function tameNode(node: RootContent, context: Context): RootContent[] {
  const { source } = context;
  switch (node.type) {
    case 'mdxjsEsm':
      return [refusedBlock(source(node), 'a plan does not run code')];
    case 'mdxFlowExpression':
      if (isComment(node.value)) return [];
      return [refusedBlock(source(node), 'a plan does not run code')];
    case 'mdxTextExpression':
      if (isComment(node.value)) return [];
      return [refusedInline(source(node), 'a plan does not run code')];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return [tameJsx(node, context)];
    case 'html':
      return [refusedBlock(source(node), 'HTML')];
    case 'image':
    case 'imageReference':
      return [refusedInline(source(node), 'plans have no images')];
    default:
      if ('children' in node) tameChildren(node, context);
      return [node];
  }
}

function tameJsx(node: Jsx, context: Context): RootContent {
  const component = proseComponent(node.name);
  if (!component) return refused(node, context, `${nameOf(node)} is no component of plans`);

  const attributes = plainAttributes(node);
  if (!attributes) return refused(node, context, 'attributes are plain text');
  const given = Object.keys(attributes);
  const { name, attributes: wanted } = component;
  const missing = wanted.find((attribute) => !given.includes(attribute));
  if (missing) return refused(node, context, `${name} needs the attribute ${missing}`);
  const unknown = given.find((attribute) => !wanted.includes(attribute));
  if (unknown) return refused(node, context, `${name} has no attribute ${unknown}`);

  const isInline = node.type === 'mdxJsxTextElement';
  if (component.stands === 'alone' && isInline) {
    return refused(node, context, `${name} stands on a line of its own`);
  }
  if (!component.encloses && node.children.length > 0) {
    return refused(node, context, `${name} encloses no text`);
  }
  tameChildren(node, context);
  const expanded = expand(name, attributes, node.children, context.plan);
  return isInline || component.stands === 'alone' ? expanded : paragraph(expanded);
}

/** The attributes, if all of them are plain text: no expression, no spread, none without a value. */
function plainAttributes(node: Jsx): Attributes | undefined {
  const attributes: Record<string, string> = Object.create(null);
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      return undefined;
    }
    attributes[attribute.name] = attribute.value;
  }
  return attributes;
}

function refused(node: Jsx, { source }: Context, reason: string): RootContent {
  const refuse = node.type === 'mdxJsxTextElement' ? refusedInline : refusedBlock;
  return refuse(source(node), reason);
}

function nameOf(node: Jsx): string {
  return `<${node.name ?? ''}>`;
}

/** `<Note>Mind the gap</Note>` on one line parses as a paragraph; it is meant to stand alone. */
function unraveled(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph') return [node];
  const parts = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const isAlone = (child: PhrasingContent) =>
    child.type === 'mdxJsxTextElement' && proseComponent(child.name)?.stands === 'alone';
  if (parts.length === 0 || !parts.every(isAlone)) return [node];
  return parts.map((part) => asBlock(part as MdxJsxTextElement));
}

function asBlock(node: MdxJsxTextElement): MdxJsxFlowElement {
  const { children, ...rest } = node;
  const content = children.length ? [{ type: 'paragraph' as const, children }] : [];
  return { ...rest, type: 'mdxJsxFlowElement', children: content };
}

function paragraph(node: RootContent): Paragraph {
  return { type: 'paragraph', children: [node as PhrasingContent] };
}

/** Whether an expression holds comments alone, as in `{/* draft *\/}`. */
function isComment(code: string): boolean {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').trim() === '';
}
