/** Sets prose apart in code and in tags as well: unusual characters, and definitions. */
const doubtfulAnywhere = /[^\n -~\p{L}\p{M}\p{N}–—‘’“”…•·]|\]:/u;

const attribute = String.raw`[A-Za-z]\w*="[\w .:[\]-]*"`;
const opening = String.raw`<[A-Z]\w*(?: +${attribute})*`;

/** Components that close themselves, and tags of others that have a line for themselves. */
const tags = new RegExp(String.raw`${opening} ?/>(?! +$)|^(?:${opening}|</[A-Z]\w*)>$`, 'gm');

/** Code within a line, and within a cell where that is a table's; after a blank it is in no address. */
const code = /(?<=^|\s)`[^`|\n]+`(?!`)/gm;

/** Stands for a tag, and for code. */
const word = '%';

/** What else sets prose apart, by what it is; a good part of it is Markdown that means nothing. */
const doubtful: Readonly<Record<string, RegExp>> = {
  'character references': /&#?\w+;/,
  'program code': /[{}]|^ *(?:import|export)/m,
  'other tags': /</,
  'bare addresses': /@|(?<!(?<!\\)\[[^[\]\\|\n]+\]\()https?:|www\./i,
  'tasks without a word': /\[[ x]\](?! \S)|\[[ x]\] [ %]+$/im,
  'items without a word': /^ *(?:[-+*]|\d+[.)]) [-+*\d.) %]*$/m,
  'images, notes and references': /!\[|\[\^|\]\[/,
  'links over several lines': /^ +\[|^[-+*\d.) ]*\[[^\]\n]*$/m,
  'links with a title, or cut short': /\]\((?![^\s()]+\))/,
  'other code': /`|~{2}/,
  quotations: /^[-+*\d.) ]*>/m,
  'lines without a word': /^[-+*=\d.) ]+$/m,
  'tables without an edge': /^ +\||^[^|\n].*(?:\||\n\|)/m,
  'emphasis beside other markup': /[*_]{3}|\*_|_\*|[*_][~[\]\\!]|[~[\]\\!][*_]/,
  'breaks by a backslash': /\\$/m,
};

const doubts = Object.values(doubtful);

/**
 * Whether prose is written as most is: headings, paragraphs, lists, tables, links, emphasis, components. Two
 * parsers that part ways on curious Markdown have been seen to make the same tree of it.
 */
export function isPlain(prose: string): boolean {
  if (doubtfulAnywhere.test(prose)) return false;
  const read = prose.replace(tags, word).replace(code, word);
  return !doubts.some((doubt) => doubt.test(read));
}
