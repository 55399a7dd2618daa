import { canRedraw } from './terminal.ts';

/** How long work may take before it says how far it is, in milliseconds. */
const patience = 500;

/**
 * A line on standard error that tells how far long work is. Only on a terminal, and only once the
 * work takes long enough to wonder about.
 *
 * @param what what is being done, such as "Reading plans"
 */
export function progressLine(what: string): {
  update(done: number, total: number): void;
  end(): void;
} {
  const started = Date.now();
  let shown = false;
  return {
    update(done, total) {
      if (!canRedraw(process.stderr) || Date.now() - started < patience) return;
      process.stderr.write(`\r${what} ${done}/${total}`);
      shown = true;
    },
    end() {
      if (shown) process.stderr.write('\r\u001b[2K');
    },
  };
}
