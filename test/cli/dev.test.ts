import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { changed } from '../support/plans.ts';
import { bin, folderWith } from '../support/waypost.ts';

const file = 'content/plans/quillon-bay.yaml';

test('dev serves the plans of the folder, follows a change, and shows errors', async () => {
  const cwd = await folderWith({ [file]: changed('planned') });
  const port = await freePort();
  const child = spawn(process.execPath, [bin, 'dev', '--port', String(port)], {
    cwd,
    stdio: 'ignore',
    // Astro serves no pages where it believes itself in a test.
    env: { PATH: process.env.PATH, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  onTestFinished(() => void child.kill());
  const page = async () => (await fetch(`http://localhost:${port}/plans/quillon-bay/`)).text();
  const wait = { timeout: 90_000, interval: 500 };

  await vi.waitFor(async () => expect(await page()).toContain('Quillon Bay Research'), wait);

  const renamed = ['Quillon Bay Research', 'Quillon Point Research'] as const;
  await writeFile(join(cwd, file), changed('planned', renamed, ['test: {}', '']));
  await vi.waitFor(async () => {
    const text = await page();
    expect(text).toContain('Quillon Point Research');
    expect(text).toContain('Sandbox has no Test instance');
  }, wait);
}, 240_000);
