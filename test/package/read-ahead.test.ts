import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { Claims } from '../../src/cli/ahead/claims.ts';
import type { ReadingList } from '../../src/cli/ahead/threads.ts';
import { changed } from '../support/plans.ts';
import { folderWith } from '../support/waypost.ts';
import { type Installed, installed } from './support/installed.ts';

let made: Installed;
beforeAll(async () => {
  made = await installed();
}, 600_000);

test('a thread of the package reads prose', async () => {
  const folder = await folderWith({
    'a.mdx': `---\n${changed('planned')}---\n\nRead [me](#me).\n`,
  });
  const { port1, port2 } = new MessageChannel();
  const program = join(made.folder, 'node_modules/waypost/src/cli/ahead/thread.mjs');
  const worker = new Worker(program, { workerData: port2, transferList: [port2] });
  onTestFinished(() => void worker.terminate());
  const list: ReadingList = { files: [join(folder, 'a.mdx')], shared: new Claims(1).shared };
  worker.postMessage(list);
  const [[, written]] = await once(port1, 'message');
  expect(JSON.parse(written)).toMatchObject({ links: [{ url: '#me' }] });
});
