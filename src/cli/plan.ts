import { existsSync } from 'node:fs';
import { nearest } from '../lifecycle/suggest.ts';
import { escaped, printable } from '../lifecycle/words.ts';
import { defaultPlansFolder, readPlans } from '../source/discover.ts';
import type { PlanFile } from '../source/plan-file.ts';

/**
 * Reads the one plan that a command is about.
 *
 * @param name the plan's file, or the id of a plan in the plans' folder
 * @throws {Error} when there is none, or more than one
 */
export async function planNamed(name: string): Promise<PlanFile> {
  const isPath = existsSync(name) || /[/\\]|\.(yaml|yml|mdx|md)$/i.test(name);
  const { files, unreadable } = await readPlans(
    [isPath ? name : defaultPlansFolder],
    process.cwd(),
  );
  if (isPath) {
    const [only, ...others] = files;
    if (only && others.length === 0) return only;
    if (only) throw new Error(`${escaped(name)} holds ${files.length} plans: name one of them`);
    throw new Error(unreadable.map(({ message }) => message).join('\n'));
  }
  const [found, ...others] = files.filter(({ id }) => id === name);
  if (found && others.length === 0) return found;
  if (found) {
    const paths = [found, ...others].map(({ file }) => escaped(file)).join(', ');
    throw new Error(`There are several plans ${escaped(name)}, name one by its path: ${paths}`);
  }
  throw new Error(absent(name, files, unreadable));
}

function absent(
  name: string,
  files: readonly PlanFile[],
  unreadable: readonly { readonly message: string }[],
): string {
  const near = nearest(
    name,
    files.map(({ id }) => id),
  );
  const hint = near ? ` Did you mean ${near}?` : '';
  const missing = `There is no plan ${printable(name)} in ${defaultPlansFolder}.${hint}`;
  return [missing, ...unreadable.map(({ message }) => message)].join('\n');
}
