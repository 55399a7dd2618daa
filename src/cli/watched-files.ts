import { lstatSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { defaultConfigurationFile } from '../lint/configuration-file.ts';
import { isPassedOver } from '../source/discover.ts';
import { kindOfFile } from '../source/plan-file.ts';
import { plansFolders } from './check.ts';
import { realPath } from './real-path.ts';

/** What the findings of a run depend on. */
export interface Watched {
  /** Plans and folders of plans, as the user has named them. */
  readonly paths: readonly string[];
  /** Path of the configuration; the folder's own when left out. */
  readonly configuration: string | undefined;
  /** Files that the runs write themselves. */
  readonly written: readonly string[];
}

/** Where to look for changes, and which paths below do not count. */
export interface WatchedFiles {
  readonly roots: readonly string[];
  isIgnored(path: string): boolean;
}

/**
 * The files to watch: plans, what lies beside them, and the configuration. They are looked for from the
 * folders above, since they may be taken away and come again, or not be there yet.
 */
export function watchedFiles({ paths, configuration, written }: Watched): WatchedFiles {
  const file = resolve(configuration ?? defaultConfigurationFile);
  const folders = plansFolders(paths).map((path) => folderOf(resolve(path)));
  const here = process.cwd();
  const roots = [file, ...folders].map((path) => (isIn(path, here) ? here : dirname(path)));
  const own = new Set(written.map((path) => resolve(path)));
  const isWatched = (path: string) =>
    [file, ...folders].some((each) => isIn(each, path)) ||
    folders.some((folder) => isIn(path, folder) && !isLeftAlone(path, folder));
  return {
    roots: [...new Set(roots)],
    isIgnored: (path) => own.has(resolve(path)) || !isWatched(resolve(path)),
  };
}

/** What lies beside a plan may belong to it. */
function folderOf(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  return kindOfFile(path) ? dirname(path) : path;
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** No plans are looked for there, either. */
function isLeftAlone(path: string, folder: string): boolean {
  const names = relative(folder, path).split(sep);
  const isHidden = names.some(isPassedOver);
  return isHidden || leadsBack(path, folder);
}

/** Whether a link leads to a folder that it lies in: whoever followed it would go round for ever. */
function leadsBack(path: string, folder: string): boolean {
  if (!isLink(path)) return false;
  const target = realPath(path);
  for (let above = dirname(path); isIn(above, folder); above = dirname(above)) {
    if (realPath(above) === target) return true;
  }
  return false;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
