/**
 * How often a property is tried. In the tests the plans are the same each time, so that nobody is
 * surprised by what somebody else has changed; `npm run soak` tries many more, with another seed
 * each time. A failure names its seed: `SEED=… npm run soak` tries the same plans again.
 */
const soak = process.env.SOAK === 'true';

const seed = process.env.SEED ? Number(process.env.SEED) : soak ? Date.now() % 2 ** 31 : 2610;

/** Each mutant of the code runs the tests anew: what most plans notice, the first few do. */
const mutated = process.env.STRYKER_MUTATOR_WORKER !== undefined;

export function runs(inTests: number, inSoak: number) {
  return {
    numRuns: soak ? inSoak : mutated ? Math.ceil(inTests / 5) : inTests,
    seed,
    endOnFailure: mutated,
    // The search for the simplest counterexample ends before the test does, and what was not tried
    // to the end has not passed.
    interruptAfterTimeLimit: soak ? 10_000_000 : 55_000,
    markInterruptAsFailure: true,
  };
}
