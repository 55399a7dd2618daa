import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { rolldown } from 'rolldown';
import { licences } from './licences.ts';

/**
 * Packs the extension for VS Code: `node .dev/write-extension.ts [folder]`. What is written in other
 * places already, such as the version, is put into its manifest here.
 */
const home = fileURLToPath(new URL('..', import.meta.url));
const source = join(home, 'editors/vscode');
const { version, license, devDependencies } = manifestIn(home);
const manifest = {
  ...manifestIn(source),
  version,
  license,
  // What it was checked against is the oldest editor that it is known to run in.
  files: ['*'],
  engines: { vscode: `^${devDependencies['@types/vscode']}` },
};

const folder = resolve(process.argv[2] ?? home);
const stage = mkdtempSync(join(tmpdir(), 'waypost-extension-'));
try {
  writeFileSync(join(stage, 'LICENSES.md'), licences(await bundle()));
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(join(source, 'README.md'), join(stage, 'README.md'));
  cpSync(join(home, 'LICENSE'), join(stage, 'LICENSE'));
  mkdirSync(folder, { recursive: true });
  const packagePath = join(folder, `${manifest.name}-${version}.vsix`);
  await createVSIX({ cwd: stage, packagePath, dependencies: false, allowMissingRepository: true });
} finally {
  rmSync(stage, { recursive: true });
}

async function bundle() {
  const made = await rolldown({
    cwd: home,
    input: join(source, 'extension.ts'),
    platform: 'node',
    external: ['vscode'],
    // Of Waypost's own modules only what is asked for goes along; none does anything by being loaded.
    treeshake: {
      moduleSideEffects: [
        { test: /node_modules/, sideEffects: true },
        { test: /./, sideEffects: false },
      ],
    },
  });
  const { output } = await made.write({ file: join(stage, manifest.main), format: 'cjs' });
  await made.close();
  return output;
}

function manifestIn(path: string) {
  return JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
}
