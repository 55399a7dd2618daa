import { expect, test } from 'vitest';
import { deviating, reported, sound } from './reported.ts';

interface Entry {
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number } };
}

/** What GitLab’s documentation of the Code Quality report asks of an entry. */
const entry = {
  description: expect.stringMatching(/^[a-z-]+(\/[a-z-]+)?: \S/),
  check_name: expect.stringMatching(/\S/),
  fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
  severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
  location: {
    path: expect.stringMatching(/^(?![./]).+/),
    lines: { begin: expect.any(Number), end: expect.any(Number) },
  },
};

const plans = {
  'a.yaml': deviating,
  'b.mdx': '---\n---\n\nhttps://example.com https://example.com\n',
};

test('a clean run is an empty list', async () => {
  expect(JSON.parse((await reported('gitlab', { 'plan.yaml': sound })).text)).toEqual([]);
});

test('each finding is an entry, on its line', async () => {
  const { text, findings } = await reported('gitlab', plans, { folder: 'sub/' });
  const entries = JSON.parse(text);
  expect(entries).toEqual(findings.map(() => entry));
  expect(entries.map(({ location }: Entry) => [location.path, location.lines.begin])).toEqual(
    findings.map(({ file, line }) => [`sub/${file}`, line]),
  );
});

test('fingerprints are unique, even of findings alike, and stay when lines move', async () => {
  const prints = async (text: string) =>
    JSON.parse((await reported('gitlab', { ...plans, 'a.yaml': text })).text).map(
      ({ fingerprint }: Entry) => fingerprint,
    );
  const before = await prints(deviating);
  expect(new Set(before).size).toBe(before.length);
  expect(await prints(`\n\n${deviating}`)).toEqual(before);
});

test('an accepted deviation is there for information', async () => {
  const { text } = await reported('gitlab', { 'a.yaml': deviating });
  const severities = JSON.parse(text).map((one: Entry) => [one.check_name, one.severity]);
  expect(severities).toEqual([
    ['pair-incomplete', 'major'],
    ['iq-late', 'info'],
  ]);
});
