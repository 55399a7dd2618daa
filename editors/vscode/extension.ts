import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { Checkers } from './checkers.ts';

let checkers: Checkers | undefined;

/** Checks plans as soon as one is open; begins anew when what is to check them may be another. */
export function activate({ subscriptions }: ExtensionContext): void {
  const output = window.createOutputChannel('Waypost', { log: true });
  const all = new Checkers(output);
  const restart = () => all.restart();
  subscriptions.push(
    output,
    commands.registerCommand('waypost.restart', restart),
    commands.registerCommand('waypost.showOutput', () => output.show()),
    workspace.onDidOpenTextDocument((document) => all.check(document)),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeWorkspaceFolders(restart),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('waypost.path')) void restart();
    }),
  );
  checkers = all;
  void restart();
}

/** The editor waits for the servers to end. */
export function deactivate(): Promise<void> | undefined {
  return checkers?.stop();
}
