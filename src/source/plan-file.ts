import { basename } from 'node:path/posix';
import { isPlanId, longestPlanId } from '../../schemas/environments.ts';
import type { Attachments } from '../lifecycle/attachments.ts';
import { Plan } from '../lifecycle/plan.ts';
import { quote } from '../lifecycle/words.ts';
import type { FactsStore } from './facts-store.ts';
import { frontMatter } from './front-matter.ts';
import { placeOfValue } from './places.ts';
import type { Problem, SyntaxProblem } from './problems.ts';
import { type Prose, parseProse } from './prose.ts';
import type { ShapeProblem } from './schema-problems.ts';
import { checkShape } from './shape.ts';
import { decode, Lines, type Range } from './text.ts';
import { type Value, valuesOf } from './values.ts';
import { limits, type Node, parseYaml, YamlError } from './yaml.ts';

/** What became of a file. */
interface ReadPlan extends Pick<PlanFile, 'file' | 'text' | 'plan' | 'problems'> {
  /** Where its data lie, if they could be read. */
  readonly data?: Range | undefined;
  /** Where its prose lies. */
  readonly prose?: Range | undefined;
  readonly attachments?: Attachments | undefined;
  readonly store?: FactsStore | undefined;
  readonly isExcerpt?: boolean;
}

/** A plan's file as it was read: its text with places, its plan, and what is wrong with it. */
export class PlanFile {
  /** Path of the file as it is shown, with slashes. */
  readonly file: string;
  /** The plan's id: the file's name without its ending. */
  readonly id: string;
  readonly text: string;
  /** Undefined where the data could not be read. */
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
  /** The files beside the plan; undefined where it does not come from a folder. */
  readonly attachments: Attachments | undefined;
  /** Where in the text the prose of an MDX plan lies; undefined where there is none. */
  readonly proseRange: Range | undefined;
  /** Whether the plan says more than the text does, as in the examples of rules. */
  readonly isExcerpt: boolean;
  readonly #data: Range | undefined;
  readonly #store: FactsStore | undefined;
  #lines: Lines | undefined;
  #parsed: Promise<Prose> | undefined;

  constructor(read: ReadPlan) {
    this.file = read.file;
    this.id = idOf(read.file);
    this.text = read.text;
    this.plan = read.plan;
    this.problems = read.problems;
    this.attachments = read.attachments;
    this.proseRange = read.prose;
    this.isExcerpt = read.isExcerpt ?? false;
    this.#data = read.data;
    this.#store = read.store;
  }

  get lines(): Lines {
    this.#lines ??= new Lines(this.text);
    return this.#lines;
  }

