import { type Exit, exit } from './exit.ts';

/** Says why a command could not do its job. */
export function tell(error: unknown): Exit {
  process.stderr.write(`${reasonOf(error)}\n`);
  return exit.failure;
}

/** A mistake of the program shows where it is; so does everything when debugging. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env.WAYPOST_DEBUG ? (error.stack ?? error.message) : error.message;
}
