import { constants } from 'node:fs';
import { access, readFile, realpath } from 'node:fs/promises';
import { decode } from '../source/text.ts';
import { writeWhole } from './write-whole.ts';

/** Editors of some systems begin a file with it; it is no part of the text. */
const mark = '\uFEFF';

/**
 * Replaces the text of a plan’s file, at once or not at all. A link stays a link, and the file keeps its
 * mode and its byte order mark.
 *
 * @param before the text that was read from it
 * @param after the text that it is to have
 * @throws {Error} when the file cannot be written, or holds another text by now
 */
export async function writePlan(file: string, before: string, after: string): Promise<void> {
  const path = await realpath(file);
  const bytes = await readFile(path);
  const { text } = decode(bytes);
  if (text === after) return;
  if (text !== before) throw new Error('somebody has changed it in the meantime');
  // To take the place of a file asks for no right to write into it.
  await access(path, constants.W_OK);
  await writeWhole(path, bytes.indexOf(mark) === 0 ? mark + after : after);
}
