import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import { fixesIn } from './actions.ts';
import { completionsAt } from './completion.ts';
import { hoverAt } from './hover.ts';
import { prepareRename, rename } from './rename.ts';
import { symbolsIn } from './symbols.ts';
import { definitionAt, referencesAt } from './targets.ts';
import type { Entry, Workspace } from './workspace.ts';

/** What the server can be asked about a plan; one line a question. */
export const answers: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: [' ', '<', '"', '.'] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: ['quickfix'] },
  documentSymbolProvider: true,
};

/** Answers the editor's questions about plans; of what is no plan it says nothing. */
export function answerRequests(connection: Connection, workspace: Workspace): void {
  const about = <Params extends { textDocument: { uri: string } }, Answer>(
    answer: (entry: Entry, params: Params) => Answer | Promise<Answer>,
  ) => {
    return (params: Params, token: CancellationToken) => {
      const entry = workspace.entry(params.textDocument.uri);
      return entry ? unlessCancelled(token, async () => answer(entry, params)) : null;
    };
  };
  const at = <Params extends TextDocumentPositionParams, Answer>(
    answer: (entry: Entry, offset: number, params: Params) => Answer | Promise<Answer>,
  ) => {
    return about((entry, params: Params) =>
      answer(entry, entry.plan.offset(params.position), params),
    );
  };
  connection.onHover(at((entry, offset) => hoverAt(workspace, entry, offset)));
  connection.onCompletion(at(completionsAt));
  connection.onDefinition(at(({ plan }, offset) => definitionAt(plan, offset)));
  connection.onReferences(
    at(({ plan }, offset, { context }) => referencesAt(plan, offset, context.includeDeclaration)),
  );
  connection.onPrepareRename(at(({ plan }, offset) => prepareRename(plan, offset)));
  connection.onRenameRequest(at(({ plan }, offset, { newName }) => rename(plan, offset, newName)));
  connection.onCodeAction(about((entry, { range }) => fixesIn(workspace, entry, range)));
  connection.onDocumentSymbol(about(({ plan }) => symbolsIn(plan)));
}

/** An answer that nobody waits for any more is no answer. */
export async function unlessCancelled<Answer>(
  token: CancellationToken,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const { RequestCancelled } = LSPErrorCodes;
  const refusal = new ResponseError<void>(RequestCancelled, 'The request was cancelled.');
  if (token.isCancellationRequested) throw refusal;
  const cancelled = new Promise<never>((_, fail) => {
    token.onCancellationRequested(() => fail(refusal));
  });
  return Promise.race([answer(), cancelled]);
}
