import type { Range } from '../source/text.ts';

/** A stretch of an example, marked or not. */
export interface MarkedStretch {
  readonly text: string;
  readonly marked: boolean;
}

/** Splits a text at its marks, which do not overlap and stand in order. */
export function markedText(text: string, marks: readonly Range[]): MarkedStretch[] {
  const stretches: MarkedStretch[] = [];
  let end = 0;
  for (const mark of marks) {
    stretches.push({ text: text.slice(end, mark.start), marked: false });
    stretches.push({ text: text.slice(mark.start, mark.end), marked: true });
    end = mark.end;
  }
  stretches.push({ text: text.slice(end), marked: false });
  return stretches.filter((stretch) => stretch.text !== '');
}
