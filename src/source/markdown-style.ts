import type { Root } from 'mdast';
import { visible } from './prose-errors.ts';
import type { Range } from './text.ts';

/** What remark-lint says about a place of prose. */
export interface StyleNote {
  /** The rule of remark-lint: `final-newline`. */
  readonly rule: string;
  /** Address of that rule's own page. */
  readonly url: string;
  readonly reason: string;
  /** Counts from the beginning of the prose. */
  readonly range: Range;
}

/**
 * Asks remark-lint's recommended rules about the style of prose. They are loaded on the first call.
 *
 * @throws {Error} when one of those rules fails
 */
export async function checkStyle(tree: Root, prose: string): Promise<StyleNote[]> {
  const { linterFor } = await import('./markdown/linters.ts');
  // A lone CR ends a line for Markdown, but not for all of these rules.
  const text = prose.replace(/\r(?!\n)/g, '\n');
  const messages = await new Promise<readonly Message[]>((done, fail) => {
    linterFor(tree, prose).run(tree, text, (error, _, file) => {
      if (file) done(file.messages);
      else fail(error);
    });
  });
  return messages.map((message) => noteOf(message, prose));
}

interface Message {
  readonly reason: string;
  readonly ruleId?: string | undefined;
  readonly url?: string | undefined;
  readonly cause?: unknown;
  readonly place?: Point | { readonly start: Point; readonly end: Point } | undefined;
}

interface Point {
  readonly offset?: number | undefined;
}

/** Some reasons repeat what stands between two brackets, be it a whole passage. */
const longest = 500;

function noteOf({ reason, ruleId, url, cause, place }: Message, prose: string): StyleNote {
  // The cause of a finding is another message; any other error is a failure of the rule itself.
  if (cause instanceof Error && !('reason' in cause)) throw cause;
  if (ruleId === undefined || url === undefined) throw new Error(`remark-lint says: ${reason}`);
  const start = (place && 'start' in place ? place.start.offset : place?.offset) ?? 0;
  const end = (place && 'end' in place ? place.end.offset : undefined) ?? start;
  const said = reason.length > longest ? `${reason.slice(0, longest)}…` : reason;
  return { rule: ruleId, url, reason: said, range: visible(prose, { start, end }) };
}
