#!/usr/bin/env node
// Plain JavaScript that any Node can read: an old one must be told so, not shown a syntax error.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `waypost needs Node 22.18 or newer, and this is ${process.versions.node}.\n` +
      'Install a newer one; or install the package `node` beside waypost, which `npx --no waypost` then takes.\n',
  );
  process.exitCode = 2;
} else {
  // Imported, these two would bring half of Node along.
  const { existsSync, fstatSync, writeFileSync } = process.getBuiltinModule('node:fs');
  process.getBuiltinModule('node:module').enableCompileCache();
  // A reader that has seen enough, such as `head`, is no failure: files are written nevertheless, and the
  // exit status is that of the whole run.
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`Cannot write to standard output: ${error.message}\n`);
    process.exit(2);
  });
  // Where a message cannot be written, the exit status still says what has happened.
  process.stderr.on('error', () => {});
  // Into a file Node would write but once, and take a part for the whole where the disk is full by then.
  if (fstatSync(1).isFile()) {
    process.stdout._write = (chunk, _encoding, done) => {
      try {
        writeFileSync(1, chunk);
        done();
      } catch (error) {
        done(error);
      }
    };
  }
  // Node reads TypeScript, but not that of installed packages: those come with `lib`, which is made of it.
  const isSource = existsSync(new URL('main.ts', import.meta.url));
  const { main } = await import(isSource ? './main.ts' : '../../lib/main.mjs');
  process.exitCode = await main(process.argv.slice(2));
}
