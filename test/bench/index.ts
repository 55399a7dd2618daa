/**
 * `npm run bench [-- [linter] [site] [--customers <number>] [--package <folder>] [--runs <number>]]`: how
 * long the linter takes, and the build of the site, as they are packed and installed. Each figure stands
 * beside its floor, measured in turn with it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packInto } from '../support/packed.ts';
import { linterRows } from './linter.ts';
import { headings, measured, type Row } from './row.ts';
import { siteRows } from './site.ts';
import { alignedTable } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    // Of the site: a small one shows soon what a change brings.
    customers: { type: 'string', default: '1000' },
    // A checkout, or another package: the same table for what is to be compared.
    package: { type: 'string' },
    runs: { type: 'string' },
  },
});

interface Subject {
  readonly runs: number;
  rows(folder: string, home: string): Row[];
}

const subjects: Readonly<Record<string, Subject>> = {
  linter: { runs: 5, rows: linterRows },
  site: { runs: 1, rows: (folder, home) => siteRows(folder, home, Number(values.customers)) },
};
const wanted = (positionals.length > 0 ? positionals : Object.keys(subjects)).map((name) => {
  const subject = subjects[name];
  if (!subject) throw new Error(`"${name}" is not measured: only ${Object.keys(subjects)} are.`);
  return subject;
});

const folder = mkdtempSync(join(tmpdir(), 'waypost-bench-'));
try {
  const home = resolve(values.package ?? (await installedIn(folder)));
  const cells = [];
  for (const { rows, runs } of wanted) {
    for (const row of rows(folder, home)) {
      process.stderr.write(`${row.what} …\n`);
      cells.push(await measured(row, Number(values.runs ?? runs)));
    }
  }
  process.stdout.write(alignedTable([headings, ...cells]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function installedIn(scratch: string): Promise<string> {
  const user = join(scratch, 'installed');
  mkdirSync(user);
  await packInto(user);
  return join(user, 'node_modules/waypost');
}
