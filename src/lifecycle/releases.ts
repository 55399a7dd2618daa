/**
 * Release numbers: `YY.N` for a functional release, `YY.N.H` for a hotfix of it.
 * They compare as numbers, part by part: 26.9 comes before 26.10, and 26.1 before 26.1.1.
 */

export const releasePattern = /^\d{2}\.[1-9]\d*(\.[1-9]\d*)?$/;

/** A unique number, a dot, and the ISO 8601 date and time of the build. */
export const buildPattern =
  /^\d+\.\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/;

/** Negative when `a` is the older release, positive when it is the newer one, 0 when they are the same. */
export function compareReleases(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [numbersIn(a), numbersIn(b)];
  for (const part of [0, 1, 2]) {
    const [one, other] = [left[part] ?? 0n, right[part] ?? 0n];
    if (one < other) return -1;
    if (one > other) return 1;
  }
  return 0;
}

function numbersIn(release: string): bigint[] {
  return release.split('.').map(BigInt);
}
