/**
 * `npm run bench [-- [--package <folder>] [--runs <number>]]`: how long the linter takes. Each figure
 * stands beside its floor, measured in turn with it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { linterRows } from './linter.ts';
import { headings, measured } from './row.ts';
import { alignedTable } from './table.ts';

const { values } = parseArgs({
  options: {
    // Another checkout or an unpacked package: the same table for what is to be compared.
    package: { type: 'string', default: resolve(import.meta.dirname, '../..') },
    runs: { type: 'string', default: '5' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'waypost-bench-'));
try {
  const cells = [];
  for (const row of linterRows(folder, resolve(values.package))) {
    process.stderr.write(`${row.what} …\n`);
    cells.push(await measured(row, Number(values.runs)));
  }
  process.stdout.write(alignedTable([headings, ...cells]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
