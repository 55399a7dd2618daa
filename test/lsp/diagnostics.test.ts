import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import type { reportedFinding } from '../../src/report/json.ts';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';
import { Editor, pulls } from './editor.ts';

const sound = changed('planned');
const unpaired = changed('planned', ['test: {}', '']);
const late = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }']);
const file = 'content/plans/quillon-bay.yaml';

type Report = ReturnType<typeof reportedFinding>;

/** What the command line finds, by file, as diagnostics would say it. */
async function linted(folder: string): Promise<Record<string, Diagnostic[]>> {
  const { stdout } = await waypost(['lint', '--format', 'json'], folder);
  const { findings }: { findings: Report[] } = JSON.parse(stdout);
  const byFile: Record<string, Diagnostic[]> = {};
  for (const finding of findings) {
    byFile[finding.file] = [...(byFile[finding.file] ?? []), asDiagnostic(finding, folder)];
  }
  return byFile;
}

function asDiagnostic(finding: Report, folder: string): Diagnostic {
  const { rule, message, help, severity, url, related, waived } = finding;
  const level = severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
  const accepted = waived && `Accepted by ${waived.approvedBy} on ${waived.approved}: `;
  return {
    range: rangeOf(finding),
    severity: waived ? DiagnosticSeverity.Information : level,
    code: rule,
    ...(url.startsWith('https://') && { codeDescription: { href: url } }),
    source: 'waypost',
    message: `${accepted ?? ''}${message}\n${help}`,
    relatedInformation: related.map((place) => ({
      location: { uri: pathToFileURL(join(folder, place.file)).href, range: rangeOf(place) },
      message: place.message,
    })),
  };
}

function rangeOf(place: { line: number; column: number; endLine: number; endColumn: number }) {
  return {
    start: { line: place.line - 1, character: place.column - 1 },
    end: { line: place.endLine - 1, character: place.endColumn - 1 },
  };
}

/** An editor counts a byte order mark as a character of the first line. */
function behindMark({ range: { start, end }, ...diagnostic }: Diagnostic): Diagnostic {
  const shifted = ({ line, character }: typeof start) => ({
    line,
    character: line === 0 ? character + 1 : character,
  });
  return { ...diagnostic, range: { start: shifted(start), end: shifted(end) } };
}

test('diagnostics are what the command line finds, place by place', async () => {
  const prose = '\n# Notes\n\n😀 PreProd is on <Date of="nowhere" />.\n';
  const named = (name: string, text = sound) => text.replace('Quillon Bay', name);
  const waiver =
    'waivers:\n  - { rule: iq-late, reason: A holiday, approvedBy: Q, approved: 2026-01-20 }\n';
  const files: Record<string, string> = {
    'content/plans/a-sound.yaml': named('Ostermoor'),
    'content/plans/b-unpaired.yaml': named('Velden', unpaired),
    'content/plans/c-unreadable.yaml': `${sound}\nsites: [a, b\n`,
    'content/plans/d-first.yaml': sound,
    'content/plans/d-twice.yaml': sound,
    'content/plans/e-prose.mdx': `---\n${named('Ninepine')}---\n${prose}`,
    'content/plans/f-lines.yaml': unpaired.replaceAll('\n', '\r\n'),
    'content/plans/g-returns.yaml': unpaired.replaceAll('\n', '\r'),
    'content/plans/h-marked.yaml': `\ufeffkind: 1\n${sound}`,
    'content/plans/i-emoji.yaml': sound.replace(
      'test: {}',
      'test: { "x-😀": 1, url: nowhere, "😀": 2 }',
    ),
    'content/plans/j-empty.yaml': '',
    'content/plans/k-open.mdx': '---\ncustomer: Later\n',
    'content/plans/l-misnamed.yml': sound,
    'content/plans/m-waived.yaml': named('Tamarack', late) + waiver,
    'content/plans/Not Kebab.yaml': named('Sable Harbor'),
    'waypost.config.yaml': 'site: { url: https://plans.example.com, base: /onboarding/ }\n',
  };
  const folder = await folderWith(files);
  const editor = await Editor.in(folder);
  const expected = await linted(folder);
  const inOrder: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    if (name === 'waypost.config.yaml') continue;
    const diagnostics = await editor.diagnostics(await editor.open(name));
    if (diagnostics.length === 0) inOrder.push(name);
    const counted = expected[name] ?? [];
    expect({ [name]: diagnostics }).toEqual({
      [name]: text.startsWith('\ufeff') ? counted.map(behindMark) : counted,
    });
  }
  expect(inOrder).toEqual(['content/plans/a-sound.yaml', 'content/plans/d-first.yaml']);
});

