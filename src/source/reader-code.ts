import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '..');

/** Where the package says what {@link hashOfReaderCode} told when it was made: it goes without that code. */
export const readerCodeFile = join(source, '../lib/reader-code');

/**
 * Tells versions of the code apart that reads plans.
 *
 * @throws {Error} where that cannot be told
 */
export function readerCode(): string {
  const isSource = existsSync(join(source, 'cli/main.ts'));
  return isSource ? hashOfReaderCode() : readFileSync(readerCodeFile, 'utf8');
}

/** A hash of all the code of this repository that can change which facts are read from a text. */
export function hashOfReaderCode(): string {
  const folders = ['source', 'source/markdown', 'lifecycle', '../schemas'];
  const files = folders.flatMap((folder) => {
    const names = readdirSync(join(source, folder)).sort();
    return names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
  });
  const code = files.map((file) => [file, readFileSync(join(source, file), 'utf8')]);
  return hash('sha256', JSON.stringify(code), 'base64url');
}
