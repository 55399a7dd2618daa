import { expect, test } from 'vitest';
import { buildPattern, compareReleases, releasePattern } from '../../src/lifecycle/releases.ts';

test('releases compare as numbers, part by part', () => {
  const inOrder = ['24.1', '26.1', '26.1.1', '26.1.2', '26.1.10', '26.2', '26.9', '26.10', '27.1'];
  for (const [index, release] of inOrder.entries()) {
    expect(compareReleases(release, release)).toBe(0);
    for (const newer of inOrder.slice(index + 1)) {
      expect(compareReleases(release, newer)).toBeLessThan(0);
      expect(compareReleases(newer, release)).toBeGreaterThan(0);
    }
  }
});

test('numbers too large for a float still compare', () => {
  expect(compareReleases('26.9007199254740993', '26.9007199254740992')).toBeGreaterThan(0);
});

test.each(['26.1', '26.10', '26.1.2', '99.123.4'])('%s is a release', (text) => {
  expect(text).toMatch(releasePattern);
});

test.each(['26', '26.0', '26.01', '26.1.0', '126.1', '26.1.', 'v26.1', '26.1-rc'])(
  '%s is none',
  (text) => {
    expect(text).not.toMatch(releasePattern);
  },
);

test.each(['5120.2026-01-09T17:05:00Z', '5120.2026-01-09T17:05:00+01:00', '1.2026-01-09T17:05Z'])(
  '%s is a build',
  (text) => {
    expect(text).toMatch(buildPattern);
  },
);

test.each(['5120', '5120.2026-01-09', '5120.2026-13-09T17:05:00Z', 'x.2026-01-09T17:05:00Z'])(
  '%s is no build',
  (text) => {
    expect(text).not.toMatch(buildPattern);
  },
);
