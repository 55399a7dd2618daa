import { escaped } from '../lifecycle/words.ts';
import { reasonOf } from '../source/failure.ts';

/**
 * Puts a result where it is wanted.
 *
 * @param file path of a file; standard output where none is named
 * @param what what it is, for the message where that fails
 * @throws {Error} when the file cannot be written
 */
export async function output(
  text: string,
  file: string | undefined,
  what = 'the report',
): Promise<void> {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    const { writeOutput } = await import('./write-output.ts');
    await writeOutput(file, text);
  } catch (error) {
    throw new Error(`Cannot write ${what} to ${escaped(file)}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}
