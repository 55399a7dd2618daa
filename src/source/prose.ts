import type { Root } from 'mdast';
import type { FactsStore } from './facts-store.ts';
import { checkStyle, type StyleNote } from './markdown-style.ts';
import type { ProseProblem } from './problems.ts';
import { explainProse } from './prose-errors.ts';
import { excessIn, tooDeep, tooMuchCode } from './prose-excess.ts';
import { proseLimits } from './prose-limits.ts';
import { ProseModel } from './prose-model.ts';
import { depthOf, factsOf } from './prose-tree.ts';
import type { Range } from './text.ts';

/** The prose of an MDX plan, or why it cannot be read. */
export type Prose = ProseModel | { readonly problem: ProseProblem };

/**
 * Reads the prose of a plan as MDX with GitHub's Markdown.
 *
 * @param text the whole file
 * @param range where in it the prose lies
 * @param store what is known already of what texts say
 */
export async function parseProse(text: string, range: Range, store?: FactsStore): Promise<Prose> {
  const prose = text.slice(range.start, range.end);
  const known = store?.find('prose', prose);
  if (known) return new ProseModel(prose, known, () => styleOf(prose, store));
  const parsed = await treeOf(prose);
  if ('problem' in parsed) {
    const { start, end, ...problem } = parsed.problem;
    return { problem: { ...problem, start: range.start + start, end: range.start + end } };
  }
  const facts = factsOf(parsed.tree, prose);
  store?.keep('prose', prose, facts);
  // The tree is large: whoever asks for the style first, takes it away.
  let tree: Root | undefined = parsed.tree;
  return new ProseModel(prose, facts, () => {
    const taken = tree;
    tree = undefined;
    return styleOf(prose, store, taken);
  });
}

async function styleOf(
  prose: string,
  store: FactsStore | undefined,
  tree?: Root,
): Promise<readonly StyleNote[]> {
  const known = store?.find('style', prose);
  if (known) return known;
  const parsed = tree ? { tree } : await treeOf(prose);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  const style = await checkStyle(parsed.tree, prose);
  store?.keep('style', prose, style);
  return style;
}

/** The syntax tree of prose, or why there is none. */
type Parsed = { readonly tree: Root } | { readonly problem: ProseProblem };

/** The syntax tree of prose, or why there is none. Positions count from the beginning of the prose. */
export async function treeOf(prose: string): Promise<Parsed> {
  const excess = excessIn(prose);
  if (excess) return { problem: excess };
  // Most of the time that parsers take is their own start.
  // Sätteri is not installed for every kind of machine.
  const quick = await import('./markdown/plain-tree.ts').catch(() => undefined);
  const plain = quick?.plainTree(prose);
  if (plain) return withinLimits(plain, prose);
  const { parseMarkdown, code } = await import('./markdown/parser.ts');
  try {
    code.begin();
    return withinLimits(parseMarkdown(prose), prose);
  } catch (error) {
    if (code.isExhausted) return { problem: tooMuchCode(prose) };
    if (error instanceof RangeError) return { problem: tooDeep(prose) };
    return { problem: problemOf(error, prose) };
  }
}

function withinLimits(tree: Root, prose: string): Parsed {
  return depthOf(tree) > proseLimits.levels ? { problem: tooDeep(prose) } : { tree };
}

interface ParserMessage {
  readonly reason: string;
  readonly place?: Offset | { readonly start: Offset; readonly end: Offset };
}

interface Offset {
  readonly offset?: number;
}

function problemOf(error: unknown, prose: string): ProseProblem {
  if (!isParserMessage(error)) throw error;
  const { place, reason } = error;
  const start = (place && ('start' in place ? place.start.offset : place.offset)) ?? 0;
  const end = (place && 'end' in place ? place.end.offset : undefined) ?? start;
  const explained = explainProse(reason, prose, { start, end });
  const within = (offset: number) => Math.min(Math.max(offset, 0), prose.length);
  return {
    type: 'mdx-syntax',
    start: within(explained.place.start),
    end: within(explained.place.end),
    message: explained.message,
    help: explained.help,
  };
}

function isParserMessage(error: unknown): error is ParserMessage {
  return error instanceof Error && 'reason' in error && typeof error.reason === 'string';
}
