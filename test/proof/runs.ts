/**
 * How often a property is tried. In the tests the plans are the same each time, so that nobody is
 * surprised by another's change; `npm run soak` tries many more, with a seed of its own each time.
 * A failure names its seed: `SEED=… npm run soak` tries it again.
 */
const soak = process.env.SOAK === 'true';

const seed = process.env.SEED ? Number(process.env.SEED) : soak ? Date.now() % 2 ** 31 : 26_10;

export function runs(inTests: number, inSoak: number) {
  // A breaker that asks for a rare sort of plan passes over many others.
  return { numRuns: soak ? inSoak : inTests, seed, endOnFailure: false, maxSkipsPerRun: 1_000 };
}
