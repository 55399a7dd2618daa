#!/usr/bin/env node
// Plain JavaScript that any Node can read: an old one must be told so, not shown a syntax error.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `waypost needs Node 22.18 or newer, and this is ${process.versions.node}.\n` +
      'Start it as `npx --no waypost`: that takes the Node which is installed with it.\n',
  );
  process.exitCode = 2;
} else {
  // A reader that has seen enough, such as `head`, is no failure.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
