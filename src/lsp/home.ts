import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPlansFolder, isPassedOver, shownPath } from '../source/discover.ts';
import { frontMatter } from '../source/front-matter.ts';
import { kindOfFile } from '../source/plan-file.ts';

/** Where a plan in an editor belongs. */
export interface Home {
  /** The folder in which the command line would be run. */
  readonly root: string;
  /** Path of the file; undefined where it has not been saved. */
  readonly path: string | undefined;
  /** The path as it is shown. */
  readonly shown: string;
  /** Whether it is one of the plans of that folder, which are judged together. */
  readonly together: boolean;
}

/**
 * Where a document belongs: a file below `content/plans` to the folder that this lies in, whatever is
 * opened in the editor; any other file to its workspace folder, if its text is that of a plan.
 *
 * @param folders the folders that are open in the editor
 * @returns undefined where the document is no plan
 */
export function homeOf(
  document: { readonly uri: string; readonly languageId: string; readonly text: string },
  folders: readonly string[],
): Home | undefined {
  const path = pathOf(document.uri);
  if (path === undefined) return unsaved(document, folders);
  if (!kindOfFile(path)) return undefined;
  const root = rootAbove(path);
  if (root !== undefined) return { root, path, shown: shownPath(path, root), together: true };
  if (kindOfFile(path) !== 'plan' || !looksLikePlan(document.text)) return undefined;
  const folder = folders.find((each) => isBelow(path, each)) ?? dirname(path);
  return { root: folder, path, shown: shownPath(path, folder), together: false };
}

/** The path of a file; undefined for what is not one on this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** A plan without a name yet has one that is in order. */
function unsaved(
  { uri, languageId, text }: { uri: string; languageId: string; text: string },
  [folder]: readonly string[],
): Home | undefined {
  if (!uri.startsWith('untitled:') || !/^(yaml|mdx)$/.test(languageId)) return undefined;
  if (!looksLikePlan(text)) return undefined;
  const root = folder ?? process.cwd();
  return { root, path: undefined, shown: `untitled.${languageId}`, together: false };
}

/** The folder above the innermost `content/plans` that the search for plans would find the file in. */
export function rootAbove(path: string): string | undefined {
  const plans = join(sep, defaultPlansFolder, sep);
  const at = path.lastIndexOf(plans);
  if (at < 0) return undefined;
  const root = path.slice(0, at) || sep;
  const below = relative(join(root, defaultPlansFolder), path).split(sep);
  return below.some(isPassedOver) ? undefined : root;
}

function looksLikePlan(text: string): boolean {
  const data = frontMatter(text)?.data ?? { start: 0, end: text.length };
  return /^customer[ \t]*:/m.test(text.slice(data.start, data.end));
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
