import type { Case } from './linter.ts';

/**
 * Files that have kept the linter busy for longer than it may take, or have filled more memory, each by one
 * thing alone and as large as a file may be.
 */
export const heavy: Readonly<Record<string, Case>> = {
  ...named('plan.mdx', {
    'an address that may end at each of its dots': `www.a${'.'.repeat(65_000)}b`,
    'an address that may end at each reference': `www.a/${`&${'a'.repeat(24)};`.repeat(2400)}b`,
    'words behind an open bracket': `x [${'w '.repeat(32_000)}{/* */}`,
    'words behind open brackets': `[${'w '.repeat(4990)}\n\n`.repeat(6),
    'brackets in brackets': `${'['.repeat(1240)}${'\t%'.repeat(29_000)}${'] '.repeat(1240)}`,
    'text in brackets in brackets': `${'['.repeat(700)}${'ß'.repeat(34_000)}${']x'.repeat(700)}`,
    'emphasis that never ends': `${'_* '.repeat(1245)}\n\n`.repeat(17),
    'titles that never end': `${'[a](b ('.repeat(620)}${'%\t'.repeat(30_000)}`,
    'lists in quotations': `${'>- '.repeat(5)}a\n`.repeat(3600),
    'quotations in quotations': `${'>'.repeat(20)}a\n\n`.repeat(1990),
    'quotations in footnotes': `[^a]: ${'>'.repeat(85)}a\n\n`.repeat(690),
    'footnotes in footnotes': `${'[^a]: '.repeat(1200)}x${'\n'.repeat(3900)}`,
    'short quotations': '> a\n\n'.repeat(1990),
    'underlined headings': 'a\n=\n\n'.repeat(1300),
  }),
  ...named('plan.yaml', {
    'aliases of a long text': `sites: [&x "${'z'.repeat(500_000)}"${', *x'.repeat(90_000)}]`,
    'aliases of a long text that waive': `sites: [&x "${'z'.repeat(100_000)}"]\nwaivers: [${'*x, '.repeat(20_000)}]`,
    'the same wrong keys again and again': `contacts:\n${'  - {a: 1, b}\n'.repeat(19_000)}`,
    'many wrong values in one line': `contacts: [${'{a: 1, b}, '.repeat(19_000)}]`,
    'many unknown keys in one line': `environments: { val: { ${keys(45_000)} } }`,
    'many changes in one line': `environments: { val: { changes: [${'{date: 2026-01-01, summary: a, ecr: E}, '.repeat(13_000)}] } }`,
    'a long id that others are to name': `environments: { val-${'a'.repeat(400_000)}: { kind: val }, pre-prod: {} }\nvalidations:\n${'  - {environment: pre-prod, started: 2026-03-01}\n'.repeat(8000)}`,
    'upgrades without a day': `environments: { prod: { release: "99.1", main: {}, test: {} } }\nupgrades:\n${'  - {release: "27.1", val: val-2}\n'.repeat(9000)}`,
    'upgrades without a validation': `environments: { val-2: { kind: val } }\nupgrades:\n${'  - {release: "27.1", val: val-2, upgraded: 2027-01-01}\n'.repeat(6000)}validations:\n${'  - {environment: x, started: 2026-01-01}\n'.repeat(9000)}`,
    'changes for findings that nobody has': `environments:\n  pre-prod:\n    changes:\n${'      - {date: 2026-03-01, summary: a, finding: x}\n'.repeat(5000)}validations:\n${'  - {environment: pre-prod, started: 2026-01-01}\n'.repeat(5000)}`,
    'misspelt findings among many': `environments:\n  val:\n    changes:\n${lines(6000, (i) => `      - {date: 2026-03-01, summary: a, finding: F-${i}x}`)}validations:\n  - environment: val\n    findings:\n${lines(6000, (i) => `      - {id: F-${i}}`)}`,
    'upgrades with the same validations': `environments: { val-27: { kind: val } }\nupgrades:\n${'  - {release: "27.1", val: val-27, upgraded: 2027-06-01}\n'.repeat(6000)}validations:\n${'  - {environment: val-27, completed: 2027-05-01}\n'.repeat(6000)}`,
    'misspelt names among many': `environments:\n${lines(500, (i) => `  val-${i}: { kind: val, main: {}, test: {} }`)}transfers:\n${lines(5000, (i) => `  - {date: 2026-01-01, from: vol-${i}, to: vol-${i}.main, what: configuration, method: copy}`)}`,
  }),
};

/** Plans that are in order but for what is in these texts. */
function named(file: string, texts: Readonly<Record<string, string>>): Record<string, Case> {
  const data = 'customer: Harrow\nstatusDate: 2026-09-21\n';
  const before = file === 'plan.mdx' ? `---\n${data}---\n\n` : data;
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      { name: file, bytes: Buffer.from(before + text) },
    ]),
  );
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

function keys(count: number): string {
  return Array.from({ length: count }, (_, index) => `k${index}: 1`).join(', ');
}
