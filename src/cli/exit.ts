/** What the exit status of every command means. */
export const exit = {
  /** Nothing to complain of. */
  ok: 0,
  /** There are findings: an error, or more warnings than allowed. */
  findings: 1,
  /** `diff --exit-code`: something has changed. */
  changes: 1,
  /** The command could not do its job. */
  failure: 2,
} as const;

export type Exit = (typeof exit)[keyof typeof exit];

/** Takes the exit status of a command. */
export type Finish = (status: Exit) => void;
