import { z } from 'zod';
import { isDate } from '../src/lifecycle/dates.ts';
import { buildPattern, releasePattern } from '../src/lifecycle/releases.ts';

/**
 * The scalars of the plan format. Every schema states in its `expected` what a writer should have
 * written; messages and the JSON Schema's error texts both come from it.
 */
declare module 'zod' {
  interface GlobalMeta {
    /** What is expected here, as the end of "expected …". */
    expected?: string;
    /** What a map with keys is, with its article: "an environment". */
    noun?: string;
    /** Words that are common here, where others are allowed too. */
    suggestions?: readonly string[];
    /** What the text names in the same plan. */
    names?: 'environment' | 'instance' | 'finding' | 'rule';
  }
}

/** Blanks, and what leaves no mark on a page, as a class of characters in a pattern that every validator knows. */
export const unseen = String.raw`\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff`;

/** A character that one sees: evidence must not be without any. */
export const visible = new RegExp(`[^${unseen}]`);

/** An address with nothing around it. */
const wholeAddress = /^[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+$/;

// What fields have in common is made once: a schema takes longer to make than to check by.
const anyText = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(visible).meta({ expected: 'text' }),
);
const anyDate = z.string().refine(isDate);

/**
 * Any text that one can see. A plain whole number is its own text: `ecr: 1042`. Editors read more
 * plain text as numbers than the linter does, so the JSON Schema lets all of them through.
 */
export function text(description: string, meta: z.GlobalMeta = {}) {
  return anyText.meta({
    type: ['string', 'number'],
    pattern: visible.source,
    expected: 'text',
    description,
    ...meta,
  });
}

/** A real calendar date, `YYYY-MM-DD`. */
export function date(description: string) {
  return anyDate.meta({ format: 'date', expected: 'a calendar date `YYYY-MM-DD`', description });
}

/** A release number, quoted or not: `26.1`, or `26.1.2` for a hotfix. */
export function release(description: string) {
  return z
    .string()
    .regex(releasePattern)
    .meta({
      type: ['string', 'number'],
      not: { type: 'integer' },
      expected: 'a release such as `26.1`, or `26.1.2` for a hotfix',
      description,
    });
}

/** A build: its number, a dot, and the date and time it was made. */
export function build(description: string) {
  return z
    .string()
    .regex(buildPattern)
    .meta({ expected: 'a build such as `5120.2026-01-09T17:05:00Z`', description });
}

/** An absolute address that a browser can open. */
export function url(description: string) {
  return z
    .string()
    .refine((value) => wholeAddress.test(value) && URL.canParse(value))
    .meta({
      format: 'uri',
      pattern: wholeAddress.source,
      expected: 'an absolute address that starts with `https://` or `http://`',
      description,
    });
}

/** `true` or `false`; `yes` and `no` stay text and are refused. */
export function flag(description: string) {
  return z.boolean().meta({ expected: '`true` or `false`', description });
}

/** A whole number. */
export function wholeNumber(description: string) {
  return z.int().meta({ expected: 'a whole number', description });
}

/** One of a closed list of words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
  description: string,
) {
  return z.enum(words).meta({ expected: inWords(words), description });
}

/** The name of an environment, an instance or a finding of the same plan. */
export function nameOf(names: 'environment' | 'instance' | 'finding', description: string) {
  return text(description, { names });
}

/** A key that may be left out. Nothing after the colon is the same as leaving it out. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** A list that may be left out. An empty list is the same as leaving it out. */
export function list<Schema extends z.ZodType>(item: Schema, description: string) {
  return z
    .array(item)
    .meta({ expected: 'a list', description })
    .nullish()
    .transform((items) => (items?.length ? items : undefined));
}

function inWords(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  if (quoted.length === 1) return `${quoted[0]}`;
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
