import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { watch } from 'chokidar';
import { reasonOf } from '../source/failure.ts';
import type { Exit } from './exit.ts';
import { tell } from './tell.ts';
import { canRedraw } from './terminal.ts';
import { type Watched, watchedFiles } from './watched-files.ts';

/** How long to wait for what belongs to a change, in milliseconds: few files are written alone. */
const together = 100;

const options = { ignoreInitial: true, ignorePermissionErrors: true };

/**
 * Runs something now, and again whenever plans, files beside them or the configuration change. What
 * fails is told, and watching goes on.
 *
 * @returns how the last run has ended, once the user has pressed Ctrl+C, or nobody reads on
 * @throws {Error} where the system does not let files be watched
 */
export async function watching(watched: Watched, run: () => Promise<Exit>): Promise<Exit> {
  let next = Promise.withResolvers<'changed'>();
  const ended = Promise.race([once(process, 'SIGINT'), once(process.stdout, 'error')]).then(
    () => 'ended' as const,
  );
  const ready = Promise.withResolvers<void>();
  const broken = Promise.withResolvers<never>();
  const { roots, isIgnored } = watchedFiles(watched);
  const watcher = watch([...roots], { ...options, ignored: isIgnored })
    .on('ready', () => ready.resolve())
    .on('all', () => next.resolve('changed'))
    .on('error', (error) => broken.reject(unwatchable(error)));
  try {
    await Promise.race([ready.promise, ended, broken.promise]);
    for (;;) {
      next = Promise.withResolvers();
      const status = await shown(run);
      if ((await Promise.race([ended, broken.promise, next.promise])) === 'ended') return status;
      await setTimeout(together);
    }
  } finally {
    await watcher.close();
  }
}

async function shown(run: () => Promise<Exit>): Promise<Exit> {
  if (canRedraw(process.stdout)) process.stdout.write('\u001b[2J\u001b[H');
  const status = await run().catch(tell);
  process.stderr.write('Watching for changes; Ctrl+C ends\n');
  return status;
}

function unwatchable(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isLimit = code === 'ENOSPC' || code === 'EMFILE';
  const reason = isLimit ? 'the system lets no more of them be watched' : reasonOf(error);
  return new Error(`Cannot watch the files: ${reason}`, { cause: error });
}