  /**
   * The tree of the data; undefined where they could not be read. Made when something is to be found in
   * it, and forgotten once that is asked of two other files.
   */
  get root(): Node | undefined {
    if (!this.#data) return undefined;
    const { start, end } = this.#data;
    const known = lastTrees.find(({ file }) => file === this);
    const tree = known ?? { file: this, root: parseYaml(this.text.slice(start, end), start) };
    const [first] = lastTrees;
    if (first !== tree) lastTrees = first ? [tree, first] : [tree];
    return tree.root;
  }

  /** The prose of an MDX plan as it is written; undefined where there is none. */
  get proseText(): string | undefined {
    return this.proseRange && this.text.slice(this.proseRange.start, this.proseRange.end);
  }

  /** The prose of an MDX plan, parsed once and only when it is asked for; undefined for YAML. */
  async prose(): Promise<Prose | undefined> {
    if (!this.proseRange) return undefined;
    this.#parsed ??= parseProse(this.text, this.proseRange, this.#store);
    return this.#parsed;
  }

  /** Lets go of the prose as it was read; it is read again where somebody asks for it once more. */
  forgetProse(): void {
    this.#parsed = undefined;
  }
}

/**
 * The trees that were asked for last: trees are large, and those of most plans are never needed. Two,
 * since what two plans share is looked up in both of them by turns.
 */
let lastTrees: readonly { readonly file: PlanFile; readonly root: Node | undefined }[] = [];

/** The endings of plan files, and what writers sometimes use instead of them. */
const endings = { yaml: '.yaml', mdx: '.mdx' } as const;
const renamed: Readonly<Record<string, string>> = { '.yml': endings.yaml, '.md': endings.mdx };

/** What a file's name says: a plan, a plan under a wrong name, or something else. */
export function kindOfFile(file: string): 'plan' | 'misnamed' | undefined {
  const ending = endingOf(file);
  if (ending === endings.yaml || ending === endings.mdx) return 'plan';
  return rightEnding(ending) ? 'misnamed' : undefined;
}

/** The id of the plan in a file: its name without its ending. */
export function idOf(file: string): string {
  return basename(file).slice(0, -endingOf(file).length || undefined);
}

/**
 * Reads a plan.
 *
 * @param file the file's path as it is to be shown, with slashes; its ending says how it is written
 * @param bytes its content
 * @param size its size in bytes, where the content was not read because of it; infinite where nobody
 *   has counted them all
 * @param attachments the files beside it, where it lies in a folder
 * @param store what is known already of what texts say
 */
export function readPlan(
  file: string,
  bytes: Uint8Array,
  size = bytes.length,
  attachments?: Attachments,
  store?: FactsStore,
): PlanFile {
  const { text, problem } = readText(file, bytes, size);
  if (problem) return unread(file, text, problem);
  if (endingOf(file) === endings.yaml) {
    return readData({ file, text, data: { start: 0, end: text.length }, attachments, store });
  }
  const parts = frontMatter(text);
  if (!parts) return unread(file, text, withoutFrontMatter(text));
  return readData({ file, text, ...parts, attachments, store });
}

/**
 * The text of a plan's file, as findings in it count lines; where it is refused before anything is parsed,
 * what is wrong with it.
 *
 * @param size its size in bytes, where the content was not read because of it
 */
export function readText(
  file: string,
  bytes: Uint8Array,
  size = bytes.length,
): { text: string; problem?: Problem } {
  const ending = endingOf(file);
  const right = rightEnding(ending);
  if (right) return { text: '', problem: misnamed(file, ending, right) };
  if (size > limits.bytes) return { text: '', problem: tooLarge(size) };
  const decoded = decode(bytes);
  if (!('fault' in decoded)) return decoded;
  const { offset, message, help } = decoded.fault;
  return { text: decoded.text, problem: syntax({ start: offset, end: offset }, message, help) };
}

/** Takes values for a plan that are not those of `text` alone, as for an excerpt. */
export function planOf(
  id: string,
  values: Value,
  attachments?: Attachments,
): { plan: Plan; problems: readonly ShapeProblem[] } {
  const { facts, problems } = checkShape(values);
  return { plan: new Plan(id, facts, attachments, problems.length === 0), problems };
}

/** What a file holds, in its parts. */
interface Parts {
  readonly file: string;
  readonly text: string;
  readonly data: Range;
  readonly prose?: Range;
  readonly attachments: Attachments | undefined;
  readonly store: FactsStore | undefined;
}

function readData(parts: Parts): PlanFile {
  const { file, text, data, prose, attachments, store } = parts;
  const written = text.slice(data.start, data.end);
  const known = store?.find('data', written);
  if (known) {
    const plan = new Plan(idOf(file), known, attachments, true);
    return new PlanFile({ ...parts, plan, problems: nameProblems(file) });
  }
  let read: ReturnType<typeof planOf>;
  try {
    const root = parseYaml(written, data.start);
    if (root?.type !== 'map') throw notAMap(root);
    refuseTooManyEnvironments(root);
    read = planOf(idOf(file), valuesOf(root), attachments);
    refuseTooManyProblems(root, read.problems);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const problem = syntax(error, error.message, error.help);
    return new PlanFile({ ...unreadable(file, text, problem), prose, attachments, store });
  }
  const { plan, problems } = read;
  if (problems.length === 0) store?.keep('data', written, plan.facts);
  return new PlanFile({ ...parts, plan, problems: [...nameProblems(file), ...problems] });
}

function unread(file: string, text: string, problem: Problem): PlanFile {
  return new PlanFile(unreadable(file, text, problem));
}

function unreadable(file: string, text: string, problem: Problem): ReadPlan {
  return { file, text, plan: undefined, problems: [problem] };
}

function nameProblems(file: string): Problem[] {
  const id = idOf(file);
  if (isPlanId(id)) return [];
  return [
    {
      type: 'invalid-value',
      path: [],
      found: quote(basename(file)),
      expected: `a name in kebab-case, at most ${longestPlanId} small letters and digits joined by hyphens: it is the plan’s id`,
    },
  ];
}

function misnamed(file: string, ending: string, right: string): Problem {
  const name = basename(file);
  return {
    type: 'invalid-value',
    path: [],
    found: quote(name),
    expected: `the ending \`${right}\`: rename it to ${quote(name.slice(0, -ending.length) + right)}`,
  };
}

function tooLarge(bytes: number): SyntaxProblem {
  const size = Number.isFinite(bytes) ? (bytes / limits.bytes).toFixed(1) : 'more than 1';
  return syntax(
    { start: 0, end: 0 },
    `This file has ${size} MiB; a plan has at most 1 MiB`,
    'Keep documents and images beside the plan, and only their names in it.',
  );
}

function withoutFrontMatter(text: string): SyntaxProblem {
  if (/^---[ \t]*(\r\n|\n|\r|$)/.test(text)) {
    return syntax(
      { start: 0, end: 3 },
      'The front matter begins here and is never closed',
      'Add a line `---` after the last line of the plan’s data.',
    );
  }
  return syntax(
    { start: 0, end: 0 },
    'An MDX plan begins with its data, between two lines `---`, and this file does not',
    'Put `---` on the first line, the plan’s data below it, and `---` on a line after them.',
  );
}

function notAMap(root: Node | undefined): YamlError {
  const help = 'Write the plan as `key: value` lines, beginning with `customer:`.';
  const isNothing = !root || (root.type === 'scalar' && valuesOf(root) === null);
  if (isNothing) return new YamlError({ start: 0, end: 0 }, 'The plan is empty', help);
  const found = root.type === 'list' ? 'a list' : 'a single value';
  return new YamlError(root, `A plan is a map of keys, and this is ${found}`, help);
}

function refuseTooManyEnvironments(root: Node): void {
  if (root.type !== 'map') return;
  const environments = root.entries.find(({ name }) => name === 'environments');
  if (environments?.value.type !== 'map') return;
  if (environments.value.entries.length <= limits.environments) return;
  throw new YamlError(
    environments.key,
    `The plan has more than ${limits.environments} environments`,
    'A plan holds one customer’s environments; give every customer a file of its own.',
  );
}

function refuseTooManyProblems(root: Node, problems: readonly ShapeProblem[]): void {
  if (problems.length <= limits.problems) return;
  const { path = [] } = problems.find((problem) => problem.path.length > 0) ?? {};
  throw new YamlError(
    placeOfValue(root, path),
    `The plan has more than ${limits.problems.toLocaleString('en')} wrong or missing keys and values, some of them here`,
    'No list of so many helps anybody. Look for what repeats them, or begin again with `npx --no waypost new`.',
  );
}

function syntax(range: Range, message: string, help: string): SyntaxProblem {
  return { type: 'yaml-syntax', start: range.start, end: range.end, message, help };
}

function endingOf(file: string): string {
  return /\.[^./]*$/.exec(file)?.[0] ?? '';
}

/** The ending that a plan under this one should have; undefined where nothing is to be renamed. */
function rightEnding(ending: string): string | undefined {
  const lower = ending.toLowerCase();
  if (lower in renamed) return renamed[lower];
  if (lower === ending) return undefined;
  return lower === endings.yaml || lower === endings.mdx ? lower : undefined;
}
