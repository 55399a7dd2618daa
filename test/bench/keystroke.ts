/** Reads and checks a plan again after every key, as an editor does, and tells how long that takes. */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { planFiles } from './floors/plan-files.ts';
import { onceWarm } from './once-warm.ts';

type Reading = typeof import('../../src/source/plan-file.ts');
type Linting = typeof import('../../src/lint/lint.ts');

const [home = ''] = process.argv.slice(2);
const part = (path: string) => import(pathToFileURL(join(home, path)).href);
const { readPlan }: Reading = await part('src/source/plan-file.ts');
const { lint }: Linting = await part('src/lint/lint.ts');

const [file = ''] = planFiles();
const text = readFileSync(file, 'utf8');
const encoder = new TextEncoder();
const typed = (round: number) => encoder.encode(`${text}x-note: ${'a'.repeat(round)}\n`);
writeSync(3, String(await onceWarm((round) => lint([readPlan(file, typed(round))]))));
