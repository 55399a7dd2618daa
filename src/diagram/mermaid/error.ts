/** Why a mermaid text cannot be drawn. */
export type MermaidProblem = 'syntax' | 'unsupported' | 'too-large';

/** A mermaid text that cannot be drawn, in mermaid's own words, and where, if mermaid says so. */
export class MermaidError extends Error {
  override readonly name = 'MermaidError';
  readonly problem: MermaidProblem;
  /** Line of the source as the author wrote it, from 1. */
  readonly line: number | undefined;

  /**
   * @param problem - what kind of fault it is.
   * @param message - what is wrong, for the author of the text.
   * @param line - line of the source, from 1, if known.
   * @param cause - the error this one stands for.
   */
  constructor(problem: MermaidProblem, message: string, line?: number, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
    this.line = line;
  }
}
