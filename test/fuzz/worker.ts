import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { flawOf } from './flaws.ts';
import type { Verdict } from './linter.ts';

/** Lints files as the command line does, for {@link Linter}; begun anew where one brings it down. */

const megabytes = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'waypost-fuzz-'));
process.chdir(folder);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('disconnect', () => process.exit());

process.on('message', async ({ name, text }: { name: string; text: string }) => {
  process.send?.(await verdictOn(name, Buffer.from(text, 'base64')));
});

async function verdictOn(name: string, bytes: Buffer): Promise<Verdict> {
  let said = '';
  const write = process.stderr.write;
  process.stderr.write = (chunk: string | Uint8Array) => {
    said += chunk;
    return true;
  };
  const report = join(folder, 'report.json');
  try {
    writeFileSync(name, bytes);
    const status = await main(['lint', '--no-cache', '--format', `json=${report}`, name]);
    const written = existsSync(report) ? readFileSync(report, 'utf8') : '';
    return { status, fault: flawOf({ status, said, report: written, bytes }) ?? tooLarge() };
  } catch (error) {
    const reason = error instanceof Error ? error.stack : String(error);
    return { status: null, fault: `It threw: ${reason}\n${said}` };
  } finally {
    process.stderr.write = write;
    rmSync(name, { force: true });
    rmSync(report, { force: true });
  }
}

/** The most that the process has ever had: whoever is to have been it, is one of few. */
function tooLarge(): string | undefined {
  const had = process.resourceUsage().maxRSS / 1024;
  return had > megabytes ? `It took ${Math.round(had)} MB` : undefined;
}
