import { readdirSync, realpathSync, statSync } from 'node:fs';

/** What a folder tells of something in it. */
export interface Entry {
  readonly name: string;
  /** Whether it is a regular file, and no link to one. */
  isFile(): boolean;
}

/** What lies at a path once all links are followed. */
export interface Found {
  /** Its absolute path, without links. */
  readonly real: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** Files in which plans are searched: those on disk, or those of a commit. Paths are absolute. */
export interface SearchedFiles {
  /**
   * What lies at a path.
   *
   * @throws {Error} where there is nothing, or its links lead nowhere
   */
  lookUp(path: string): Found;
  /**
   * What is in a folder.
   *
   * @throws {Error} where it cannot be read
   */
  inside(folder: string): readonly Entry[];
}

/** The files on disk. */
export const filesOnDisk: SearchedFiles = {
  lookUp(path) {
    const real = realpathSync(path);
    const stats = statSync(real);
    if (stats.isDirectory()) return { real, kind: 'folder' };
    return { real, kind: stats.isFile() ? 'file' : 'other' };
  },
  inside: (folder) => readdirSync(folder, { withFileTypes: true }),
};
