import { expect, test } from 'vitest';
import { pretty } from '../../src/report/pretty.ts';
import { deviating, reported, sound } from './reported.ts';

interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** What a runner makes of a log: commands outside of the passage in which they are stopped. */
function obeyed(log: string): Command[] {
  const commands: Command[] = [];
  let token: string | undefined;
  for (const line of log.split('\n')) {
    const parts = /^\s*::([\w-]+)(?: ([^:]*(?:,[^:]*)*))?::(.*)$/.exec(line);
    if (token !== undefined) {
      if (line.trim() === `::${token}::`) token = undefined;
      continue;
    }
    if (!parts) continue;
    const [, name = '', list = '', data = ''] = parts;
    if (name === 'stop-commands') token = data;
    else commands.push({ name, properties: propertiesOf(list), data: plain(data) });
  }
  expect(token).toBeUndefined();
  return commands;
}

function propertiesOf(list: string): Record<string, string> {
  const pairs = list.split(',').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => [pair.split('=')[0], plain(pair.slice(pair.indexOf('=') + 1))]),
  );
}

function plain(text: string): string {
  return text.replace(/%(0D|0A|3A|2C|25)/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

test('a clean run gives the report and no command', async () => {
  const { text } = await reported('github', { 'plan.yaml': sound });
  expect(obeyed(text)).toEqual([]);
  expect(text).toContain('1 plan in order\n');
});

test('each finding is a command with its place, and the whole report stands in the log', async () => {
  const name = 'plans, b: 100%/a.yaml';
  const { text, findings, files } = await reported(
    'github',
    { [name]: deviating },
    { folder: 'sub/' },
  );
  expect(text).toContain(pretty({ files, findings, failed: false }, { color: false }));
  const [error, accepted] = obeyed(text);
  expect(error?.name).toBe('error');
  expect(error?.properties).toEqual({
    file: `sub/${name}`,
    line: String(findings[0]?.line),
    endLine: String(findings[0]?.endLine),
    col: String(findings[0]?.column),
    endColumn: String(findings[0]?.endColumn),
    title: 'pair-incomplete',
  });
  expect(error?.data).toBe(`${findings[0]?.message}\n${findings[0]?.help}`);
  expect(accepted?.name).toBe('notice');
  expect(accepted?.data).toContain('%0A ::error::x, y [a](1)');
});

test('the name of a file cannot move the cursor of whoever reads the log', async () => {
  const { text } = await reported('github', { 'a\u001b[2J.yaml': deviating });
  expect(text).not.toContain('\u001b');
  expect(obeyed(text)[0]?.properties.file).toBe('a\\u{1b}[2J.yaml');
});

test('columns are left out where a finding goes over several lines', async () => {
  const { text, findings } = await reported('github', { 'a.mdx': '---\n---\n\n{1 +\n1}\n' });
  const several = findings.filter(({ line, endLine }) => line !== endLine);
  expect(several).not.toHaveLength(0);
  const command = obeyed(text).find(({ properties }) => properties.title === several[0]?.rule);
  expect(Object.keys(command?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title']);
});

test('what a plan says cannot become a command', async () => {
  const long = 'word '.repeat(30);
  const plan = deviating.replace(
    'Research',
    `Research\nsites: ["${long}::add-mask::x"]\nstatus: "${long}::set-env name=PATH::x"`,
  );
  const { text } = await reported('github', { 'a.yaml': plan });
  const names = new Set(obeyed(text).map(({ name }) => name));
  expect([...names].filter((name) => !['error', 'warning', 'notice'].includes(name))).toEqual([]);
});

test('ten of a kind are shown, and the log says how many more there are', async () => {
  const plans = Object.fromEntries([...Array(14).keys()].map((n) => [`p${n}.yaml`, '- none\n']));
  const { text, findings } = await reported('github', plans);
  expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(14);
  expect(obeyed(text).filter(({ name }) => name === 'error')).toHaveLength(10);
  expect(text).toContain('\n4 more of kind error in the report above\n');
});
