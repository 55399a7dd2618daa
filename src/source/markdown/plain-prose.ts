/** Control characters, symbols beyond ASCII and halves of characters set prose apart even in code. */
const unusual = /[^\n -~\p{L}\p{M}\p{N}–—‘’“”…•·]/u;

const attribute = String.raw`[A-Za-z]\w*="[\w .:[\]-]*"`;
const opening = String.raw`<[A-Z]\w*(?: +${attribute})*`;

/** Components that close themselves, and tags of others that have a line for themselves. */
const tags = new RegExp(String.raw`${opening} ?/>(?! +$)|^(?:${opening}|</[A-Z]\w*)>$`, 'gm');

/** Code within a line, and within a cell where that is a table's. */
const code = /(?<![`\\])`[^`|\n]+`(?!`)/g;

/** Stands for a tag, and for code. */
const word = '%';

/** What else sets prose apart, by what it is; a good part of it is Markdown that means nothing. */
const doubtful: Readonly<Record<string, RegExp>> = {
  'character references': /&#?\w+;/,
  'program code': /[{}]|^ *(?:import|export)/m,
  'other tags': /</,
  'bare addresses': /@|(?<!(?<!\\)\[[^[\]\\|\n]+\]\()https?:|www\./i,
  'tasks without a word': /\[[ x]\](?! \S)|\[[ x]\] [ %]+$/im,
  'images, notes and definitions': /!\[|\[\^|\]:/,
  'links over several lines': /^ +\[|^[-+*\d.) ]*\[[^\]\n]*$/m,
  'links with a title, or cut short': /\]\((?![^\s()]+\))/,
  'other code': /`|~{2}/,
  quotations: /^ *>/m,
  'lines without a word': /^[-+*=\d.) ]+$/m,
  'tables without an edge': /^ +\||^[^|\n].*(?:\||\n\|)/m,
  'emphasis beside other markup': /[*_]{3}|\*_|_\*|[*_][~[\]\\!]|[~[\]\\!][*_]/,
  'breaks by a backslash': /\\$/m,
};

const doubt = new RegExp(
  Object.values(doubtful)
    .map(({ source }) => source)
    .join('|'),
  'imu',
);

/**
 * Whether prose is written as most is: headings, paragraphs, lists, tables, links, emphasis, components. Two
 * parsers that part ways on curious Markdown have been seen to make the same tree of it.
 */
export function isPlain(prose: string): boolean {
  return !unusual.test(prose) && !doubt.test(prose.replace(tags, word).replace(code, word));
}
