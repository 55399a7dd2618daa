import fc from 'fast-check';
import { cases } from './cases.ts';
import { type Case, Linter } from './linter.ts';

export interface Effort {
  readonly cases: number;
  readonly seed: number;
  /** After which no further case is begun. */
  readonly seconds: number;
  /** Where a failure leads to, as it is printed: `1:0:2`. */
  readonly path?: string | undefined;
}

export interface Outcome {
  readonly tried: number;
  /** The simplest file that was found to do harm, what it does, and how to try it again. */
  readonly failure:
    | { readonly file: Case; readonly fault: string; readonly replay: string }
    | undefined;
}

/** Gives the linter files until one of them does what none may do. */
export async function fuzz(
  { cases: numRuns, seed, seconds, path }: Effort,
  linter = new Linter(),
  files = cases,
): Promise<Outcome> {
  try {
    const property = fc.asyncProperty(files, async (file) => {
      const { fault } = await linter.lint(file);
      if (fault !== undefined) throw new Error(fault);
    });
    const result = await fc.check(property, {
      numRuns,
      seed,
      path: path ?? '',
      interruptAfterTimeLimit: seconds * 1000,
    });
    const [file] = result.counterexample ?? [];
    const { errorInstance: error } = result;
    const replay = `npm run fuzz -- --seed ${result.seed} --path ${result.counterexamplePath}`;
    const fault = error instanceof Error ? error.message : String(error);
    return { tried: result.numRuns, failure: file && { file, fault, replay } };
  } finally {
    linter.stop();
  }
}
