import { posix } from 'node:path';
import type { Attachment, Attachments } from '../lifecycle/attachments.ts';
import { firstBytes } from './git.ts';
import type { Repository } from './repository.ts';
import type { Tree } from './tree.ts';

/** What a PDF begins with, and what stands in for a file that Git LFS keeps. */
const signatures = ['%PDF-', 'version https://git-lfs.github.com/spec/'];

/** The files beside plans in a commit, as {@link attachmentsBeside} knows those in a folder. */
export function attachmentsIn(
  repository: Repository,
  { files, others }: Tree,
): (plan: string) => Attachments {
  const oids = new Map(files.map(({ path, oid }) => [path, oid]));
  const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
  const links = new Set(others);
  const known = new Map<string, Attachment>();

  const ofBlob = (oid: string): Attachment => {
    const kind = known.get(oid) ?? kindOf(oid, repository);
    known.set(oid, kind);
    return kind;
  };
  return (plan) => ({
    inspect(path) {
      const home = posix.dirname(plan);
      const file = posix.join(home, path).replace(/\/$/, '');
      if (file !== home && home !== '.' && !file.startsWith(`${home}/`)) return 'outside';
      if (home === '.' && file.startsWith('../')) return 'outside';
      const oid = oids.get(file);
      if (oid !== undefined) return ofBlob(oid);
      return links.has(file) || folders.has(file) || file === home ? 'not-a-file' : 'absent';
    },
  });
}

function kindOf(oid: string, { cwd }: Repository): Attachment {
  const longest = Math.max(...signatures.map(({ length }) => length));
  const beginning = firstBytes(oid, longest, cwd).toString('latin1');
  return signatures.some((signature) => beginning.startsWith(signature)) ? 'pdf' : 'not-a-pdf';
}

function foldersOf(path: string): string[] {
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}
