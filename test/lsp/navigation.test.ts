import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, Location, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { changed } from '../support/plans.ts';
import { folderWith } from '../support/waypost.ts';
import { Editor } from './editor.ts';

const sound = changed('planned');
const file = 'content/plans/quillon-bay.yaml';
const mdx = 'content/plans/quillon-bay.mdx';

const prose = `
# Notes

😀 <Environment id="val" /> and <Environment id='val.test' /> are open from
<Date of="environments.val.created" /> on; see [VAL](#environment-val), not [PROD](#environment-prod).
`;

const waived = `${sound}waivers:
  - { rule: iq-late, at: 'environments.val.iq', reason: r, approvedBy: a, approved: 2026-01-01 }
`;

async function editing(text: string, name = file) {
  const editor = await Editor.in(await folderWith({ [name]: text }));
  return { editor, uri: await editor.open(name) };
}

describe('go to definition', () => {
  test('leads from a reference to its environment or instance, in data and in prose', async () => {
    const { editor, uri } = await editing(`---\n${waived}---\n${prose}`, mdx);
    const definition = (place: string) =>
      editor.at<Location | null>('textDocument/definition', uri, place);
    const lineOf = async (place: string) => {
      const found = await definition(place);
      return found && { line: found.range.start.line, text: editor.written(uri, found.range) };
    };
    const val = editor.position(uri, '\n  «val:').line;
    const prod = editor.position(uri, '\n  «prod:').line;
    expect(await lineOf('environment: v«al')).toEqual({ line: val, text: 'val' });
    expect(await lineOf('instance: prod.t«est')).toEqual({ line: prod + 8, text: 'test' });
    expect(await lineOf("at: 'environments.val.«iq")).toEqual({ line: val + 5, text: 'iq' });
    expect(await lineOf("id='val.te«st'")).toEqual({ line: val + 9, text: 'test' });
    expect(await lineOf('of="environments.«val.created')).toEqual({
      line: val + 2,
      text: 'created',
    });
    expect(await lineOf('#environment-v«al')).toEqual({ line: val, text: 'val' });
    expect(await definition('goLive: 2026«')).toBeNull();
  });

  test('leads from a change to the finding that caused it', async () => {
    const { editor, uri } = await editing(readFileSync('content/plans/larkfield.yaml', 'utf8'));
    const found = await editor.at<Location | null>('textDocument/definition', uri, 'finding: «');
    const named = /finding: ([^ ,}\n]+)/.exec(editor.text(uri))?.[1];
    expect(named).toBeDefined();
    const line = editor.text(uri).split('\n')[found?.range.start.line ?? 0];
    expect(line).toContain(`id: ${named}`);
  });
});

test('references are all places that name an environment, or just one of its instances', async () => {
  const { editor, uri } = await editing(`---\n${waived}---\n${prose}`, mdx);
  const references = async (place: string, includeDeclaration = false) => {
    const context = { context: { includeDeclaration } };
    const found = await editor.at<Location[]>('textDocument/references', uri, place, context);
    return found.map(({ range }) => editor.written(uri, range));
  };
  expect((await references('\n  v«al:')).toSorted()).toEqual([
    '#environment-val',
    'environments.val.created',
    'environments.val.iq',
    'val',
    'val',
    'val.test',
  ]);
  expect(await references("id='val.te«st'", true)).toEqual(['test', 'val.test']);
  expect(await references('goLive: 20«26')).toEqual([]);
});

