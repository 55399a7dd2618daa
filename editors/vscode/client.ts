import { basename } from 'node:path';
import { type LogOutputChannel, Uri, window } from 'vscode';
import {
  CloseAction,
  type ErrorHandler,
  LanguageClient,
  ShowMessageNotification,
  ShowMessageRequest,
} from 'vscode-languageclient/node';
import { plainText } from './plain-text.ts';
import { plansOf } from './plans.ts';
import type { Waypost } from './waypost.ts';

/** The language server of a folder of plans. That it is gone is told by whoever has begun it. */
export class Client extends LanguageClient {
  readonly #gone: () => void;

  /**
   * @param root the folder of `content/plans`, in which the server runs
   * @param output what the server says besides
   * @param gone called when the server has ended and is not begun again
   */
  constructor(waypost: Waypost, root: string, output: LogOutputChannel, gone: () => void) {
    // Other programs need not know that the editor's own one is to be Node.
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const args = [waypost.path, 'lsp', '--stdio'];
    const program = { command: waypost.node, args, options: { cwd: root, env } };
    super('waypost', 'Waypost', program, {
      documentSelector: plansOf(root),
      workspaceFolder: { uri: Uri.file(root), name: basename(root), index: 0 },
      outputChannel: output,
      initializationFailedHandler: () => false,
    });
    this.#gone = gone;
    this.onRequest(ShowMessageRequest.type, async ({ message, actions = [] }) => {
      return (await window.showWarningMessage(plainText(message), ...actions)) ?? null;
    });
    this.onNotification(ShowMessageNotification.type, ({ message }) => {
      void window.showWarningMessage(plainText(message));
    });
  }

  /** A server that has never answered would not do so the next time. */
  override createDefaultErrorHandler(maxRestartCount?: number): ErrorHandler {
    const usual = super.createDefaultErrorHandler(maxRestartCount);
    return {
      error: (...failure) => usual.error(...failure),
      closed: async () => {
        const isBroken = this.initializeResult === undefined;
        const next = isBroken ? { action: CloseAction.DoNotRestart } : await usual.closed();
        if (next.action === CloseAction.DoNotRestart) this.#gone();
        return next;
      },
    };
  }

  /** What goes wrong is written down; a message of it would hold whatever the plans say. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** Ends the server, whether it has begun or not. */
  async end(): Promise<void> {
    // A client that is not running refuses to stop, and ends what it has begun all the same.
    await this.dispose().catch(() => {});
  }
}
