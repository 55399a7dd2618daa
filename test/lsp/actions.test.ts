import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { changed } from '../support/plans.ts';
import { folderWith } from '../support/waypost.ts';
import { Editor } from './editor.ts';

const sound = changed('planned');
const file = 'content/plans/quillon-bay.yaml';

async function actions(editor: Editor, uri: string, place: string): Promise<CodeAction[]> {
  return editor.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: editor.range(uri, place),
    context: { diagnostics: [] },
  });
}

test('what has one right answer is mended in one step, and then there is no finding', async () => {
  const text = `\ufeff${sound.replace('clonedFrom', 'clonedForm').replaceAll('\n', '\r\n')}`;
  const editor = await Editor.in(await folderWith({ [file]: sound }));
  const uri = await editor.open(file, text);
  const [diagnostic] = await editor.diagnostics(uri);
  const [fix, ...others] = await actions(editor, uri, 'clonedForm');
  expect(others).toEqual([]);
  expect(fix).toMatchObject({
    title: 'Write `clonedFrom`',
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [diagnostic],
  });
  const mended = editor.edited(uri, fix?.edit ?? {});
  expect(mended).toBe(text.replace('clonedForm', 'clonedFrom'));
  await editor.type(uri, text, mended);
  expect(await editor.diagnostics(uri)).toEqual([]);
});

test('prose is mended too, and only what lies in the range that is asked about', async () => {
  const text = `---\n${sound.replace('owner: customer', 'owner: custommer')}---\n\n# Notes\n\n😀 The preprod is there.\n`;
  const mdx = 'content/plans/quillon-bay.mdx';
  const editor = await Editor.in(await folderWith({ [mdx]: text }));
  const uri = await editor.open(mdx);
  const [term] = await actions(editor, uri, 'preprod');
  expect(editor.edited(uri, term?.edit ?? {})).toBe(text.replace('preprod', 'Pre-PROD'));
  const [word] = await actions(editor, uri, 'custommer');
  expect(editor.edited(uri, word?.edit ?? {})).toBe(text.replace('custommer', 'customer'));
  expect(await actions(editor, uri, 'goLive')).toEqual([]);
});
