import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { escaped } from '../lifecycle/words.ts';

/**
 * What changes in a file, as a unified diff. Characters that a terminal would act upon are shown by their
 * numbers.
 *
 * @param file its path as it is shown
 */
export function patchOf(file: string, before: string, after: string): string {
  const name = escaped(file);
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch.split('\n').map(visible).join('\n');
}

/** Tabs and the end of the line stay as they are. */
function visible(line: string): string {
  const end = line.endsWith('\r') ? '\r' : '';
  const text = line.slice(0, line.length - end.length);
  return text.split('\t').map(escaped).join('\t') + end;
}
