import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { Claims } from '../../../src/cli/ahead/claims.ts';

/** The files that another thread would take, in its order. */
function takeAll(claims: Claims): number[] {
  const files = [];
  for (let share = claims.takeLast(); share; share = claims.takeLast()) {
    for (let file = share.first; file < share.end; file++) files.push(file);
    claims.finish(share);
  }
  return files;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each([0, 1, 7, 8, 9, 100])('every one of %i files is taken once from the back', (count) => {
  const taken = takeAll(new Claims(count));
  expect(taken.toSorted((a, b) => a - b)).toEqual(upTo(count));
});

test('a file belongs to the thread that asks first, with its neighbours', () => {
  const claims = new Claims(20);
  expect(claims.awaitOrTake(3)).toBe(false);
  expect(takeAll(new Claims(20, claims.shared))).toEqual([16, 17, 18, 19, ...upTo(16).slice(8)]);
  expect(upTo(20).map((file) => claims.awaitOrTake(file))).toEqual(
    upTo(20).map((file) => file >= 8),
  );
});

test('a file that another thread is about to read is waited for', async () => {
  const claims = new Claims(1);
  const share = claims.takeLast();
  const code = `
    const { workerData } = require('node:worker_threads');
    const states = new Int32Array(workerData);
    setTimeout(() => { Atomics.store(states, 0, 3); Atomics.notify(states, 0); }, 50);`;
  const worker = new Worker(code, { eval: true, workerData: claims.shared });
  await new Promise((done) => worker.once('online', done));
  expect(share).toBeDefined();
  expect(claims.awaitOrTake(0)).toBe(true);
  await worker.terminate();
});

test('a thread that does not answer is waited for once, and never for its other files', () => {
  const claims = new Claims(100, undefined, 20);
  const dead = new Claims(100, claims.shared);
  const shares = [dead.takeLast(), dead.takeLast(), dead.takeLast()];
  expect(claims.awaitOrTake(99)).toBe(false);
  for (const share of shares) if (share) dead.finish(share);
  expect(upTo(100).map((file) => claims.awaitOrTake(file))).not.toContain(true);
});
