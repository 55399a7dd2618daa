import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './report.ts';

/** The formats that findings can be reported in. */
export const formats = { pretty, json } as const satisfies Record<string, Reporter>;

/** Whether there is a format of this name. */
export function isFormat(name: string): name is keyof typeof formats {
  return Object.hasOwn(formats, name);
}
