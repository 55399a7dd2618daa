/** Small packages that nearly every run of the command line needs. They come in `lib`, with their licences. */
export const bundled: readonly string[] = [
  'commander',
  'fastest-levenshtein',
  'js-yaml',
  'xast-util-to-xml',
  'xastscript',
  'zod',
];
