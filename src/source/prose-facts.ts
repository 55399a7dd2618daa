import type { Range } from './text.ts';

/**
 * What rules ask of prose, and nothing else that its syntax tree holds: plain data, which can be kept.
 * Ranges count from the beginning of the prose.
 */
export interface ProseFacts {
  readonly code: readonly ProseCode[];
  readonly elements: readonly ProseElement[];
  readonly links: readonly ProseLink[];
  readonly headings: readonly ProseHeading[];
  /** Only those that hold a date, or a word of the lifecycle that is misspelt: nobody asks for others. */
  readonly passages: readonly PassageFacts[];
}

/** Program code: an import or an export, or an expression in braces that is no comment. */
export interface ProseCode {
  readonly range: Range;
  /** Whether it is an import or an export; then the range is that of its first word. */
  readonly isStatement: boolean;
}

/** A component or an HTML element in prose. */
export interface ProseElement {
  /** `Note`; null for `<>`. */
  readonly name: string | null;
  /** Where its name is written; `<>` where it has none. */
  readonly nameRange: Range;
  /** Whether it stands within a line, as far as Markdown is concerned. */
  readonly isInline: boolean;
  /** The names of all elements of its paragraph, where that holds nothing but elements. */
  readonly among: readonly (string | null)[];
  readonly isEmpty: boolean;
  /** Whether it closes itself, so that its name stands there only once. */
  readonly isClosed: boolean;
  readonly attributes: readonly ProseAttribute[];
}

/** An attribute such as `of="goLive"`, `of={code}` or `{...all}`. */
export interface ProseAttribute {
  /** Null for attributes that are spread. */
  readonly name: string | null;
  /** Undefined where there is none, and where it is program code. */
  readonly text?: string;
  readonly isCode: boolean;
  readonly nameRange: Range;
  /** Its value with quotes or braces; all of it where it has none. */
  readonly valueRange: Range;
}

/** An address in prose, and where it is written. */
export interface ProseLink {
  readonly url: string;
  readonly range: Range;
}

/** A heading of prose. */
export interface ProseHeading {
  /** The id that links use; null where it depends on what a component shows. */
  readonly slug: string | null;
}

/** A passage, and where its text is written: what begins `at` there, begins at `start` in the prose. */
export interface PassageFacts {
  readonly text: string;
  readonly parts: readonly { readonly at: number; readonly start: number }[];
}
