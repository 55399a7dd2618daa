import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';

/** A regular expression as it is written in the source, or as the source has made it. */
export interface Written {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const home = fileURLToPath(new URL('../..', import.meta.url));

/** All regular expressions that the sources write as such. */
export function regularExpressions(): Written[] {
  return nodesOf((node, file) =>
    'regex' in node && isLiteral(node.regex)
      ? [{ file, source: node.regex.pattern, flags: node.regex.flags }]
      : [],
  );
}

/** The files that make regular expressions of texts. */
export function makers(): string[] {
  return [...new Set(nodesOf((node, file) => (isMaking(node) ? [file] : [])))];
}

/** Runs something, and tells which regular expressions the sources make of texts meanwhile. */
export async function madeDuring(run: () => Promise<unknown>): Promise<Written[]> {
  const made: Written[] = [];
  const { RegExp: original, Error: Failure } = globalThis;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args, as) {
      const regex: RegExp = Reflect.construct(target, args, as);
      const file = makerIn(new Failure().stack ?? '');
      if (file) made.push({ file, source: regex.source, flags: regex.flags });
      return regex;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = original;
  }
  return made;
}

/** The source that comes first among the callers; none where that is a package's. */
function makerIn(stack: string): string | undefined {
  const callers = stack
    .split('\n')
    .filter((line) => line.includes(home) && !line.includes('/test/'));
  const [, file] = /([^ ()]+?):\d+:\d+\)?$/.exec(callers[0] ?? '') ?? [];
  const path = file?.slice(file.indexOf(home) + home.length);
  return path?.startsWith('node_modules') ? undefined : path;
}

/** What is found in the code of all sources; of pages and components, in what runs when they are made. */
function nodesOf<Found>(find: (node: object, file: string) => readonly Found[]): Found[] {
  const files = globSync(['{src,schemas}/**/*.{ts,mjs,astro}', 'editors/*/*.ts'], {
    cwd: home,
  });
  return files.sort().flatMap((file) => {
    const found: Found[] = [];
    visit(parseAst(codeOf(file), { lang: 'ts' }, file), (node) => found.push(...find(node, file)));
    return found;
  });
}

function codeOf(file: string): string {
  const text = readFileSync(`${home}/${file}`, 'utf8');
  if (!file.endsWith('.astro')) return text;
  return /^---\n(.*?)^---$/ms.exec(text)?.[1] ?? '';
}

function visit(node: unknown, found: (node: object) => void): void {
  if (typeof node !== 'object' || node === null) return;
  found(node);
  for (const inner of Object.values(node)) visit(inner, found);
}

interface Literal {
  readonly pattern: string;
  readonly flags: string;
}

function isLiteral(value: unknown): value is Literal {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

/** `new RegExp(…)`, and the same without `new`. */
function isMaking(node: object): boolean {
  if (!('callee' in node)) return false;
  const { callee } = node;
  const isNamed = typeof callee === 'object' && callee !== null && 'name' in callee;
  return isNamed && callee.name === 'RegExp';
}
