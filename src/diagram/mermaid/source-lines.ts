/**
 * Translates a line that mermaid's parser names into a line of the text as written: before it parses, mermaid drops the
 * front matter, comments with the empty lines before them, and empty lines at the start.
 *
 * @param source - the text as written.
 * @param line - line that the parser names, from 1.
 * @returns line of the source, from 1; the last one when the parser points behind the end.
 */
export function lineBeforeCleaning(source: string, line: number): number {
  const lines = source.split(/\r?\n/);
  const kept = keptLines(lines);
  return kept[line - 1] ?? lines.length;
}

function keptLines(lines: string[]): number[] {
  const kept: number[] = [];
  let empty: number[] = [];
  for (let index = bodyStart(lines); index < lines.length; index++) {
    const text = (lines[index] ?? '').trim();
    if (isComment(text)) {
      empty = [];
    } else if (text === '') {
      empty.push(index + 1);
    } else {
      if (kept.length > 0) kept.push(...empty);
      kept.push(index + 1);
      empty = [];
    }
  }
  return kept;
}

function isComment(text: string): boolean {
  return text.startsWith('%%') && text.length > 2;
}

function bodyStart(lines: string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines[first]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > first && line.trim() === '---');
  return end < 0 ? 0 : end + 1;
}
