import {
  type LanguageStatusItem,
  LanguageStatusSeverity,
  type LogOutputChannel,
  languages,
  RelativePattern,
  Uri,
} from 'vscode';
import { State } from 'vscode-languageclient/node';
import { Client } from './client.ts';
import { insidePlans } from './plans.ts';
import { type Obstacle, type Waypost, waypostFor } from './waypost.ts';

/** What checks the plans of one folder, or why nothing does; the editor shows it beside each of them. */
export class Checker {
  readonly #status: LanguageStatusItem;
  readonly #tell: (obstacle: Obstacle) => void;
  #client: Client | undefined;
  #isStopped = false;

  /**
   * @param root the folder of `content/plans`
   * @param output what the server says besides
   * @param tell told why plans are not checked
   */
  constructor(root: string, output: LogOutputChannel, tell: (obstacle: Obstacle) => void) {
    const plans = new RelativePattern(Uri.file(root), insidePlans);
    this.#status = languages.createLanguageStatusItem(`waypost ${root}`, { pattern: plans });
    this.#status.name = 'Waypost';
    this.#tell = tell;
    const waypost = waypostFor(root);
    if ('reason' in waypost) this.#stand(waypost);
    else this.#start(waypost, root, output);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#status.dispose();
    await this.#client?.end();
  }

  #start(waypost: Waypost, root: string, output: LogOutputChannel): void {
    const gone = () => this.#stand(ended);
    const client = new Client(waypost, root, output, gone);
    client.onDidChangeState(({ newState }) => {
      this.#status.busy = newState === State.Starting;
    });
    this.#client = client;
    this.#status.text = `Waypost ${waypost.version}`;
    client.start().catch(gone);
  }

  #stand(obstacle: Obstacle): void {
    if (this.#isStopped) return;
    this.#status.text = 'Waypost: not checked';
    this.#status.detail = obstacle.reason;
    this.#status.severity = LanguageStatusSeverity.Error;
    this.#status.command = obstacle.remedy;
    this.#tell(obstacle);
  }
}

const ended: Obstacle = {
  reason:
    'Plans are not checked, because Waypost has ended. Its output says why; once that is mended, restart it.',
  remedy: { title: 'Show Output', command: 'waypost.showOutput' },
};
