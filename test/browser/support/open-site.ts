import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './chromium.ts';
import { BASE, sharedSite } from './shared-site.ts';
import { serveFolder } from './static-server.ts';

/** The shared site on the web, and a browser to look at it. */
export interface OpenedSite {
  /** Address of its start page. */
  url: string;
  browser: Browser;
  /** Folder of the built files. */
  folder: string;
  /** Paths of all pages below the address; '' is the start page. */
  paths: readonly string[];
  /** The longest page of each kind: those in one folder that run the same scripts are of one kind. */
  kinds: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves the shared site and starts a browser.
 *
 * @param headers - what every answer is sent with.
 * @returns both; the caller closes them.
 */
export async function openSite(
  headers: Readonly<Record<string, string>> = {},
): Promise<OpenedSite> {
  const { pages: folder } = await sharedSite();
  const [browser, server] = await Promise.all([
    launchBrowser(),
    serveFolder(folder, BASE, headers),
  ]);
  const pages = globSync('**/*.html', { cwd: folder })
    .sort()
    .map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }));
  const kinds = Map.groupBy(pages, kindOf);
  return {
    url: server.url,
    browser,
    folder,
    paths: pages.map(pathOf),
    kinds: [...kinds.values()].map((alike) => pathOf(alike.reduce(longer))),
    close: async () => {
      await Promise.all([browser.close(), server.close()]);
    },
  };
}

interface BuiltPage {
  file: string;
  html: string;
}

function kindOf({ file, html }: BuiltPage): string {
  const scripts = html.match(/<script[^>]* src="[^"]*"/g) ?? [];
  // The middle of `plans/<id>/guide/` differs from page to page, its ends do not.
  const folders = file.split('/').map((name, index) => (index === 1 ? '*' : name));
  return [...folders, ...new Set(scripts)].join('\n');
}

function longer(one: BuiltPage, other: BuiltPage): BuiltPage {
  return other.html.length > one.html.length ? other : one;
}

function pathOf({ file }: BuiltPage): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}
