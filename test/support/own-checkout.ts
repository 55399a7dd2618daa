import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Run, run } from './waypost.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A checkout of this repository that only one test uses: nothing is kept in it yet. */
export interface Checkout {
  readonly folder: string;
  /** The program that its command line begins with. */
  readonly bin: string;
  /** Runs its command line, as {@link run} runs a program. */
  readonly waypost: (args: readonly string[], cwd: string, variables?: Variables) => Promise<Run>;
}

type Variables = Readonly<Record<string, string>>;

/**
 * Copies what the package is made of; the packages that it needs are links to those that are installed.
 *
 * @param taken paths in the checkout that become files, so that nobody can write below them
 */
export async function ownCheckout(taken: readonly string[] = []): Promise<Checkout> {
  // Astro takes a linked package for a part of the site unless both lie below one folder.
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache/checkout-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const part of ['src', 'schemas', 'content/guides', 'astro.config.mjs', 'package.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name.startsWith('.') && name !== '.package-lock.json') continue;
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const path of taken) await writeFile(join(folder, path), '');
  const bin = join(folder, 'src/cli/bin.mjs');
  return {
    folder,
    bin,
    waypost: (args, cwd, variables) => run(process.execPath, [bin, ...args], cwd, variables),
  };
}