describe('rename', () => {
  const rename = (editor: Editor, uri: string, place: string, newName: string) =>
    editor.at<WorkspaceEdit>('textDocument/rename', uri, place, { newName });

  test('changes an id wherever the plan has it, and leaves the plan in order', async () => {
    const text = `---\n${waived.replace('- { environment: val,', '- { environment: "val",')}---\n${prose}`;
    const { editor, uri } = await editing(text, mdx);
    const before = await editor.diagnostics(uri);
    const edit = await rename(editor, uri, '\n  v«al:', 'val-26-1');
    const after = editor.edited(uri, edit);
    expect(after).toBe(
      text
        .replace('\n  val:\n    release', '\n  val-26-1:\n    kind: val\n    release')
        .replace('environment: "val"', 'environment: "val-26-1"')
        .replace("'environments.val.iq'", "'environments.val-26-1.iq'")
        .replace('id="val"', 'id="val-26-1"')
        .replace("id='val.test'", "id='val-26-1.test'")
        .replace('environments.val.created', 'environments.val-26-1.created')
        .replace('#environment-val)', '#environment-val-26-1)'),
    );
    await editor.type(uri, text, after);
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).toEqual(
      before.map(({ code }) => code),
    );
  });

  test('to the id that stands there changes nothing', async () => {
    const { editor, uri } = await editing(sound);
    const edit = await rename(editor, uri, '\n  v«al:', 'val');
    expect(editor.edited(uri, edit)).toBe(sound);
  });

  test('takes a reference for what it names, and offers just the id', async () => {
    const { editor, uri } = await editing(sound);
    const offered = await editor.at<{ range: Location['range']; placeholder: string }>(
      'textDocument/prepareRename',
      uri,
      'instance: prod.t«est',
    );
    expect(offered.placeholder).toBe('prod');
    expect(editor.written(uri, offered.range)).toBe('prod');
    const edit = await rename(editor, uri, 'instance: prod.t«est', 'prod-eu');
    expect(editor.edited(uri, edit)).toContain('instance: prod-eu.test');
  });

  test('lets an environment in braces, and one between Windows line ends, state its kind', async () => {
    const { editor, uri } = await editing(
      sound
        .replace('community:\n    access: 2026-03-16', 'community: { access: 2026-03-16 }')
        .replaceAll('\n', '\r\n'),
    );
    const shared = editor.edited(uri, await rename(editor, uri, '  comm«unity', 'shared'));
    expect(shared).toContain('  shared: { kind: community, access: 2026-03-16 }\r\n');
    const main = editor.edited(uri, await rename(editor, uri, '  pre-pr«od:', 'first'));
    expect(main).toContain('  first:\r\n    kind: pre-prod\r\n    release');
    expect(main).toContain('clonedFrom: first\r\n');
  });

  test('lets an environment behind a question mark state its kind in line with its other keys', async () => {
    const text = sound.replace('  pre-prod:\n    release', '  ? pre-prod\n  : release');
    const { editor, uri } = await editing(text);
    const before = await editor.diagnostics(uri);
    const after = editor.edited(uri, await rename(editor, uri, '? pre-pr«od', 'first'));
    expect(after).toContain('  ? first\n  : kind: pre-prod\n    release: "26.1"\n');
    await editor.type(uri, text, after);
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).toEqual(
      before.map(({ code }) => code),
    );
  });

  test('names the environment even where it lacks the instance that is meant', async () => {
    const text = sound.replace(/( {2}prod:\n(?: {4}.*\n)*?) {4}test: .*\n/, '$1');
    expect(text).not.toBe(sound);
    const { editor, uri } = await editing(
      `---\n${text}---\n\n<Environment id="prod.test" />\n`,
      mdx,
    );
    const after = editor.edited(uri, await rename(editor, uri, '\n  pr«od:', 'prod-eu'));
    expect(after).toContain('instance: prod-eu.test');
    expect(after).toContain('<Environment id="prod-eu.test" />');
  });

  test('an environment that states its kind may take the name of that kind, and no other', async () => {
    const { editor, uri } = await editing(sound.replace('  val:', '  val-1:\n    kind: val'));
    expect(editor.edited(uri, await rename(editor, uri, '  val«-1:', 'val'))).toContain(
      '\n  val:\n    kind: val\n',
    );
    await expect(rename(editor, uri, '  val«-1:', 'migration')).rejects.toThrow(
      'An environment `migration` is a Migration',
    );
  });

  test.each([
    ['prod', 'has an environment `prod` already'],
    ['Val', 'is no id of an environment'],
    ['main', 'is no id of an environment'],
    ['x-val', 'is no id of an environment'],
    ['null', 'is no id of an environment'],
    ['a: b', 'is no id of an environment'],
    ['', 'is no id of an environment'],
  ])('%j is refused', async (id, reason) => {
    const { editor, uri } = await editing(sound);
    await expect(rename(editor, uri, '\n  v«al:', id)).rejects.toThrow(reason);
  });

  test('nothing is renamed in a plan, or in prose, that cannot be read, nor where no environment is', async () => {
    const { editor, uri } = await editing(sound);
    await expect(rename(editor, uri, 'go«Live', 'x')).rejects.toThrow('Only the id');
    expect(await editor.at('textDocument/prepareRename', uri, 'go«Live')).toBeNull();
    await editor.type(uri, 'test: {}', 'test: {');
    await expect(rename(editor, uri, '\n  v«al:', 'v')).rejects.toThrow('cannot be read');
    const notes = await editor.open(mdx, `---\n${sound}---\n\n<Environment id="val">\n`);
    await expect(rename(editor, notes, '\n  v«al:', 'v')).rejects.toThrow('cannot be read');
  });
});

test('the outline shows environments, instances, dates, and list items by their names', async () => {
  const { editor, uri } = await editing(
    sound.replace('main: {}', 'main: { url: https://a.example.com }'),
  );
  const symbols = await editor.connection.sendRequest<DocumentSymbol[]>(
    'textDocument/documentSymbol',
    { textDocument: { uri } },
  );
  const named = (among: DocumentSymbol[] | undefined, name: string) =>
    among?.find((symbol) => symbol.name === name);
  expect(named(symbols, 'goLive')?.detail).toBe('2026-07-20');
  const sandbox = named(named(symbols, 'environments')?.children, 'sandbox');
  expect(sandbox?.detail).toBe('Sandbox');
  expect(sandbox?.children?.map(({ name }) => name)).toContain('main');
  const [validation] = named(symbols, 'validations')?.children ?? [];
  expect(validation?.name).toBe('Validation in VAL');
  expect(named(symbols, 'training')?.children?.[0]?.name).toBe('Training of `Clinic staff`');
  for (const symbol of symbols) expectWithin(symbol);
  await editor.type(uri, 'test: {}', 'test: { u');
  const [first] = await editor.connection.sendRequest<DocumentSymbol[]>(
    'textDocument/documentSymbol',
    { textDocument: { uri } },
  );
  expect(first?.name).toBe('customer');
});

/** Editors refuse an outline whose parts do not lie in one another. */
function expectWithin({ range, selectionRange, children = [] }: DocumentSymbol): void {
  for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
    expect(isBefore(range.start, inner.start) && isBefore(inner.end, range.end)).toBe(true);
  }
  for (const child of children) expectWithin(child);
}

function isBefore(a: Location['range']['start'], b: Location['range']['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
