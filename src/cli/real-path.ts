import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where a path leads once all links are followed; the path itself where they lead nowhere. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
