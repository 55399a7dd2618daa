import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from './support/free-port.ts';
import { folderWith, type Run, run } from './support/waypost.ts';

const home = fileURLToPath(new URL('..', import.meta.url));

/** What an audit says where the registry is at this address. */
async function auditAt(registry: string): Promise<Run> {
  const variables = {
    npm_config_registry: registry,
    npm_config_fetch_retries: '0',
    npm_config_cache: await folderWith({}),
  };
  return run(process.execPath, ['.dev/audit.ts'], home, variables);
}

/** What an audit says where the registry knows of a vulnerability in each of these packages. */
async function auditKnowing(...names: readonly string[]): Promise<Run> {
  const advisoryOn = (name: string) => ({
    id: 1,
    url: 'https://advisories.example/1',
    title: `What ${name} does not do well`,
    severity: 'high',
    vulnerable_versions: '*',
  });
  const known = Object.fromEntries(names.map((name) => [name, [advisoryOn(name)]]));
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url?.slice(1) ?? '');
    const asked = request.method === 'POST' ? known : { name, versions: {}, 'dist-tags': {} };
    request.resume().on('end', () => response.end(JSON.stringify(asked)));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return auditAt(`http://127.0.0.1:${port}`);
}

const aboutIt = (name: string) =>
  `  ${name} (high)\n    What ${name} does not do well (https://advisories.example/1)\n`;

test('what is known against packages that users install, as or in this one, is a failure', async () => {
  const { status, stderr } = await auditKnowing('zod', 'xastscript');
  expect(status).toBe(1);
  expect(stderr).toContain(
    `Users install these packages, against which something is known:\n${aboutIt('xastscript')}${aboutIt('zod')}`,
  );
});

test('what only development needs is told, and no failure', async () => {
  const { status, stderr } = await auditKnowing('vitest');
  expect(status).toBe(0);
  expect(stderr).toContain(`that only development needs:\n${aboutIt('vitest')}`);
  expect(stderr).toMatch(/Nothing is known against any package that users install\.\n$/);
});

test('where nobody can be asked, that is said', async () => {
  const { status, stderr } = await auditAt(`http://127.0.0.1:${await freePort()}`);
  expect(status).toBe(0);
  expect(stderr).toMatch(/Nobody could be asked about known vulnerabilities: .*ECONNREFUSED/);
});
