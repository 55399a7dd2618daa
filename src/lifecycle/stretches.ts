/** A stretch of a message: plain text, or something quoted in back quotes. */
export interface Stretch {
  readonly text: string;
  readonly code: boolean;
}

/** Splits a message at its back quotes. A back quote without a partner is plain text. */
export function stretches(message: string): Stretch[] {
  // What the group holds stands at every second place.
  return message
    .split(/`([^`]+)`/)
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
