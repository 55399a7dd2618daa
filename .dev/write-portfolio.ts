/** `node .dev/write-portfolio.ts <folder> <customers> [seed]`: a made-up portfolio to measure with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { portfolioOf } from '../test/support/portfolio/index.ts';

const [folder, count, seed = '1'] = process.argv.slice(2);
if (folder === undefined || !/^\d+$/.test(count ?? '') || !/^\d+$/.test(seed)) {
  process.stderr.write('Usage: node .dev/write-portfolio.ts <folder> <customers> [seed]\n');
  process.exit(2);
}
const plans = join(folder, 'content/plans');
mkdirSync(plans, { recursive: true });
for (const { name, content } of portfolioOf(Number(count), Number(seed))) {
  writeFileSync(join(plans, name), content);
}
