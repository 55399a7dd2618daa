import type { Browser, Page } from 'playwright-core';

/** How a page is looked at. */
export interface View {
  /** Width of the window in CSS pixels. */
  width: number;
  colorScheme: 'light' | 'dark';
}

/** What a page complained about while it was open; all empty on a healthy page. */
export interface Complaints {
  consoleErrors: string[];
  pageErrors: string[];
  failedRequests: string[];
  /** Addresses outside of the page's own host. Such requests are refused, not sent. */
  foreignRequests: string[];
  /** What the page's Content-Security-Policy refused. */
  policyViolations: string[];
  /** Boxes that a script opened. They are closed again. */
  dialogs: string[];
}

/** A page in the browser and what it complained about so far. */
export interface OpenedPage {
  page: Page;
  complaints: Complaints;
  close(): Promise<void>;
}

/**
 * Opens an address in a window of its own, waits for its fonts and records every complaint.
 *
 * @param browser - a browser that runs.
 * @param url - http(s) or file address.
 * @param view - width and colour scheme; 1280 px and light if left out.
 * @returns the page and its complaints; the caller closes it.
 * @throws Error when the address cannot be opened at all.
 */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, colorScheme = 'light' }: Partial<View> = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const complaints = await record(page);
  const home = new URL(url);
  await page.route('**/*', (route) => {
    const address = new URL(route.request().url());
    if (
      address.protocol === 'data:' ||
      address.protocol === 'blob:' ||
      address.host === home.host
    ) {
      return route.continue();
    }
    complaints.foreignRequests.push(address.href);
    return route.abort('blockedbyclient');
  });
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return { page, complaints, close: () => context.close() };
}

async function record(page: Page): Promise<Complaints> {
  const complaints: Complaints = {
    consoleErrors: [],
    pageErrors: [],
    failedRequests: [],
    foreignRequests: [],
    policyViolations: [],
    dialogs: [],
  };
  await page.exposeFunction('recordViolation', (violation: string) => {
    complaints.policyViolations.push(violation);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      const violation = `${effectiveDirective}: ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`;
      Reflect.get(window, 'recordViolation')(violation);
    });
  });
  page.on('dialog', (dialog) => {
    complaints.dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => complaints.pageErrors.push(error.message));
  page.on('requestfailed', (request) => {
    complaints.failedRequests.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) {
      complaints.failedRequests.push(`${response.url()}: ${response.status()}`);
    }
  });
  return complaints;
}
