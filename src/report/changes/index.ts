import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { ChangesReporter } from './report.ts';

export type { Compared, Side } from './report.ts';

/** The formats that changes can be reported in. Markdown is loaded when it is asked for. */
export const changeFormats = {
  pretty: async () => pretty,
  json: async () => json,
  markdown: async () => (await import('./markdown.ts')).markdown,
} as const satisfies Record<string, () => Promise<ChangesReporter>>;

/** Whether there is a format of this name. */
export function isChangeFormat(name: string): name is keyof typeof changeFormats {
  return Object.hasOwn(changeFormats, name);
}
