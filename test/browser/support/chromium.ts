import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { unpackedChromium } from './unpacked-chromium.ts';

// Without `--disable-web-security` and `--single-process`, which @sparticuz/chromium proposes: the first would hide
// faults in the site's Content-Security-Policy, with the second one crashed page ends the browser.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

const INSTALLED_BROWSERS = ['chrome', 'msedge', 'chromium'] as const;

/**
 * Starts a headless Chromium that may run as root in a container and talks to nobody by itself.
 *
 * On Linux x64 it is the binary that npm installed; elsewhere the Chrome, Edge or Chromium of the machine.
 *
 * @returns the browser; the caller closes it.
 * @throws Error that lists what was tried, when no browser starts.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of candidates()) {
    try {
      return await chromium.launch({ args: ARGUMENTS, ...(await candidate()) });
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `No browser starts. "npm ci" brings one on Linux x64; elsewhere install Chrome or Edge. Tried:\n${failures.join('\n')}`,
  );
}

function candidates(): (() => Promise<LaunchOptions>)[] {
  const installed = INSTALLED_BROWSERS.map((channel) => async () => ({ channel }));
  if (process.platform !== 'linux' || process.arch !== 'x64') return installed;
  return [npmBrowser, npmBrowserWithItsLibraries, ...installed];
}

async function npmBrowser(): Promise<LaunchOptions> {
  const { executable, environment } = await unpackedChromium();
  return { executablePath: executable, env: { ...process.env, ...environment } };
}

// Slim containers lack libnss3 and libexpat, and the package brings both. It is the second choice because its
// libraries would shadow newer ones of the machine.
async function npmBrowserWithItsLibraries(): Promise<LaunchOptions> {
  const { libraries } = await unpackedChromium();
  const options = await npmBrowser();
  return { ...options, env: { ...options.env, LD_LIBRARY_PATH: libraries } };
}
