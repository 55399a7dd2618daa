import { writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';
import { hashOfReaderCode, readerCodeFile } from '../src/source/reader-code.ts';
import { bundled } from './bundled.ts';
import { licences } from './licences.ts';

/**
 * Makes the command line for the package, as `npm pack` asks for it: Node does not read the TypeScript
 * of installed packages. What lint loads in every run is put into few files, packages included.
 */
const home = fileURLToPath(new URL('..', import.meta.url));
const folder = join(home, 'lib');

/** A module finds what is beside it where its source is, or would be. */
const ownPlaces: Plugin = {
  name: 'own-places',
  transform: {
    filter: { id: /\.(ts|mjs)$/, code: /\bimport\.meta\.(url|dirname)\b/ },
    handler(code, id) {
      if (id.includes('node_modules')) return;
      const place = relative(folder, id).replaceAll('\\', '/');
      return code
        .replaceAll('import.meta.url', `new URL("${place}", import.meta.url).href`)
        .replaceAll('import.meta.dirname', `(import.meta.dirname + "/${dirname(place)}")`);
    },
  },
};

/**
 * A built-in module that is imported takes long to load: Node looks at all that it exports, and thereby
 * loads what nobody asked for. Taken from the process, it takes what is used.
 */
const leanBuiltins: Plugin = {
  name: 'lean-builtins',
  renderChunk: (code) =>
    code.replace(
      /^import (?:([\w$]+)(?:, )?)?(\{[^}]*\})?(?:\* as ([\w$]+))? from "(node:[\w/]+)";$/gm,
      (_, whole?: string, parts?: string, all?: string, name?: string) =>
        [whole, parts?.replaceAll(' as ', ': '), all]
          .flatMap((target) => target ?? [])
          .map((target) => `const ${target} = globalThis.process.getBuiltinModule("${name}");`)
          .join('\n'),
    ),
};

/** Commander can start programs of its own; Waypost has none, and loads nothing that starts them. */
const noPrograms: Plugin = {
  name: 'no-programs',
  resolveId: {
    filter: { id: /^node:child_process$/ },
    handler: (_, importer) => (importer?.includes('/commander/') ? '\0no-programs' : null),
  },
  load: {
    filter: { id: /^\0no-programs$/ },
    handler: () => 'export default {};',
  },
};

const bundle = await rolldown({
  cwd: home,
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  plugins: [ownPlaces, noPrograms, leanBuiltins],
  external: (specifier, importer = '') => {
    const isPackage = /^[@\w]/.test(specifier) && !/^[A-Za-z]:/.test(specifier);
    return isPackage && !importer.includes('node_modules') && !isIncluded(specifier);
  },
});
const { output } = await bundle.write({
  dir: folder,
  cleanDir: true,
  // One file is read sooner than many, and nearly every command needs all of these.
  codeSplitting: { groups: [{ name: 'lint', test: isForLinting }] },
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
});
await bundle.close();

writeFileSync(join(folder, 'LICENSES.md'), licences(output));
writeFileSync(readerCodeFile, hashOfReaderCode());

/** Whether a module is what every run that lints begins with; what it imports comes along. */
function isForLinting(file: string): boolean {
  return relative(home, file).replaceAll('\\', '/') === 'src/cli/commands/lint.ts';
}

function isIncluded(specifier: string): boolean {
  return bundled.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}
