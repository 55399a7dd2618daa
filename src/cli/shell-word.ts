import { printable } from '../lifecycle/words.ts';

/** A path as a shell takes it, with nothing that a terminal would act upon. */
export function shellWord(path: string): string {
  const shown = printable(path);
  return /^[\w./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
