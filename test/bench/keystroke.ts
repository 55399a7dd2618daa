/** Reads and checks a plan again after every key, as an editor does, and tells how long that takes. */
import { readFileSync, writeSync } from 'node:fs';
import { lint } from '../../src/lint/lint.ts';
import { readPlan } from '../../src/source/plan-file.ts';
import { planFiles } from './floors/plan-files.ts';
import { onceWarm } from './once-warm.ts';

const [file = ''] = planFiles();
const text = readFileSync(file, 'utf8');
const encoder = new TextEncoder();
const typed = (round: number) => encoder.encode(`${text}x-note: ${'a'.repeat(round)}\n`);
writeSync(3, String(await onceWarm((round) => lint([readPlan(file, typed(round))]))));
