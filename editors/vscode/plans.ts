import { pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode';
import { rootAbove } from '../../src/lsp/home.ts';
import { defaultPlansFolder } from '../../src/source/discover.ts';
import { kindOfFile } from '../../src/source/plan-file.ts';

/** What is below the folder of plans; the server knows which of it are plans. */
export const insidePlans = `${defaultPlansFolder}/**`;

/** The folder of the `content/plans` that a plan is in; undefined for other documents. */
export function rootOf({ uri, fileName }: TextDocument): string | undefined {
  return uri.scheme === 'file' && kindOfFile(fileName) ? rootAbove(fileName) : undefined;
}

/** The plans of a folder, whatever language the editor takes them for. */
export function plansOf(root: string) {
  const baseUri = pathToFileURL(root).href;
  return [{ scheme: 'file', pattern: { baseUri, pattern: insidePlans } }];
}
