import { createServer } from 'node:http';
import sirv from 'sirv';

/** A folder on the web, for this machine alone. */
export interface StaticServer {
  /** Address of the folder, with its base path and a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder of files on 127.0.0.1, on a free port, as a web host would: `index.html` for folders, 404 for the
 * rest.
 *
 * @param folder - what to serve, for example `dist`.
 * @param base - path under which it is served, `/` or `/waypost/`; addresses outside of it are 404.
 * @param headers - what every answer is sent with.
 * @returns its address, and how to stop it.
 */
export async function serveFolder(
  folder: string,
  base = '/',
  headers: Readonly<Record<string, string>> = {},
): Promise<StaticServer> {
  const prefix = base.replace(/\/+$/, '');
  const files = sirv(folder, { dev: true, etag: false });
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    };
    const path = request.url ?? '/';
    if (!path.startsWith(`${prefix}/`)) {
      notFound();
      return;
    }
    request.url = path.slice(prefix.length);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, notFound);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${address.port}${prefix}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
