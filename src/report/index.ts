import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';

/** The formats that findings can be reported in. */
export const formats = {
  pretty,
  json,
  sarif,
  github,
  gitlab,
  junit,
} as const satisfies Record<string, Reporter>;

export type Format = keyof typeof formats;

/** Whether there is a format of this name. */
export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}
