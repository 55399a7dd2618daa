import type { WriteStream } from 'node:tty';

/** Where something is written; a terminal where it has what makes one. */
type Stream = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'hasColors'>>;

/**
 * Whether color is understood where something is written. `NO_COLOR` turns it off everywhere,
 * `FORCE_COLOR` on, unless it is `0` or `false`; else a terminal has it that is not `dumb`.
 */
export function supportsColor(stream: Stream): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.hasColors?.() ?? false;
}

/** Whether what is written can be taken back: on a terminal that knows how. */
export function canRedraw(stream: Stream): boolean {
  return Boolean(stream.isTTY) && process.env.TERM !== 'dumb';
}
