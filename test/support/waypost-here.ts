import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Run } from './waypost.ts';

/** Runs the command line in this process, which takes a fraction of the time that one of its own does. */
export async function waypostHere(args: readonly string[], cwd: string): Promise<Run> {
  const [stdout, stderr] = [process.stdout, process.stderr].map((stream) => {
    let said = '';
    const write = vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += text;
      return true;
    });
    return { said: () => said, restore: () => write.mockRestore() };
  });
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const status = await main(args);
    return { status, stdout: stdout?.said() ?? '', stderr: stderr?.said() ?? '' };
  } finally {
    process.chdir(before);
    stdout?.restore();
    stderr?.restore();
  }
}