test('an editor that asks for diagnostics gets the same, and none that it does not ask for', async () => {
  const folder = await folderWith({ [file]: unpaired });
  const editor = await Editor.in(folder, { capabilities: pulls });
  expect(editor.introduction?.capabilities.diagnosticProvider).toMatchObject({
    interFileDependencies: true,
  });
  const uri = await editor.open(file);
  const { items } = await editor.connection.sendRequest<{ items: Diagnostic[] }>(
    'textDocument/diagnostic',
    { textDocument: { uri } },
  );
  expect(items).toEqual((await linted(folder))[file]);
  expect(editor.isTold(uri)).toBe(false);
});

test('what is in the editor counts, not what is on the disk', async () => {
  const editor = await Editor.in(await folderWith({ [file]: unpaired }));
  const uri = await editor.open(file, sound);
  expect(await editor.diagnostics(uri)).toEqual([]);
  await editor.type(uri, 'test: {}', '');
  expect(await editor.diagnostics(uri)).toMatchObject([{ code: 'pair-incomplete' }]);
});

test('changes follow one another, behind characters outside the basic plane and across lines', async () => {
  const editor = await Editor.in(await folderWith({ [file]: sound }));
  const uri = await editor.open(file);
  await editor.type(uri, 'test: {}', 'test: { "x-😀": {}, urk: 1 }');
  await editor.type(uri, 'urk', '😀url');
  const [unknown] = await editor.diagnostics(uri);
  expect(editor.written(uri, unknown?.range ?? editor.range(uri, 'goLive'))).toBe('😀url');
  await editor.type(uri, '{ "x-😀": {}, 😀url: 1 }', '\r\n      x-a: 1\r\n      created: soon');
  const [date] = await editor.diagnostics(uri);
  expect(date?.code).toBe('invalid-date');
  expect(editor.written(uri, date?.range ?? editor.range(uri, 'goLive'))).toBe('soon');
});

test('a plan that is half-typed says so, and is judged again once it can be read', async () => {
  const editor = await Editor.in(await folderWith({ [file]: sound }));
  const uri = await editor.open(file);
  await editor.type(uri, 'test: {}', 'test: { url');
  expect(await editor.diagnostics(uri)).toMatchObject([{ code: 'yaml-syntax' }]);
  await editor.type(uri, 'test: { url', 'test: {}');
  expect(await editor.diagnostics(uri)).toEqual([]);
});

