import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { serveFolder } from './static-server.ts';

const PDFJS = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/build/', import.meta.url));

/** A stretch of text on paper, in points; the origin is the lower left corner of the page. */
export interface PrintedText {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of its letters. */
  size: number;
}

/** A printed page, in points. */
export interface PrintedPage {
  width: number;
  height: number;
  texts: PrintedText[];
}

/**
 * Prints an open page as a browser does with "Save as PDF", and reads the paper.
 *
 * @param browser - a browser that runs; it reads the PDF as well, by PDF.js.
 * @param page - the page to print.
 * @returns its pages in order.
 */
export async function printed(browser: Browser, page: Page): Promise<PrintedPage[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const library = await serveFolder(PDFJS);
  const reader = await browser.newPage();
  try {
    await reader.goto(`${library.url}pdf.mjs`);
    await reader.addScriptTag({ url: `${library.url}pdf.mjs`, type: 'module' });
    return await reader.evaluate(read, { data: pdf.toString('base64'), base: library.url });
  } finally {
    await reader.close();
    await library.close();
  }
}

/** Runs in the browser, where PDF.js finds all that it needs; it makes itself known by this name. */
async function read({ data, base }: { data: string; base: string }): Promise<PrintedPage[]> {
  const pdfjs = Reflect.get(globalThis, 'pdfjsLib') as typeof import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = `${base}pdf.worker.mjs`;
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const paper = await pdfjs.getDocument({ data: bytes }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= paper.numPages; number++) {
    const page = await paper.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , slant = 0, up = 0, x = 0, y = 0] = item.transform;
      return { text: item.str, x, y, width: item.width, size: Math.hypot(slant, up) };
    });
    pages.push({ width: right - left, height: top - bottom, texts });
  }
  return pages;
}
