/**
 * `npm run mutants -- [--concurrency n] [part…]`: changes the code in one small way after another
 * and asks which of the changes no test notices. Those are listed, in `reports/mutants` as well; it
 * fails where they are too many.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { type Part, partNamed, parts } from '../test/support/mutants/parts.ts';

/** The share of the changes that the tests must notice, in percent. */
const least = 90;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: 'string' } },
});

async function mutate({ id, code }: Part): Promise<MutantResult[]> {
  // Tells test/mutants.config.ts, in the processes that Stryker starts, which tests to run.
  process.env.MUTANTS_PART = id;
  return new Stryker({
    mutate: [...code],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutants.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // What runs once, when a file is loaded, is words and tables: the page of a rule above all.
    ignoreStatic: true,
    // A survivor takes seconds on a busy machine; it must not look like a loop without end.
    timeoutMS: 60_000,
    ignorePatterns: ['dist', '.astro', 'reports'],
    tempDirName: join(tmpdir(), `waypost-mutants-${id}`),
    // Stryker looks into tsconfig.json in a way that TypeScript 7 does not support.
    tsconfigFile: 'none.json',
    reporters: ['clear-text', 'html', 'json', process.stdout.isTTY ? 'progress' : 'dots'],
    clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false },
    htmlReporter: { fileName: `reports/mutants/${id}.html` },
    jsonReporter: { fileName: `reports/mutants/${id}.json` },
    ...(values.concurrency && { concurrency: Number(values.concurrency) }),
  }).runMutationTest();
}

/** What became of the mutants of a part, or of all. */
class Tally {
  readonly name: string;
  readonly killed: number;
  /** Those without end, and on a very busy machine some that would have survived. */
  readonly timedOut: number;
  readonly survived: number;
  readonly uncovered: number;

  constructor(name: string, results: readonly MutantResult[]) {
    const count = (...statuses: MutantResult['status'][]) =>
      results.filter(({ status }) => statuses.includes(status)).length;
    this.name = name;
    this.killed = count('Killed');
    this.timedOut = count('Timeout');
    this.survived = count('Survived');
    this.uncovered = count('NoCoverage');
  }

  get mutants(): number {
    return this.killed + this.timedOut + this.survived + this.uncovered;
  }

  get score(): number {
    return this.mutants === 0 ? 100 : (100 * (this.killed + this.timedOut)) / this.mutants;
  }

  get row(): string[] {
    const counts = [this.mutants, this.killed, this.timedOut, this.survived, this.uncovered];
    return [this.name, ...counts.map(String), `${this.score.toFixed(1)} %`];
  }
}

function table(tallies: readonly Tally[]): string {
  const rows = [
    ['part', 'mutants', 'killed', 'timed out', 'survived', 'no coverage', 'score'],
    ...tallies.map(({ row }) => row),
  ];
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const cell = (text: string, column: number) => {
    const width = widths?.[column] ?? 0;
    return column === 0 ? text.padEnd(width) : text.padStart(width);
  };
  return rows.map((row) => `${row.map(cell).join('  ')}\n`).join('');
}

const tallies: Tally[] = [];
const all: MutantResult[] = [];
for (const part of positionals.length ? positionals.map(partNamed) : parts) {
  const results = await mutate(part);
  tallies.push(new Tally(part.id, results));
  all.push(...results);
}
const total = new Tally('all', all);
process.stdout.write(`\n${table([...tallies, total])}`);
process.exitCode = total.score < least ? 1 : 0;
