/** `npm run fuzz -- [--cases N] [--seconds N] [--seed N] [--path P]`: files made to bring the linter down. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '3600' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    path: { type: 'string' },
  },
});
const [cases, seconds, seed] = [values.cases, values.seconds, values.seed].map(Number);
if (!cases || !seconds || seed === undefined || !Number.isSafeInteger(seed)) {
  process.stderr.write('--cases, --seconds and --seed take whole numbers\n');
  process.exit(2);
}
const began = performance.now();
const { tried, failure } = await fuzz({ cases, seconds, seed, path: values.path });
const took = Math.round((performance.now() - began) / 1000);
process.stdout.write(`${tried} files, seed ${seed}, ${took} s\n`);
if (failure) {
  const { file, fault, replay } = failure;
  process.stdout.write(`${file.name}: ${JSON.stringify(Buffer.from(file.bytes).toString())}\n`);
  process.stdout.write(`${fault}\nAgain: ${replay}\n`);
  process.exitCode = 1;
}
