import type { Range } from '../../../src/source/text.ts';
import type { Rendered } from '../notations/render.ts';

/** Breakers of the text itself, so that no data can be read from it. */

export interface SyntaxBreaker {
  readonly title: string;
  /** Breaks a plain text, and says where, as far as that is for the plan format to say. */
  readonly breaks: (written: Rendered) => { text: string; at?: Range } | undefined;
}

/** Puts text in at an offset; the finding is to point at it, or at a part of it. */
function put(text: string, offset: number, added: string, wrong = added) {
  const start = offset + added.indexOf(wrong);
  return {
    text: text.slice(0, offset) + added + text.slice(offset),
    at: { start, end: start + wrong.length },
  };
}

/** Puts text in the place of a value. */
function instead({ text, place }: { text: string; place: Range | undefined }, value: string) {
  if (!place) return undefined;
  return put(text.slice(0, place.start) + text.slice(place.end), place.start, value);
}

const value = (written: Rendered, path: string) => ({
  text: written.text,
  place: written.place(path),
});

/** The offset at which the data end. */
function end({ file, text }: Rendered): number {
  return file.endsWith('.mdx') ? text.indexOf('\n---\n', 3) + 1 : text.length;
}

export const syntaxBreakers: Readonly<Record<string, readonly SyntaxBreaker[]>> = {
  'yaml-syntax': [
    {
      title: 'a key twice',
      breaks: (written) => put(written.text, end(written), 'customer: Again\n', 'customer'),
    },
    {
      title: 'a merge key',
      breaks: (written) => put(written.text, end(written), '<<: { goLive: never }\n', '<<'),
    },
    {
      title: 'an alias of nothing',
      breaks: (written) => instead(value(written, 'goLive'), '*nowhere'),
    },
    {
      title: 'a tag',
      breaks: (written) => {
        const place = written.place('goLive');
        return place && put(written.text, place.start, '!!str ', '!!str');
      },
    },
    {
      title: 'a tab in the indentation',
      breaks: ({ text }) => {
        const indented = text.search(/\n {2}[a-z]/);
        return indented < 0
          ? undefined
          : put(text.slice(0, indented + 1) + text.slice(indented + 3), indented + 1, '\t');
      },
    },
    {
      title: 'a character that YAML does not allow',
      breaks: (written) => put(written.text, end(written), '# a \u0007 bell\n', '\u0007'),
    },
    {
      title: 'a second document',
      breaks: ({ file, text }) =>
        file.endsWith('.mdx')
          ? undefined
          : put(text, text.length, '---\ncustomer: Another\n', '---'),
    },
    {
      title: 'a bracket that is never closed',
      breaks: (written) => {
        const broken = instead(value(written, 'customer'), '[ a');
        return broken && { text: broken.text };
      },
    },
    {
      title: 'a quotation mark that is never closed',
      breaks: (written) => {
        const broken = instead(value(written, 'customer'), '"a');
        return broken && { text: broken.text };
      },
    },
    { title: 'a list', breaks: () => ({ text: '- customer: Acme\n' }) },
    { title: 'nothing', breaks: () => ({ text: '' }) },
    {
      title: 'too many levels',
      breaks: (written) => ({
        text: put(written.text, end(written), `x-deep: ${'['.repeat(70)}${']'.repeat(70)}\n`).text,
      }),
    },
  ],
  'mdx-syntax': [
    {
      title: 'a component that is never closed',
      breaks: ({ file, text }) =>
        file.endsWith('.mdx') ? { text: `${text}\n<Note>\n\nIt is not closed.\n` } : undefined,
    },
    {
      title: 'a brace that is never closed',
      breaks: ({ file, text }) =>
        file.endsWith('.mdx') ? { text: `${text}\nThere are {many of them.\n` } : undefined,
    },
  ],
};
