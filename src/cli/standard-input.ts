import { existsSync, fstatSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { printable } from '../lifecycle/words.ts';
import { attachmentsBeside } from '../source/attachments.ts';
import { defaultPlansFolder, type ReadPlans, readPlans } from '../source/discover.ts';
import { reasonOf } from '../source/failure.ts';
import { kindOfFile, type PlanFile, readPlan } from '../source/plan-file.ts';
import { limits } from '../source/yaml.ts';
import { type Checked, checkRead, isAbout } from './check.ts';
import { realPath } from './real-path.ts';

/**
 * Lints the plan on standard input as if it were the content of a file, among the other plans on disk:
 * so an editor has what is not saved yet judged as it will be.
 *
 * @param name the file; it need not be there
 * @param paths where the other plans are; where the file's own are when none is given
 * @param configuration path of the configuration; the folder's own when left out
 * @returns the findings in that plan, and those elsewhere that lead to it
 * @throws {Error} where there is no input, or the file cannot be a plan
 */
export async function checkInput(
  name: string | undefined,
  paths: readonly string[],
  configuration?: string,
): Promise<Checked> {
  const plan = await planOnInput(fileNamed(name));
  const others = await othersOnDisk(plan, paths);
  const files = [plan, ...others.files];
  const checked = await checkRead({ ...others, files }, configuration);
  const findings = checked.findings.filter((finding) => isAbout(finding, new Set([plan.file])));
  const concerned = new Set([plan.file, ...findings.map(({ file }) => file)]);
  return { ...checked, files: files.filter(({ file }) => concerned.has(file)), findings };
}

function fileNamed(name: string | undefined): string {
  if (name === undefined) {
    throw new Error(
      '`--stdin` needs a name, which says how the plan is written and whose it is: ' +
        '--stdin-filename content/plans/acme.yaml',
    );
  }
  if (kindOfFile(name) === undefined) {
    throw new Error(
      `${printable(name)} cannot be a plan: plans are files that end in .yaml or .mdx`,
    );
  }
  return relative(process.cwd(), resolve(name)).split(sep).join('/');
}

async function planOnInput(file: string): Promise<PlanFile> {
  if (process.stdin.isTTY) {
    throw new Error('`--stdin` reads a plan from a pipe or a file, and this is a terminal');
  }
  // Node takes a folder for an input that is empty.
  if (fstatSync(process.stdin.fd).isDirectory()) {
    throw new Error('Cannot read standard input: it is a folder');
  }
  const { bytes, size } = await input();
  return readPlan(file, bytes, size, attachmentsBeside(resolve(file)));
}

/** No more is read than a plan may have: how long the rest is, nobody knows. */
async function input(): Promise<{ bytes: Uint8Array; size: number }> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of process.stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limits.bytes) return { bytes: new Uint8Array(), size: Infinity };
    }
  } catch (error) {
    throw new Error(`Cannot read standard input: ${reasonOf(error)}`, { cause: error });
  }
  return { bytes: Buffer.concat(chunks), size };
}

/** The plans that the one on standard input stands among, without what is saved of itself. */
async function othersOnDisk({ file }: PlanFile, paths: readonly string[]): Promise<ReadPlans> {
  const where = paths.length > 0 ? paths : [folderAround(file)].filter((path) => existsSync(path));
  const { files, unreadable } = await readPlans(where, process.cwd());
  return {
    files: files.filter((other) => !isSame(other.file, file)),
    unreadable: unreadable.filter(({ path, isEmpty }) => {
      return path !== file && !(isEmpty && paths.length === 0);
    }),
  };
}

/** The plans' folder, where the file is in it; else its own. */
function folderAround(file: string): string {
  return file.startsWith(`${defaultPlansFolder}/`) ? defaultPlansFolder : dirname(file);
}

/** An editor may know the folder by another path, through a link. */
function isSame(a: string, b: string): boolean {
  return a === b || (basename(a) === basename(b) && realPath(a) === realPath(b));
}
