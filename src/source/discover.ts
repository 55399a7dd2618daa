import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { byCodeUnit } from '../lifecycle/order.ts';
import { escaped } from '../lifecycle/words.ts';
import { attachmentsBeside } from './attachments.ts';
import type { FactsStore } from './facts-store.ts';
import { reasonOf } from './failure.ts';
import { kindOfFile, type PlanFile, readPlan } from './plan-file.ts';
import { type Entry, filesOnDisk, type SearchedFiles } from './searched-files.ts';
import { limits } from './yaml.ts';

/** Where the plans are unless one says otherwise. */
export const defaultPlansFolder = 'content/plans';

/** A path that could not be read, or that holds no plan. */
export interface Unreadable {
  readonly path: string;
  readonly message: string;
  /** Whether it can be read, and there is just no plan. */
  readonly isEmpty?: true;
}

export interface ReadPlans<File = PlanFile> {
  readonly files: readonly File[];
  /** What could not be read; all else was read nevertheless. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads the plans at some paths.
 *
 * @param paths files and folders
 * @param cwd the folder that paths are relative to, and that plans are named from
 * @param store what is known already of what texts say
 */
export async function readPlans(
  paths: readonly string[],
  cwd: string,
  store?: FactsStore,
): Promise<ReadPlans> {
  return readFiles(paths, cwd, (absolute, shown) => readPlanAt(absolute, shown, store));
}

/** A file that may hold a plan. */
export interface FoundFile {
  readonly absolute: string;
  /** Its path as it is to be shown, with slashes. */
  readonly shown: string;
}

/** What may be read at some paths. */
export interface FoundFiles {
  /** In the order of the paths that they are shown by. */
  readonly files: readonly FoundFile[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads the files of the plans at some paths, see {@link findFiles} and {@link readFound}.
 *
 * @param paths files and folders
 * @param cwd the folder that paths are relative to, and that plans are named from
 * @param read makes of a file what is wanted of it, given its path and the one it is shown by
 * @param progress told after each plan how many are read, and of how many
 */
export function readFiles<File>(
  paths: readonly string[],
  cwd: string,
  read: (absolute: string, shown: string) => File,
  progress?: (read: number, total: number) => void,
): ReadPlans<File> {
  return readFound(findFiles(paths, cwd), read, progress);
}

/**
 * Finds the files of the plans at some paths. Folders are searched through, hidden folders and
 * `node_modules` aside; a link that leads back into a folder already seen is not followed again.
 *
 * @param paths files and folders
 * @param cwd the folder that paths are relative to, and that plans are named from
 * @param files what is searched; the disk when left out
 */
export function findFiles(
  paths: readonly string[],
  cwd: string,
  files: SearchedFiles = filesOnDisk,
): FoundFiles {
  const unreadable: Unreadable[] = [];
  const found = new Map<string, string>();
  for (const path of paths) {
    const before = found.size;
    const failures = unreadable.length;
    const homes = [cwd, resolve(cwd, path)].flatMap((home) => realPathsOf(home, files));
    const context = {
      explicit: true,
      found,
      seen: new Set<string>(),
      unreadable,
      cwd,
      homes,
      files,
    };
    search(resolve(cwd, path), context);
    if (found.size > before || unreadable.length > failures) continue;
    if ([...found.keys()].some((file) => isBelow(file, resolve(cwd, path)))) continue;
    unreadable.push({
      path,
      message: `No plan found in ${escaped(path)}: plans are files that end in .yaml or .mdx`,
      isEmpty: true,
    });
  }
  const inOrder = [...found]
    .sort(([, a], [, b]) => byCodeUnit(a, b))
    .map(([absolute, shown]) => ({ absolute, shown }));
  return { files: inOrder, unreadable };
}

/**
 * Reads the files that were found.
 *
 * @param read makes of a file what is wanted of it, given its path and the one it is shown by
 * @param progress told after each plan how many are read, and of how many
 */
export function readFound<File>(
  found: FoundFiles,
  read: (absolute: string, shown: string) => File,
  progress: (read: number, total: number) => void = () => {},
): ReadPlans<File> {
  const unreadable = [...found.unreadable];
  const files: File[] = [];
  for (const { absolute, shown } of found.files) {
    try {
      files.push(read(absolute, shown));
    } catch (error) {
      unreadable.push({
        path: shown,
        message: `Cannot read ${escaped(shown)}: ${reasonOf(error)}`,
      });
    }
    progress(files.length, found.files.length);
  }
  return { files, unreadable };
}

/**
 * Reads the plan in a file.
 *
 * @param absolute the file's path
 * @param shown its path as it is to be shown, with slashes
 * @throws {Error} when the file cannot be read
 */
export function readPlanAt(absolute: string, shown: string, store?: FactsStore): PlanFile {
  const { bytes, size } = bytesAt(absolute);
  return readPlan(shown, bytes, size, attachmentsBeside(absolute), store);
}

/**
 * What is in a file that may be a plan. One over the limit is refused by its size, not read.
 *
 * @throws {Error} when the file cannot be read
 */
export function bytesAt(absolute: string): { bytes: Uint8Array; size: number } {
  const file = openSync(absolute, 'r');
  try {
    const { size } = fstatSync(file);
    return { bytes: size > limits.bytes ? new Uint8Array() : readFileSync(file), size };
  } finally {
    closeSync(file);
  }
}

interface Search {
  /** Whether the path was named by the user: then a file that is no plan is a failure. */
  readonly explicit: boolean;
  /** Absolute path of each plan, and the path it is shown by. */
  readonly found: Map<string, string>;
  readonly seen: Set<string>;
  readonly unreadable: Unreadable[];
  readonly cwd: string;
  /** Real paths of the folders that links may lead into. */
  readonly homes: readonly string[];
  readonly files: SearchedFiles;
}

/** @param entry what the folder above tells of it: what is a file, need not be looked at again */
function search(path: string, context: Search, entry?: Entry): void {
  const shown = shownPath(path, context.cwd);
  if (entry?.isFile()) {
    if (kindOfFile(path)) context.found.set(path, shown);
    return;
  }
  try {
    const { real, kind } = context.files.lookUp(path);
    const isWanted = kind === 'folder' || kindOfFile(path);
    if (isWanted && !context.explicit && !isAtHome(real, context.homes)) {
      // Its content would be shown in reports and on pages, and nobody has reviewed it with the plans.
      const message = `Cannot read ${escaped(shown)}: this link leads out of the folder; name what it leads to, if that is meant`;
      context.unreadable.push({ path: shown, message });
      return;
    }
    if (kind !== 'folder') {
      if (kind === 'file' && kindOfFile(path)) context.found.set(path, shown);
      else if (kindOfFile(path)) {
        // Reading a pipe or a device may wait for ever; passing over it would look like a plan in order.
        const message = `Cannot read ${escaped(shown)}: it is called like a plan, and is no file`;
        context.unreadable.push({ path: shown, message });
      } else if (context.explicit) {
        const message = `${escaped(shown)} is not a plan: plans are files that end in .yaml or .mdx`;
        context.unreadable.push({ path: shown, message, isEmpty: true });
      }
      return;
    }
    if (context.seen.has(real)) return;
    context.seen.add(real);
    const inside = [...context.files.inside(path)];
    for (const inner of inside.sort((a, b) => byCodeUnit(a.name, b.name))) {
      const { name } = inner;
      if (isPassedOver(name)) continue;
      search(join(path, name), { ...context, explicit: false }, inner);
    }
  } catch (error) {
    context.unreadable.push({
      path: shown,
      message: `Cannot read ${escaped(shown)}: ${reasonOf(error)}`,
    });
  }
}

/** What cannot be read is told of where it is searched. */
function realPathsOf(path: string, files: SearchedFiles): string[] {
  try {
    return [files.lookUp(path).real];
  } catch {
    return [];
  }
}

/** Whether a path lies in one of some folders, and in nothing there that the search passes over. */
function isAtHome(real: string, homes: readonly string[]): boolean {
  return homes.some((home) => {
    const steps = relative(home, real).split(sep);
    return steps[0] !== '..' && !isAbsolute(steps.join(sep)) && !steps.some(isPassedOver);
  });
}

/** Whether the search for plans passes over a file or folder of this name. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/**
 * The path of a plan as it is shown: from the folder in which a command runs, with slashes.
 *
 * @param path absolute, as `resolve` tells it; so is `cwd`
 */
export function shownPath(path: string, cwd: string): string {
  // Of what lies below, `relative` says the same, and takes long where there are many plans.
  const isBelowHere = path.startsWith(cwd + sep);
  const steps = isBelowHere ? path.slice(cwd.length + 1) : relative(cwd, path) || '.';
  return steps.split(sep).join('/');
}

function isBelow(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + sep);
}
