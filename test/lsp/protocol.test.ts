import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';
import { Editor, exitOf, pulls, startServer } from './editor.ts';

const sound = changed('planned');
const file = 'content/plans/quillon-bay.yaml';

describe('the process ends', () => {
  test('with 0 where the editor has said that it would', async () => {
    const editor = await Editor.in(await folderWith({}));
    const exit = exitOf(editor.child);
    await editor.connection.sendRequest('shutdown');
    await editor.connection.sendNotification('exit');
    expect(await exit).toBe(0);
  });

  test('with 1 where the editor leaves without a word, or just stops sending', async () => {
    const editor = await Editor.in(await folderWith({}));
    const exit = exitOf(editor.child);
    await editor.connection.sendNotification('exit');
    expect(await exit).toBe(1);
    const other = await Editor.in(await folderWith({}));
    const end = exitOf(other.child);
    other.child.stdin.end();
    expect(await end).toBe(1);
  });

  test('when the editor’s process has ended, even if its pipe is held open', async () => {
    const gone = spawn(process.execPath, ['-e', '0']);
    await new Promise((done) => gone.on('close', done));
    const server = startServer(await folderWith({}));
    const exit = exitOf(server);
    const params = { processId: gone.pid, rootUri: null, capabilities: {} };
    server.stdin.write(message({ jsonrpc: '2.0', id: 1, method: 'initialize', params }));
    expect(await exit).toBe(1);
  });

  test('when the process has ended that the editor has named at the start', async () => {
    const gone = spawn(process.execPath, ['-e', '0']);
    await new Promise((done) => gone.on('close', done));
    const server = startServer(await folderWith({}), `--clientProcessId=${gone.pid}`);
    expect(await exitOf(server)).toBe(1);
  });

  test('with 2 and a sentence where an option is wrong', async () => {
    const { status, stderr } = await waypost(['lsp', '--socket=1'], await folderWith({}));
    expect(status).toBe(2);
    expect(stderr).toContain('--socket');
  });
});

describe('what is no request does no harm', () => {
  test('unknown methods, absurd parameters, and documents that nobody has opened', async () => {
    const editor = await Editor.in(await folderWith({ [file]: sound }));
    const { connection } = editor;
    await expect(connection.sendRequest('waypost/unknown')).rejects.toThrow('Unhandled method');
    await expect(connection.sendRequest('textDocument/hover', { nothing: 1 })).rejects.toThrow();
    const nowhere = { textDocument: { uri: 'file:///nowhere.yaml' } };
    const position = { line: 1e9, character: 1e9 };
    expect(await connection.sendRequest('textDocument/hover', { ...nowhere, position })).toBeNull();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///nowhere.yaml', version: 2 },
      contentChanges: [{ text: 'a' }],
    });
    const uri = await editor.open(file);
    const textDocument = { uri };
    expect(
      await connection.sendRequest('textDocument/hover', { textDocument, position }),
    ).toBeNull();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: position, end: { line: -1, character: -1 } }, text: '\nurk: 1\n' },
      ],
    });
    expect(await editor.published(uri, ({ version }) => version === 2)).not.toEqual([]);
    expect(await editor.diagnostics(await editor.open('content/plans/%zz.yaml', ''))).toMatchObject(
      [{ code: 'yaml-syntax' }],
    );
  });

  test.each([
    ['a body that is no JSON', 'Content-Length: 5\r\n\r\n{"a":'],
    ['a header without a length', 'Content-Type: text\r\n\r\n'],
    ['a length that is none', 'Content-Length: many\r\n\r\n'],
  ])('%s ends the server with 1 and a sentence', async (_, bytes) => {
    const server = startServer(await folderWith({}));
    let [stdout, stderr] = ['', ''];
    server.stdout.on('data', (data) => {
      stdout += data;
    });
    server.stderr.on('data', (data) => {
      stderr += data;
    });
    const exit = exitOf(server);
    server.stdin.write(bytes);
    expect(await exit).toBe(1);
    expect(stderr).toMatch(/^What comes in is not the language server protocol: /);
    // Standard output carries nothing but the protocol.
    expect(stdout).toMatch(/^(Content-Length: \d+\r\n\r\n\{.*\})*$/s);
  });

  test('JSON that is no message is passed over', async () => {
    const editor = await Editor.in(await folderWith({ [file]: sound }));
    editor.child.stdin.write('Content-Length: 4\r\n\r\nnull');
    editor.child.stdin.write(message({ jsonrpc: '2.0', method: 5 }));
    expect(await editor.diagnostics(await editor.open(file))).toEqual([]);
  });
});

test('a request that is cancelled is answered as cancelled, and the next one as ever', async () => {
  const editor = await Editor.in(await folderWith({ [file]: sound }), { capabilities: pulls });
  const uri = await editor.open(file);
  const source = new CancellationTokenSource();
  const asked = editor.connection.sendRequest(
    'textDocument/diagnostic',
    { textDocument: { uri } },
    source.token,
  );
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(
    await editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }),
  ).toEqual({ kind: 'full', items: [] });
});

test('hostile plans neither stop the server nor make it slow to answer', async () => {
  const editor = await Editor.in(await folderWith({ [file]: sound }));
  const bombs = [
    '['.repeat(100_000),
    `a:\n\tb: 1\n${'['.repeat(15_000)}`,
    `a: &a [x, x]\n${Array.from({ length: 40 }, (_, n) => `k${n}: &k${n} [*a, *a]\n`).join('')}`,
    `${'- '.repeat(20_000)}x`,
    'x'.repeat(1_100_000),
    '__proto__: { constructor: 1 }\nenvironments: { __proto__: {}, constructor: {} }\n',
    '\u0000\ud800',
  ];
  for (const [index, bomb] of bombs.entries()) {
    const uri = await editor.open(`content/plans/bomb-${index}.yaml`, bomb);
    expect(await editor.diagnostics(uri)).not.toEqual([]);
    for (const method of ['textDocument/completion', 'textDocument/hover']) {
      const position = { line: 0, character: 1 };
      await editor.connection.sendRequest(method, { textDocument: { uri }, position });
    }
    await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  }
  expect(editor.child.exitCode).toBeNull();
});

function message(content: object): string {
  const body = JSON.stringify(content);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
