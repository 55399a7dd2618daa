import type { Mermaid } from 'mermaid';
import { withMermaid } from './engine.ts';
import { MermaidError } from './error.ts';
import type { Realm } from './realm.ts';
import { lineBeforeCleaning } from './source-lines.ts';

/** Kinds of diagrams that have a look on the site. */
export type DiagramKind = 'flowchart' | 'state';

// Mermaid's own names.
const KINDS: Record<string, DiagramKind> = {
  'flowchart-v2': 'flowchart',
  flowchart: 'flowchart',
  'flowchart-elk': 'flowchart',
  stateDiagram: 'state',
  state: 'state',
};

// Mermaid draws a "too large" notice in place of such a text.
const MAX_LENGTH = 50_000;

/**
 * Checks a mermaid text with mermaid's own parser, without drawing it.
 *
 * @param source - the text.
 * @returns its kind.
 * @throws MermaidError when the text is broken, too large, or of a kind that the site has no look for.
 */
export function checkMermaid(source: string): Promise<DiagramKind> {
  return withMermaid((realm) => check(realm, source));
}

/**
 * The same for one who has mermaid already.
 *
 * @param realm - mermaid, held by the caller.
 * @param source - the text.
 * @returns its kind.
 * @throws MermaidError as {@link checkMermaid} does.
 */
export async function check({ mermaid }: Realm, source: string): Promise<DiagramKind> {
  if (source.length > MAX_LENGTH) {
    const most = MAX_LENGTH.toLocaleString('en');
    throw new MermaidError('too-large', `The mermaid text has more than ${most} characters`);
  }
  const kind = kindOf(mermaid, source);
  await mermaid.parse(source).catch((error: unknown) => {
    throw syntaxError(error, source);
  });
  return kind;
}

function kindOf(mermaid: Mermaid, source: string): DiagramKind {
  const name = detect(mermaid, source);
  const kind = KINDS[name];
  if (kind !== undefined) return kind;
  throw new MermaidError(
    'unsupported',
    `The site draws flowcharts and state diagrams, not "${name}"`,
  );
}

function detect(mermaid: Mermaid, source: string): string {
  try {
    return mermaid.detectType(source);
  } catch (error) {
    throw new MermaidError(
      'syntax',
      'The text does not begin with a kind of diagram, such as "flowchart"',
      undefined,
      error,
    );
  }
}

function syntaxError(error: unknown, source: string): MermaidError {
  const message = messageOf(error);
  const line = lineOf(error);
  if (line === undefined) return new MermaidError('syntax', message, undefined, error);
  const original = lineBeforeCleaning(source, line);
  // Mermaid counts the lines that it kept, and says so in its message too.
  const corrected = message.replace(/\bon line \d+/, `on line ${original}`);
  return new MermaidError('syntax', corrected, original, error);
}

// The error comes from mermaid's own V8 context: `instanceof Error` does not know it.
function messageOf(error: unknown): string {
  const message = property(error, 'message');
  return typeof message === 'string' ? message : String(error);
}

function lineOf(error: unknown): number | undefined {
  const line = property(property(property(error, 'hash'), 'loc'), 'first_line');
  return typeof line === 'number' ? line : undefined;
}

function property(value: unknown, name: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  return Reflect.get(value, name);
}
