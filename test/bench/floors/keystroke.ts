/** Parses a plan again and again with the bare YAML parser, and tells how long it takes once warm. */
import { readFileSync, writeSync } from 'node:fs';
import { load } from 'js-yaml';
import { onceWarm } from '../once-warm.ts';
import { planFiles } from './plan-files.ts';

const [file = ''] = planFiles();
const text = readFileSync(file, 'utf8');
writeSync(3, String(await onceWarm((round) => load(`${text}# ${round}\n`))));
