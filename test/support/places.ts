import type { Place } from '../../src/lint/finding.ts';
import type { Range } from '../../src/source/text.ts';

/** The offsets of a finding, which must lie in the text in the right order. */
export function rangeOf(place: Place, text: string): Range {
  const start = offsetOf(place.line, place.column, text);
  const end = offsetOf(place.endLine, place.endColumn, text);
  if (start > end) throw new Error(`A finding ends before it starts: ${JSON.stringify(place)}`);
  return { start, end };
}

function offsetOf(line: number, column: number, text: string): number {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length);
  const start = line === 1 ? 0 : ends[line - 2];
  const next = ends[line - 1] ?? text.length + 1;
  const offset = (start ?? Number.NaN) + column - 1;
  if (column >= 1 && offset < next) return offset;
  throw new Error(`There is no line ${line} with a column ${column}`);
}
