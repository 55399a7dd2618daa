import type { Path } from '../lifecycle/paths.ts';

/**
 * What reading a plan can run into, before any rule of the lifecycle is asked. The rules of the
 * group "Reading" put it into words.
 */
export type Problem =
  | SyntaxProblem
  | ProseProblem
  | MissingKeys
  | UnknownKey
  | WrongValue
  | WrongDate;

/** The data are not one well-formed YAML map; nothing else can be judged. */
export interface SyntaxProblem {
  readonly type: 'yaml-syntax';
  /** Offsets into the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string;
}

/** The prose is not well-formed MDX. */
export interface ProseProblem {
  readonly type: 'mdx-syntax';
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What to do about it, and what the parser says. */
  readonly help: string;
}

/** Keys that the map at `path` must have. */
export interface MissingKeys {
  readonly type: 'missing-key';
  readonly path: Path;
  readonly keys: readonly string[];
  /** What is expected under each of them. */
  readonly expected: Readonly<Record<string, string>>;
  /** What the map is, with its article: "an environment". */
  readonly noun: string;
  /** The key of that map that makes them necessary, where they are not always. */
  readonly because?: string;
}

/** A key of the map at `path` that the format does not know there. */
export interface UnknownKey {
  readonly type: 'unknown-key';
  readonly path: Path;
  readonly key: string;
  /** What the map is, with its article: "an environment". */
  readonly noun: string;
  /** The known key that is most like it, if one is near. */
  readonly nearest?: string;
  /** The known key that it must have been meant to be, if no other is, and if it is not there already. */
  readonly meant?: string;
  /** The kinds of environment that do have this key. */
  readonly kinds?: readonly string[];
  /** All keys that are known there. */
  readonly known: readonly string[];
}

/** A value that is not what the format wants at `path`. */
export interface WrongValue {
  readonly type: 'invalid-value';
  readonly path: Path;
  /** What is written there, for the message. */
  readonly found: string;
  /** The end of the sentence "expected …". */
  readonly expected: string;
  /** Whether the key itself is what is wrong. */
  readonly atKey?: boolean;
  /** The allowed word that is most like it, if one is near. */
  readonly nearest?: string;
  /** What must have been meant, if nothing else can be. */
  readonly meant?: string | number | boolean;
}

/** A scalar where a date is meant that is no calendar date. */
export interface WrongDate {
  readonly type: 'invalid-date';
  readonly path: Path;
  readonly found: string;
}
