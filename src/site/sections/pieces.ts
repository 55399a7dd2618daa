/** Makes the pieces of which sections are put together. */

import { sectionOf } from '../../diagram/environments/names.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { stretches } from '../../lifecycle/stretches.ts';
import { isPlanned } from '../planned.ts';
import type { Cell, FactsBlock, Phrase, Piece } from './blocks.ts';

/** What may be put into a line; nothing is left out. */
export type Part = Piece | Phrase | undefined;

const none: Piece = { type: 'none' };

/** The parts that there are, with blanks between them; a dash where there is none. */
export function line(...parts: readonly Part[]): Phrase {
  const said = parts.flatMap((part) => (part === undefined || part === '' ? [] : [asPhrase(part)]));
  if (said.length === 0) return [none];
  return said.flatMap((phrase, index) => [...(index > 0 ? [' '] : []), ...phrase]);
}

export function strong(text: string | undefined): Piece | undefined {
  return text === undefined ? undefined : { type: 'strong', text };
}

export function code(text: string | undefined): Piece | undefined {
  return text === undefined ? undefined : { type: 'code', text };
}

/** What explains something else. */
export function quiet(text: string | undefined): Piece | undefined {
  return text ? { type: 'quiet', text } : undefined;
}

export function fault(text: string): Piece {
  return { type: 'fault', text };
}

export function link(href: string, ...parts: readonly Part[]): Piece {
  return { type: 'link', href, phrase: line(...parts) };
}

/** A message in which back quotes mark what is quoted from a plan or a format. */
export function words(text: string): Phrase {
  return stretches(text).map((stretch) =>
    stretch.code ? { type: 'code', text: stretch.text } : stretch.text,
  );
}

/** A date; in a plan also whether it is planned. Left out, the plan does not matter for it. */
export function day(date: string | undefined, plan?: Plan): Piece | undefined {
  if (date === undefined) return undefined;
  return { type: 'day', date, planned: plan !== undefined && isPlanned(plan, date) };
}

/** An environment or instance that a plan refers to as `prod.test`, linked to its part of the page. */
export function place(reference: string | undefined, plan: Plan): Phrase | undefined {
  if (reference === undefined) return undefined;
  const found = plan.place(reference);
  if (!found) return line(code(reference), fault('not in this plan'));
  const { environment, instance } = found;
  return [link(sectionOf(environment), words((instance ?? environment).name))];
}

/** A cell of a table. */
export function cell(...parts: readonly Part[]): Cell {
  return { phrase: line(...parts) };
}

/** The cell that names its row. */
export function head(...parts: readonly Part[]): Cell {
  return { ...cell(...parts), heads: true };
}

/** A cell that holds sentences. */
export function long(...parts: readonly Part[]): Cell {
  return { ...cell(...parts), long: true };
}

/** A cell with one thing below the other; a dash where there is none. */
export function list(phrases: readonly Phrase[]): Cell {
  return phrases.length > 0 ? { list: phrases } : cell();
}

/** Facts, without those of which the plan says nothing. */
export function facts(
  ...known: readonly (readonly [name: string, ...parts: Part[]])[]
): FactsBlock {
  return {
    type: 'facts',
    facts: known.flatMap(([name, ...parts]) =>
      parts.every((part) => part === undefined) ? [] : [{ name, value: line(...parts) }],
    ),
  };
}

function asPhrase(part: Piece | Phrase): Phrase {
  return isPhrase(part) ? part : [part];
}

function isPhrase(part: Piece | Phrase): part is Phrase {
  return Array.isArray(part);
}
