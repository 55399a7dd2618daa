import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import { formats } from '../../src/report/index.ts';
import { deviating } from '../report/reported.ts';
import { portfolioOf } from '../support/portfolio/index.ts';
import { waypostHere } from '../support/waypost-here.ts';
import { notations } from './notations/notation.ts';
import { render, type Value } from './notations/render.ts';
import { validPlans } from './plans/index.ts';
import { runs } from './runs.ts';

const names = Object.keys(formats);

/** What makes findings of every kind: those that can be mended, across plans, in prose, and of reading. */
const damages: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace('contractSigned', 'contractSignd'),
  (text) => text.replace(/^goLive: .*$/m, 'goLive: tomorrow'),
  (text) => `${text}\n[`,
  (text) => `${text}\n\nThe preprod is [there](/plans/a/#nowhere), and [so is it](/plans/b/).\n`,
  (text) => `${text}\n\n1) See [the report](reports/none.pdf), 😀 \u202e and <Nothing />.\n`,
  (text) => `${text}\nx-note: \u0007`,
];

interface Written {
  readonly file: string;
  readonly content: string | Uint8Array;
}

const written: fc.Arbitrary<Written> = fc
  .record({
    plan: validPlans(),
    notation: notations,
    folder: fc.constantFrom('', 'north/', 'south/'),
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    damage: fc.constantFrom(...damages),
    flaw: fc.constantFrom('none', 'none', 'none', 'none', 'misnamed', 'not UTF-8'),
  })
  .map(({ plan, notation, folder, id, damage, flaw }) => {
    const { file, text } = render(plan as Value, notation, { id: `${folder}${id}` });
    const content = damage(text);
    return {
      file: flaw === 'misnamed' ? file.replace(/\.yaml$/, '.yml') : file,
      content: flaw === 'not UTF-8' ? new Uint8Array([0x61, 0x0a, 0xff, 0xfe]) : content,
    };
  });

const portfolios = fc.uniqueArray(written, { maxLength: 9, selector: ({ file }) => file });

const settings = fc.constantFrom(
  undefined,
  'rules:\n  go-live-gap: off\n  remark-lint: error\n',
  'overrides:\n  - plans: [a]\n    rules: { prose-term: error, duplicate-customer: off }\n',
);

const asked = fc.constantFrom<string[]>([], ['--quiet'], ['--max-warnings', '0'], ['--color']);

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a made-up portfolio with findings of every kind, in shards and merged', async () => {
  const damaged = portfolioOf(28).map(({ name, content }, index) => ({
    file: name,
    content: damages[index % damages.length]?.(content) ?? content,
  }));
  const [first] = damaged;
  const further = { file: `further/${first?.file}`, content: first?.content ?? '' };
  const waived = ['quillon-bay', 'quillon'].map((id) => ({
    file: `${id}.yaml`,
    content: deviating,
  }));
  const { json = '', sarif } = await proved([...damaged, further, ...waived], undefined, []);
  const { findings } = JSON.parse(json) as { findings: Finding[] };
  const kinds = new Set(findings.map(({ rule }) => rule.split('/')[0]));
  const rules = ['duplicate-customer', 'duplicate-plan', 'yaml-syntax', 'unknown-key'];
  expect([...kinds]).toEqual(expect.arrayContaining([...rules, 'prose-term', 'remark-lint']));
  expect(findings.some(({ waived }) => waived !== null)).toBe(true);
  expect(sarif).toContain('"fixes": [');
});

test('what shards have found is, once merged, what one run finds, in every format', async () => {
  await fc.assert(
    fc.asyncProperty(portfolios, settings, asked, async (plans, configuration, options) => {
      await proved(plans, configuration, options);
    }),
    runs(12, 500),
  );
});

/** Expects the same of any number of shards as of one run; gives the reports of that one. */
async function proved(
  plans: readonly Written[],
  configuration: string | undefined,
  options: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-shards-'));
  try {
    mkdirSync(join(folder, 'content/plans'), { recursive: true });
    for (const { file, content } of plans) {
      const path = join(folder, 'content/plans', file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    if (configuration) writeFileSync(join(folder, 'waypost.config.yaml'), configuration);
    const whole = await reported(folder, ['lint', ...options]);
    for (const count of [1, 2, 3, 7]) {
      const shards = await split(folder, count);
      expect(await reported(folder, ['merge', shards, ...options])).toEqual(whole);
    }
    return whole.reports;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lints a portfolio in so many shards; gives the folder of their reports. */
async function split(folder: string, count: number): Promise<string> {
  const reports = `reports/${count}`;
  mkdirSync(join(folder, reports), { recursive: true });
  for (let number = 1; number <= count; number++) {
    const json = `json=${reports}/${number}.json`;
    const shard = ['--shard', `${number}/${count}`, '--format', json];
    await waypostHere(['lint', ...shard], folder);
  }
  return reports;
}

/** What a command reports in every format, and what else can be seen of it. */
async function reported(folder: string, args: readonly string[]) {
  const output = mkdtempSync(join(tmpdir(), 'waypost-shards-'));
  try {
    const outputs = names.flatMap((name) => ['--format', `${name}=${join(output, name)}`]);
    vi.stubEnv('GITHUB_STEP_SUMMARY', join(output, 'summary'));
    const run = await waypostHere([...args, ...outputs], folder);
    const reports = readdirSync(output).map((name) => [
      name,
      readFileSync(join(output, name), 'utf8'),
    ]);
    return { run, reports: Object.fromEntries(reports) as Record<string, string> };
  } finally {
    rmSync(output, { recursive: true });
  }
}
