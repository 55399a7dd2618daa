import type { ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** What a process says while it runs; it is ended with the test. */
export class Said {
  #text = '';
  #more = Promise.withResolvers<void>();

  constructor(child: ChildProcess) {
    onTestFinished(() => void child.kill('SIGKILL'));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        this.#text += text;
        this.#more.resolve();
        this.#more = Promise.withResolvers();
      });
    }
  }

  /** Waits for these words, one after the other; what was said up to them is forgotten. */
  async says(...words: string[]): Promise<void> {
    for (const word of words) {
      while (!this.#text.includes(word)) await this.#more.promise;
      this.#text = this.#text.slice(this.#text.indexOf(word) + word.length);
    }
  }
}
