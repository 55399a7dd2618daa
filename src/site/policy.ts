/**
 * What a page may load and run: files of this site and nothing else. Whatever finds its way into a
 * page, it does not run, and it reaches no other host.
 */
const directives: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  // The search is WebAssembly, in a worker.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  // Colors of code and sizes of icons stand in `style` attributes, which run nothing and load nothing.
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** The Content-Security-Policy of every page. */
export const policy = Object.entries(directives)
  .map(([directive, sources]) => [directive, ...sources].join(' '))
  .join('; ');
