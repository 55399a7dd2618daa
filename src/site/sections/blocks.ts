/** What a section of a plan says, before it is a page or Markdown. All text in it may be the plan's own. */

import type { Summary } from '../../report/report.ts';

/** A stretch of a line: plain text, or text of some kind. */
export type Piece =
  | string
  | { readonly type: 'strong' | 'code' | 'quiet' | 'phase'; readonly text: string }
  /** Something that the plan lacks or has wrong. */
  | { readonly type: 'fault'; readonly text: string }
  | { readonly type: 'day'; readonly date: string; readonly planned: boolean }
  | { readonly type: 'link'; readonly href: string; readonly phrase: Phrase }
  | { readonly type: 'tally'; readonly tally: Summary }
  /** What the plan does not say. */
  | { readonly type: 'none' };

/** Pieces of a line, one directly after the other. */
export type Phrase = readonly Piece[];

/** A name, what is said of it, and perhaps a note that explains it. */
export interface Fact {
  readonly name: string;
  readonly value: Phrase;
  readonly note?: Phrase | undefined;
}

/** A cell of a table: a line, or a list of lines. */
export interface Cell {
  readonly phrase?: Phrase;
  readonly list?: readonly Phrase[];
  /** Whether it names its row. */
  readonly heads?: true;
  /** Whether it holds sentences, which need room. */
  readonly long?: true;
  /** How many rows it holds for; 0 where it repeats one above. */
  readonly rows?: number;
}

export interface TableBlock {
  readonly type: 'table';
  /** What the table shows, for those who hear it. */
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface FactsBlock {
  readonly type: 'facts';
  readonly facts: readonly Fact[];
}

export type Block =
  | TableBlock
  | FactsBlock
  | { readonly type: 'text'; readonly phrase: Phrase }
  /** One of several things of the same sort, under a heading of its own. */
  | { readonly type: 'item'; readonly heading: Phrase; readonly blocks: readonly Block[] };
