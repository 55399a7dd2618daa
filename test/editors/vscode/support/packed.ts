import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { inject } from 'vitest';
import { run } from '../../../support/waypost.ts';

const writer = fileURLToPath(new URL('../../../../.dev/write-extension.ts', import.meta.url));

/** The extension as it is packed. */
export interface Packed {
  /** The name of the package. */
  readonly name: string;
  /** What it holds, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Packs the extension as a contributor does.
 *
 * @throws Error with what the packer said when it fails, or has something to complain of
 */
export async function packed(): Promise<Packed> {
  const folder = await mkdtemp(join(inject('scratch'), 'extension-'));
  const { status, stderr } = await run(process.execPath, [writer, folder], folder);
  if (status !== 0 || stderr) throw new Error(stderr || 'The extension was not packed');
  const [name = '', ...others] = await readdir(folder);
  if (others.length > 0) throw new Error(`More than one file was written: ${others}`);
  const entries = Object.entries(unzipSync(await readFile(join(folder, name))));
  return {
    name,
    files: Object.fromEntries(entries.map(([path, data]) => [path, strFromU8(data)])),
  };
}
