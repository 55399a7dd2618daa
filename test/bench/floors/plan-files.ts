import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The plans of the folder that a floor runs in. */
export function planFiles(): string[] {
  const folder = 'content/plans';
  return readdirSync(folder).map((name) => join(folder, name));
}
