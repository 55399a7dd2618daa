import { longDate } from './format/dates.ts';
import { href } from './links.ts';
import { type Entry, nameOf } from './portfolio.ts';

/** Styles with the line below each printed page of a plan: whose it is, and as of which day. */
export function paperLine(entry: Entry): string {
  const { statusDate } = entry.plan?.facts ?? {};
  const line = [shortened(nameOf(entry)), statusDate && `status of ${longDate(statusDate)}`];
  const text = line.filter(Boolean).join(' · ');
  return `:root { --wp-paper-line: ${cssString(text)}; }\n`;
}

/** Loads these styles for print; a file, since the pages' policy allows no styles in a page. */
export function paperLink({ slug }: Entry) {
  const attrs = { rel: 'stylesheet', media: 'print', href: href(`/plans/${slug}.css`) };
  return { tag: 'link', attrs } as const;
}

/** The line has to fit beside the number of the page. */
function shortened(name: string): string {
  const characters = [...name];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : name;
}

/** A text as a string of CSS in which nothing but letters and digits stands for itself. */
export function cssString(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replace(/[^A-Za-z0-9 ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
