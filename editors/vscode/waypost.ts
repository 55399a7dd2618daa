import { basename, join, resolve } from 'node:path';
import { type Command, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { foldersUp, type Program, programOf } from './packages.ts';
import { plainText } from './plain-text.ts';

/** What checks the plans of a folder. */
export interface Waypost extends Program {
  /** The Node that it runs with. */
  readonly node: string;
}

/** Why nothing checks them, and what can be done about it. */
export interface Obstacle {
  readonly reason: string;
  readonly remedy: Command;
}

/**
 * What checks the plans below a folder: the Waypost that the setting names, or else the one that is
 * installed nearest. Nothing outside the workspace is looked at, for nothing else is trusted.
 *
 * @param root the folder of `content/plans`
 */
export function waypostFor(root: string): Waypost | Obstacle {
  if (!workspace.isTrusted) return untrusted;
  const folder = workspace.getWorkspaceFolder(Uri.file(root));
  if (!folder) return outside(root);
  const path = workspace.getConfiguration('waypost', folder.uri).get('path', '');
  const folders = foldersUp(root, folder.uri.fsPath);
  const program = path ? programOf(resolve(folder.uri.fsPath, path), 'waypost') : nearest(folders);
  if (!program) return path ? misled(path, folder) : missing(root);
  return { ...program, node: nodeIn(folders) };
}

/** The installed package, or the repository of Waypost itself. */
function nearest(folders: readonly string[]): Program | undefined {
  for (const folder of folders) {
    const program = installedIn(folder, 'waypost') ?? programOf(folder, 'waypost');
    if (program) return program;
  }
  return undefined;
}

/** As npm does, the Node that is installed beside comes before others; the editor's own is always there. */
function nodeIn(folders: readonly string[]): string {
  for (const folder of folders) {
    const program = installedIn(folder, 'node');
    if (program) return program.path;
  }
  return process.execPath;
}

function installedIn(folder: string, name: string): Program | undefined {
  return programOf(join(folder, 'node_modules', name), name);
}

const untrusted: Obstacle = {
  reason:
    'Plans are not checked, because this workspace is not trusted: what checks them is a program in it. Trust the workspace if you know where it comes from.',
  remedy: { title: 'Manage Workspace Trust', command: 'workbench.trust.manage' },
};

function outside(root: string): Obstacle {
  return {
    reason: `Plans in ${named(root)} are not checked, because that is no part of the workspace: what checks them is a program in it. Open that folder.`,
    remedy: { title: 'Open Folder', command: 'workbench.action.files.openFolder' },
  };
}

function missing(root: string): Obstacle {
  return {
    reason: `Plans in ${named(root)} are not checked, because no Waypost is installed there. Run npm install where its package.json names waypost, or npm install --save-dev waypost where it does not; or have the setting waypost.path name another one. Then restart.`,
    remedy: { title: 'Restart', command: 'waypost.restart' },
  };
}

function misled(path: string, folder: WorkspaceFolder): Obstacle {
  return {
    reason: `Plans in ${named(folder.uri.fsPath)} are not checked, because there is no Waypost in ${plainText(path)}, which the setting waypost.path names. It has to be the folder of the package, which holds its package.json.`,
    remedy: {
      title: 'Open Setting',
      command: 'workbench.action.openSettings',
      arguments: ['waypost.path'],
    },
  };
}

function named(folder: string): string {
  return plainText(basename(folder));
}
