import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry, Found, SearchedFiles } from '../source/searched-files.ts';
import type { Repository } from './repository.ts';
import { belowRoot, type Tree } from './tree.ts';

/** The files of a commit, as if they lay in the working tree. */
export function filesOfTree({ root }: Repository, tree: Tree): SearchedFiles {
  const lookUp = (absolute: string) => {
    const path = belowRoot(root, absolute);
    return path === undefined ? ({ kind: 'outside', path: absolute } as const) : tree.lookUp(path);
  };
  return {
    lookUp(absolute): Found {
      const found = lookUp(absolute);
      switch (found.kind) {
        case 'absent':
          throw failure('ENOENT');
        case 'loop':
          throw failure('ELOOP');
        case 'outside':
          // What is no part of the repository is nowhere but on disk.
          return { real: found.path, kind: kindOnDisk(found.path) };
        default: {
          const kind = found.kind === 'file' ? 'file' : 'folder';
          return { real: join(root, found.path), kind };
        }
      }
    },
    inside(absolute): readonly Entry[] {
      const found = lookUp(absolute);
      switch (found.kind) {
        case 'folder':
          return tree.namesIn(found.path).map((name) => ({
            name,
            isFile: () => tree.files.has(join(found.path, name)),
          }));
        case 'submodule':
          throw new Error('it is a submodule, whose files are in another repository');
        default:
          throw new Error('it leads out of the repository, and git knows nothing of what is there');
      }
    },
  };
}

function kindOnDisk(path: string): Found['kind'] {
  const stats = statSync(path);
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : 'other';
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
