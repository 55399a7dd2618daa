/** A stretch of a message: plain text, or something quoted in back quotes. */
export interface Stretch {
  readonly text: string;
  readonly code: boolean;
}

/** Splits a message at its back quotes. A back quote without a partner is plain text. */
export function stretches(message: string): Stretch[] {
  return message
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => {
      const code = part.length > 2 && part.startsWith('`') && part.endsWith('`');
      return { text: code ? part.slice(1, -1) : part, code };
    });
}
