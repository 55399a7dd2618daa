import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A site that was built for a test. */
export interface BuiltSite {
  /** The folder that the plans are in, to be removed in the end. */
  folder: string;
  /** The built pages. */
  pages: string;
}

/** What a test wants to be different from this repository's own site. */
export interface SiteOptions {
  /** Further plans by file name. */
  plans?: Record<string, string>;
  /** Links among the plans by name, and where they lead. */
  links?: Record<string, string>;
  /** Whether this repository's own plans are left out. */
  only?: boolean;
  /** Path under which the site is served. */
  base?: string;
  /** Where the folder of the plans is made; the system's folder for such things if left out. */
  parent?: string;
}

/**
 * Builds the site as a user does, by the command line: the plans lie in a folder of their own, and the package somewhere
 * else. Plans with errors are built too.
 *
 * @param options - what is to be different from this repository's own site.
 * @returns where the pages are.
 * @throws Error with what the build said when it fails.
 */
export async function buildSite({
  plans = {},
  links = {},
  only = false,
  base = '/',
  parent = tmpdir(),
}: SiteOptions = {}): Promise<BuiltSite> {
  const folder = await mkdtemp(join(parent, 'waypost-site-'));
  await mkdir(join(folder, 'content/plans'), { recursive: true });
  if (!only)
    await cp(join(ROOT, 'content/plans'), join(folder, 'content/plans'), { recursive: true });
  for (const [name, text] of Object.entries(plans)) {
    await writeFile(join(folder, 'content/plans', name), text);
  }
  for (const [name, target] of Object.entries(links)) {
    await symlink(target, join(folder, 'content/plans', name));
  }
  await writeFile(join(folder, 'waypost.config.yaml'), `site:\n  base: ${base}\n`);
  // Not the whole environment: a test runner's `DEV` would reach the pages as `import.meta.env.DEV`.
  const { PATH, HOME, TMPDIR } = process.env;
  const command = [join(ROOT, 'src/cli/bin.mjs'), 'build', '--no-lint'];
  await promisify(execFile)(process.execPath, command, {
    cwd: folder,
    env: { PATH, HOME, TMPDIR, NO_COLOR: '1' },
  });
  return { folder, pages: join(folder, 'dist') };
}
