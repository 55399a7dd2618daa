/**
 * An example of a rule. It is an excerpt: its blocks stand in a plan that is otherwise in order, so
 * that only what matters is shown. `environments` are taken over one by one, other blocks whole.
 *
 * What a finding points at is marked in the excerpt: `val: «5»`. The marks are not part of the text.
 */
export interface Example {
  /** What the example shows, where the excerpt does not say it by itself. */
  readonly title?: string;
  /**
   * The excerpt, or the whole file where `file` is given. An excerpt of an MDX plan begins with its
   * front matter, which may be empty.
   */
  readonly text: string;
  /** The messages of the findings, in the order of their marks; none for a good example. */
  readonly finds?: readonly string[];
  /**
   * The plan around the excerpt: nothing has happened yet, so that no evidence is owed (`planned`),
   * or the customer is live and all evidence is there (`live`).
   */
  readonly around?: 'planned' | 'live';
  /** The name of the file, where the text is a whole file. */
  readonly file?: string;
  /** Excerpts of other plans that are checked in the same run, in files that come before this one. */
  readonly beside?: readonly (string | { readonly file: string; readonly text: string })[];
}

/**
 * A multi-line text without the indentation that its place in the code gives it. A value of several
 * lines keeps the indentation of the line in which it is put in.
 */
export function text(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const raw = String.raw({ raw: strings.raw.map(unescaped) }, ...values.map(indented(strings.raw)))
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n');
  const lines = raw.split('\n');
  const margins = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...margins);
  return lines.map((line) => line.slice(margin)).join('\n');
}

function indented(strings: readonly string[]): (value: string, index: number) => string {
  return (value, index) => {
    const indentation = /(?:^|\n)( *)$/.exec(strings[index] ?? '')?.[1] ?? '';
    return value.replaceAll('\n', `\n${indentation}`);
  };
}

/** Back quotes and `$` need a backslash in the code, and have none in the text. */
function unescaped(part: string): string {
  return part.replace(/\\([`$])/g, '$1');
}