test('plans are judged together: what one says changes what is said of another', async () => {
  const other = 'content/plans/aldgate.yaml';
  const editor = await Editor.in(await folderWith({ [file]: sound, [other]: sound }));
  const uri = await editor.open(file);
  expect(await editor.diagnostics(uri)).toMatchObject([
    { code: 'duplicate-customer', relatedInformation: [{ location: { uri: editor.uri(other) } }] },
  ]);
  const otherUri = await editor.open(other);
  await editor.type(otherUri, 'Quillon Bay', 'Aldgate');
  expect(await editor.published(uri, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
  await editor.close(otherUri);
  expect(await editor.published(otherUri, ({ version }) => version === undefined)).toEqual([]);
});

test('an editor that asks for diagnostics is told when others have changed', async () => {
  const other = 'content/plans/aldgate.yaml';
  const folder = await folderWith({ [file]: sound, [other]: sound });
  const editor = await Editor.in(folder, { capabilities: pulls });
  const refreshed = new Promise((done) => {
    editor.connection.onRequest('workspace/diagnostic/refresh', () => done(true));
  });
  const uri = await editor.open(file);
  const ask = () =>
    editor.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
  expect((await ask()).items).toHaveLength(1);
  await editor.type(await editor.open(other), 'Quillon Bay', 'Aldgate');
  expect(await refreshed).toBe(true);
  expect((await ask()).items).toEqual([]);
});

test('the configuration holds, and holds anew once it is another', async () => {
  const folder = await folderWith({
    [file]: late,
    'waypost.config.yaml': 'rules: { iq-late: error }\n',
  });
  const editor = await Editor.in(folder, {
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  const uri = await editor.open(file);
  expect(await editor.diagnostics(uri)).toMatchObject([{ severity: DiagnosticSeverity.Error }]);
  const change = async (text: string) => {
    await writeFile(join(folder, 'waypost.config.yaml'), text);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('waypost.config.yaml'), type: 2 }],
    });
  };
  await change('rules: { iq-late: off }\n');
  expect(await editor.published(uri, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
  await change('rules: { iq-lat: off }\n');
  const isUnknown = ([first]: Diagnostic[]) => String(first?.message).includes('unknown');
  const [unknown, ...others] = await editor.published(uri, ({ diagnostics }) =>
    isUnknown(diagnostics),
  );
  expect(others).toEqual([]);
  expect(unknown?.severity).toBe(DiagnosticSeverity.Error);
  expect(unknown?.message).toContain('waypost.config.yaml:1:10 There is no rule `iq-lat`');
});

test('an editor that watches no files tells of a saved configuration', async () => {
  const folder = await folderWith({ [file]: late, 'waypost.config.yaml': '' });
  const editor = await Editor.in(folder);
  const uri = await editor.open(file);
  expect(await editor.diagnostics(uri)).toHaveLength(1);
  const configuration = await editor.open('waypost.config.yaml');
  await writeFile(join(folder, 'waypost.config.yaml'), 'rules: { iq-late: off }\n');
  await editor.connection.sendNotification('textDocument/didSave', {
    textDocument: { uri: configuration },
  });
  expect(await editor.published(uri, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
});

test('plans that appear, change and go beside the open one are taken note of', async () => {
  const other = 'content/plans/aldgate.yaml';
  const folder = await folderWith({ [file]: sound });
  const editor = await Editor.in(folder);
  const uri = await editor.open(file);
  expect(await editor.diagnostics(uri)).toEqual([]);
  const tell = (name: string) =>
    editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri(name), type: 2 }],
    });
  const next = (count: number) =>
    editor.next(uri, ({ diagnostics }) => diagnostics.length === count);

  let told = next(1);
  await writeFile(join(folder, other), sound);
  await tell(other);
  expect(await told).toMatchObject([{ code: 'duplicate-customer' }]);
  told = next(0);
  await rm(join(folder, other));
  await tell(other);
  expect(await told).toEqual([]);
  told = next(1);
  await writeFile(join(folder, other), sound);
  await tell('content/plans');
  expect(await told).toMatchObject([{ code: 'duplicate-customer' }]);
});

test('two folders are judged apart, each with its own configuration', async () => {
  const first = await folderWith({ [file]: late });
  const second = await folderWith({
    [file]: late,
    'waypost.config.yaml': 'rules: { iq-late: error }\n',
  });
  const editor = await Editor.in(first, { folders: [first, second] });
  const one = await editor.open(file);
  const two = await editor.openIn(second, file);
  expect(await editor.diagnostics(one)).toMatchObject([{ severity: DiagnosticSeverity.Warning }]);
  expect(await editor.diagnostics(two)).toMatchObject([{ severity: DiagnosticSeverity.Error }]);
});

test('only plans are judged: those below content/plans, and elsewhere what begins as one does', async () => {
  const folder = await folderWith({
    'elsewhere/quillon-bay.yaml': unpaired,
    'elsewhere/compose.yaml': 'services: {}\n',
    'content/plans/.draft/quillon-bay.yaml': 'kind: nothing\n',
    [file]: sound,
    'readme.md': 'customer: none\n',
  });
  const editor = await Editor.in(folder);
  expect(await editor.diagnostics(await editor.open('elsewhere/quillon-bay.yaml'))).toMatchObject([
    { code: 'pair-incomplete' },
  ]);
  const others = ['elsewhere/compose.yaml', 'content/plans/.draft/quillon-bay.yaml', 'readme.md'];
  const uris = await Promise.all(others.map((name) => editor.open(name)));
  const unsaved = await editor.open('untitled:Untitled-1', unpaired);
  expect(await editor.diagnostics(unsaved)).toMatchObject([{ code: 'pair-incomplete' }]);
  await editor.type(unsaved, 'customer:', 'client:');
  expect(await editor.published(unsaved, ({ version }) => version === undefined)).toEqual([]);
  expect(uris.filter((uri) => editor.isTold(uri))).toEqual([]);
});
