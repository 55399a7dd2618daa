import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputAsset, OutputChunk } from 'rolldown';

/** The licences of the packages whose code is in a bundle: they ask to go along with it. */
export function licences(output: readonly (OutputAsset | OutputChunk)[]): string {
  const files = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const packages = files.flatMap((file) => {
    return (
      /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll('\\', '/'))?.[0] ?? []
    );
  });
  const parts = [...new Set(packages)].sort().map((path) => {
    const { name, version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const file = readdirSync(path).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    if (file === undefined) throw new Error(`${name} comes without a licence`);
    return `## ${name} ${version}\n\n${readFileSync(join(path, file), 'utf8').trim()}\n`;
  });
  return ['# Licences of what these files include\n', ...parts].join('\n');
}
