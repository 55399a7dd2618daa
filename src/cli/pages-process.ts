import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('bin.mjs', import.meta.url));

/** Why the pages could not be made, as their process tells it. */
export interface PagesFailure {
  readonly message: string;
  readonly stack?: string | undefined;
}

/** How a process ended: by itself, or by a signal. */
interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Makes the pages of the site in a process of its own. It needs much memory, and so does the search: in
 * this way never both at once.
 *
 * @param args what `waypost pages` is told
 * @throws {Error} when the pages cannot be made
 */
export async function makePages(args: readonly string[]): Promise<void> {
  // The bundler's memory goes back to the system as soon as it is free.
  const env = { ...process.env, MIMALLOC_PURGE_DELAY: '0' };
  const child = fork(program, ['pages', ...args], { env });
  let failure: PagesFailure | undefined;
  child.on('message', (told: PagesFailure) => {
    failure = told;
  });
  const { status, signal } = await new Promise<Ending>((done, fail) => {
    child.on('error', fail);
    child.on('close', (status, signal) => done({ status, signal }));
  });
  if (failure) throw Object.assign(new Error(failure.message), { stack: failure.stack });
  if (signal !== null) {
    throw new Error(
      `The pages could not be made: their process was ended by ${signal}, as happens where memory runs out.`,
    );
  }
  if (status !== 0) throw new Error('The pages could not be made, see above.');
}
