/** What a thread does that reads ahead: see `read-ahead.ts`. */
import { statSync } from 'node:fs';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { bytesAt } from '../../source/discover.ts';
import { keyOf, writtenFacts } from '../../source/facts-file.ts';
import type { FactsStore } from '../../source/facts-store.ts';
import { frontMatter } from '../../source/front-matter.ts';
import { readText } from '../../source/plan-file.ts';
import { parseProse } from '../../source/prose.ts';
import { Claims } from './claims.ts';
import type { Found, ReadingList } from './threads.ts';

/** In bytes. Larger plans are rare, and take more memory than a thread has. */
const largest = 100_000;

const port: MessagePort = workerData;

/** Tells facts to the thread that needs them, and knows none itself. */
const dictation: FactsStore = {
  find: () => undefined,
  keep(kind, text, facts) {
    const written = writtenFacts(facts);
    if (written !== undefined) port.postMessage([keyOf(kind, text), written] satisfies Found);
  },
};

parentPort?.on('message', async ({ files, shared }: ReadingList) => {
  const claims = new Claims(files.length, shared);
  for (let share = claims.takeLast(); share; share = claims.takeLast()) {
    for (const file of files.slice(share.first, share.end)) {
      try {
        await read(file);
      } catch {
        // What cannot be read here is read, and told of, where it is needed.
      }
    }
    claims.finish(share);
  }
});

async function read(file: string): Promise<void> {
  if (statSync(file).size > largest) return;
  const { bytes, size } = bytesAt(file);
  const { text } = readText(file, bytes, size);
  const parts = frontMatter(text);
  const prose = parts && (await parseProse(text, parts.prose, dictation));
  if (prose && !('problem' in prose)) await prose.style();
}
