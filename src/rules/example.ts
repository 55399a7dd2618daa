/**
 * An example of a rule. It is an excerpt: its blocks stand in a plan that is otherwise in order, so
 * that only what matters is shown. `environments` are taken over one by one, other blocks whole.
 *
 * What a finding points at is marked in the excerpt: `val: «5»`. The marks are not part of the text.
 */
export interface Example {
  /** What the example shows, where the excerpt does not say it by itself. */
  readonly title?: string;
  /** The excerpt, or the whole file where `file` is given. */
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
  /** Excerpts of other customers' plans that are checked in the same run. */
  readonly beside?: readonly string[];
}

/** A multi-line text without the indentation that its place in the code gives it. */
export function text(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const raw = String.raw({ raw: strings.raw }, ...values)
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n');
  const margins = raw
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...margins);
  return raw
    .split('\n')
    .map((line) => line.slice(margin))
    .join('\n');
}
