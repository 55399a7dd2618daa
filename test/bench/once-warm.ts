/** How long work takes once it has been done some times, in milliseconds: the median of many rounds. */
export async function onceWarm(work: (round: number) => unknown): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 300; round++) {
    const started = performance.now();
    await work(round);
    if (round >= 100) rounds.push(performance.now() - started);
  }
  return rounds.toSorted((a, b) => a - b)[rounds.length / 2] ?? 0;
}
