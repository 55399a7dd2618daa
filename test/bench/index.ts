/**
 * `npm run bench [-- [--package <folder>] [--runs <number>]]`: how long the linter takes, as it is packed and
 * installed. Each figure stands beside its floor, measured in turn with it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packInto } from '../support/packed.ts';
import { linterRows } from './linter.ts';
import { headings, measured } from './row.ts';
import { alignedTable } from './table.ts';

const { values } = parseArgs({
  options: {
    // A checkout, or another package: the same table for what is to be compared.
    package: { type: 'string' },
    runs: { type: 'string', default: '5' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'waypost-bench-'));
try {
  const cells = [];
  for (const row of linterRows(folder, resolve(values.package ?? (await installedIn(folder))))) {
    process.stderr.write(`${row.what} …\n`);
    cells.push(await measured(row, Number(values.runs)));
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
