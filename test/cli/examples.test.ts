import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { rules } from '../../src/rules/index.ts';
import { exampleFiles } from '../support/example-file.ts';
import { folderWith } from '../support/waypost.ts';

/** Runs the command in this process: one of its own for each of hundreds of files takes minutes. */
async function lint(...args: string[]) {
  let stdout = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text;
    return true;
  });
  try {
    return {
      status: await main(['lint', ...args, '--format', 'json']),
      report: JSON.parse(stdout),
    };
  } finally {
    write.mockRestore();
  }
}

test.each(rules.map((rule) => [rule.id, rule] as const))(
  'the bad examples of %s, written to files, are refused for it alone',
  async (id, rule) => {
    expect.hasAssertions();
    const cwd = await folderWith({});
    for (const [index, example] of rule.examples().bad.entries()) {
      const folder = join(cwd, String(index));
      await mkdir(folder);
      for (const { name, content } of exampleFiles(example)) {
        await writeFile(join(folder, name), content);
      }
      const { status, report } = await lint(folder, '--max-warnings', '0');
      const found = report.findings.map((finding: { rule: string }) => finding.rule.split('/')[0]);
      expect({ status, found: [...new Set(found)] }).toEqual({ status: 1, found: [id] });
    }
  },
);
