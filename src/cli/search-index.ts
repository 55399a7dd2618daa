import { join } from 'node:path';
import { canRedraw } from './terminal.ts';

/**
 * Makes what the search of a site looks in, from its pages.
 *
 * @param folder the site; the index goes into `pagefind` in it
 * @throws {Error} when it cannot be made
 */
export async function makeSearchIndex(folder: string): Promise<void> {
  if (canRedraw(process.stderr)) process.stderr.write('Making the search …\n');
  const { close, createIndex } = await import('pagefind');
  try {
    const { index } = succeeded(await createIndex());
    if (!index) throw new Error('The search cannot be made: Pagefind did not start.');
    succeeded(await index.addDirectory({ path: folder }));
    succeeded(await index.writeFiles({ outputPath: join(folder, 'pagefind') }));
  } finally {
    await close();
  }
}

function succeeded<Response extends { readonly errors: readonly string[] }>(
  response: Response,
): Response {
  if (response.errors.length === 0) return response;
  throw new Error(`The search cannot be made: ${response.errors.join('; ')}`);
}
