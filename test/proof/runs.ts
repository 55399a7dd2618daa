/**
 * How often a property is tried. In the tests the plans are the same each time, so that nobody is
 * surprised by what somebody else has changed; `npm run soak` tries many more, with another seed
 * each time. A failure names its seed: `SEED=… npm run soak` tries the same plans again.
 */
const soak = process.env.SOAK === 'true';

const seed = process.env.SEED ? Number(process.env.SEED) : soak ? Date.now() % 2 ** 31 : 2610;

export function runs(inTests: number, inSoak: number) {
  return {
    numRuns: soak ? inSoak : inTests,
    seed,
    // The search for the simplest counterexample ends before the test does, and what was not tried
    // to the end has not passed.
    interruptAfterTimeLimit: soak ? 10_000_000 : 55_000,
    markInterruptAsFailure: true,
  };
}
