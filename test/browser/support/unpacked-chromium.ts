import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = new URL('../', import.meta.resolve('@sparticuz/chromium'));
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** Where the browser of `@sparticuz/chromium` lies, ready to be started. */
export interface UnpackedChromium {
  executable: string;
  /** Folder with the shared libraries that slim containers lack. */
  libraries: string;
  /** Environment variables that the browser needs on this machine. */
  environment: Record<string, string>;
}

/**
 * Unpacks the browser once per version and user into the temporary folder; takes about three seconds the first time.
 *
 * The package itself unpacks under one fixed name and takes whatever it finds there as finished: another version, or
 * the half-written file of a test process beside this one. So this unpacks aside and renames, which is atomic.
 *
 * @returns its places.
 * @throws Error when the disk is full or the package is broken.
 */
export async function unpackedChromium(): Promise<UnpackedChromium> {
  const folder = join(tmpdir(), `waypost-chromium-${await version()}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) await unpackTo(folder);
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    environment: existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: folder },
  };
}

async function unpackTo(folder: string): Promise<void> {
  const aside = await mkdtemp(`${folder}-`);
  try {
    await inflateInto(aside);
    await writeFile(join(aside, 'fonts.conf'), fontConfiguration(folder));
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

async function inflateInto(folder: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  // inflate() has no parameter for its target: it asks for the temporary folder, synchronously, when it is called.
  process.env.TMPDIR = folder;
  const jobs = ARCHIVES.map((archive) =>
    inflate(fileURLToPath(new URL(`bin/${archive}`, PACKAGE))),
  );
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await Promise.all(jobs);
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL('package.json', PACKAGE), 'utf8'));
  if (manifest === null || typeof manifest !== 'object' || !('version' in manifest))
    return 'unknown';
  return String(manifest.version);
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}
