import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Attachment, Attachments } from '../lifecycle/attachments.ts';
import { codeOf } from './failure.ts';

/** The first bytes of every PDF. */
const signature = Buffer.from('%PDF-');

/**
 * The files beside a plan. Nothing is opened that is not a regular file below the plan's folder once
 * all links are resolved, and no more is read of it than its first bytes.
 *
 * @param plan absolute path of the plan
 */
export function attachmentsBeside(plan: string): Attachments {
  return {
    inspect(path) {
      try {
        return inspect(dirname(plan), path);
      } catch (error) {
        return isAbsence(error) ? 'absent' : 'unreadable';
      }
    },
  };
}

function inspect(folder: string, path: string): Attachment {
  const home = realpathSync(folder);
  const file = realpathSync(join(home, path));
  if (file !== home && !file.startsWith(home.endsWith(sep) ? home : home + sep)) return 'outside';
  // Opening what is no file may wait for ever, or set a device going.
  if (!statSync(file).isFile()) return 'not-a-file';
  return beginning(file);
}

/** Looks again at what it opens: it may have been exchanged in between. */
function beginning(file: string): Attachment {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const opened = openSync(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  try {
    if (!fstatSync(opened).isFile()) return 'not-a-file';
    const bytes = Buffer.alloc(signature.length);
    readSync(opened, bytes, 0, bytes.length, 0);
    return bytes.equals(signature) ? 'pdf' : 'not-a-pdf';
  } finally {
    closeSync(opened);
  }
}

/** Whether there is nothing at a path, or can be nothing: it is too long, or holds a NUL. */
function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(codeOf(error));
}
