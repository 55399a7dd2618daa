import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { hasTerminal, waypostOnTerminal } from '../support/terminal.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const unpaired = { 'content/plans/quillon-bay.yaml': changed('planned', ['test: {}', '']) };
const red = '\u001b[31m';

type Variables = Readonly<Record<string, string>>;

describe('where the output is no terminal', () => {
  test.each<[boolean, string[], Variables]>([
    [false, [], {}],
    [false, [], { FORCE_COLOR: '' }],
    [false, [], { FORCE_COLOR: '0' }],
    [false, [], { FORCE_COLOR: 'false' }],
    [true, [], { FORCE_COLOR: '1' }],
    [true, [], { FORCE_COLOR: 'true', TERM: 'dumb' }],
    [false, [], { FORCE_COLOR: '1', NO_COLOR: '1' }],
    [true, [], { FORCE_COLOR: '1', NO_COLOR: '' }],
    [true, ['--color'], { NO_COLOR: '1' }],
    [false, ['--no-color'], { FORCE_COLOR: '1' }],
  ])('color is %j with %j and %j', async (colored, args, variables) => {
    const cwd = await folderWith(unpaired);
    const { stdout } = await waypost(['lint', ...args], cwd, variables);
    expect(stdout).toContain('Sandbox has no Test instance');
    expect(stdout.includes(red)).toBe(colored);
  });

  test('a report in a file has color only where it is asked for by name', async () => {
    const cwd = await folderWith(unpaired);
    const report = ['--format', 'pretty=report.txt', '--format', 'json'];
    await waypost(['lint', ...report], cwd, { FORCE_COLOR: '1' });
    expect(readIn(cwd)).not.toContain(red);
    await waypost(['lint', ...report, '--color'], cwd);
    expect(readIn(cwd)).toContain(red);
  });
});

describe.runIf(hasTerminal)('on a terminal', () => {
  test.each<[boolean, string[], Variables]>([
    [true, ['lint'], { TERM: 'xterm-256color' }],
    [false, ['lint'], { TERM: 'dumb' }],
    [false, ['lint'], { TERM: 'xterm-256color', NO_COLOR: '1' }],
    [true, ['lint'], { TERM: 'xterm-256color', NO_COLOR: '' }],
    [false, ['lint'], { TERM: 'xterm-256color', FORCE_COLOR: '0' }],
    [false, ['lint', '--no-color'], { TERM: 'xterm-256color' }],
    [true, ['lint', '--color'], { TERM: 'dumb' }],
    [true, ['build'], { TERM: 'xterm-256color' }],
    [false, ['build'], { TERM: 'xterm-256color', NO_COLOR: '1' }],
  ])('color is %j with %j and %j', async (colored, args, variables) => {
    const { stdout } = waypostOnTerminal(args, await folderWith(unpaired), variables);
    const shown = stdout ? await text(stdout) : '';
    expect(shown).toContain('Sandbox has no Test instance');
    expect(shown.includes(red)).toBe(colored);
  });
});

function readIn(folder: string): string {
  return readFileSync(join(folder, 'report.txt'), 'utf8');
}
