// Where a thread begins that reads ahead; like the command line itself, in its source or in what is made of it.
const { existsSync } = process.getBuiltinModule('node:fs');
process.getBuiltinModule('node:module').enableCompileCache();
const isSource = existsSync(new URL('reader.ts', import.meta.url));
await import(isSource ? './reader.ts' : '../../../lib/reader.mjs');
