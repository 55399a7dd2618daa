import { posix } from 'node:path';
import type { Attachment, Attachments } from '../lifecycle/attachments.ts';
import { withoutContent } from './blobs.ts';
import { firstBytes } from './git.ts';
import type { Repository } from './repository.ts';
import { folderOf, type Tree } from './tree.ts';

/** What a PDF begins with, and what stands in for a file that Git LFS keeps. */
const signatures = ['%PDF-', 'version https://git-lfs.github.com/spec/'];

/** The files beside plans in a commit, as {@link attachmentsBeside} knows those in a folder. */
export function attachmentsIn(repository: Repository, tree: Tree): (plan: string) => Attachments {
  const known = new Map<string, Attachment>();
  const ofFile = (path: string, oid: string): Attachment => {
    const kind = known.get(oid) ?? kindOf(path, oid, repository);
    known.set(oid, kind);
    return kind;
  };
  return (plan) => ({
    inspect(path) {
      const home = tree.lookUp(folderOf(plan));
      if (home.kind !== 'folder') return 'absent';
      const named = posix.join(home.path, path);
      if (!isIn(named, home.path)) return 'outside';
      const found = tree.lookUp(named);
      if (found.kind === 'absent') return 'absent';
      if (found.kind === 'loop') return 'unreadable';
      if (found.kind === 'outside') return 'outside';
      if (!isIn(found.path, home.path)) return 'outside';
      return found.kind === 'file' ? ofFile(found.path, found.oid) : 'not-a-file';
    },
  });
}

function isIn(path: string, home: string): boolean {
  if (home === '') return path !== '..' && !path.startsWith('../');
  return path === home || path.startsWith(`${home}/`);
}

function kindOf(path: string, oid: string, repository: Repository): Attachment {
  const longest = Math.max(...signatures.map(({ length }) => length));
  const beginning = firstBytes(oid, longest, repository.cwd)?.toString('latin1');
  if (beginning === undefined) throw withoutContent(repository.shown(path), oid);
  return signatures.some((signature) => beginning.startsWith(signature)) ? 'pdf' : 'not-a-pdf';
}
