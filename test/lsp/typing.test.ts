import { describe, expect, test } from 'vitest';
import type { CompletionItem, Hover } from 'vscode-languageserver-protocol/node';
import { kindIds } from '../../src/lifecycle/kinds.ts';
import { changed } from '../support/plans.ts';
import { folderWith } from '../support/waypost.ts';
import { Editor } from './editor.ts';

const sound = changed('planned');
const file = 'content/plans/quillon-bay.yaml';
const mdx = 'content/plans/quillon-bay.mdx';

async function editing(text: string, name = file, site = '') {
  const editor = await Editor.in(await folderWith({ [name]: sound, 'waypost.config.yaml': site }));
  return { editor, uri: await editor.open(name, text) };
}

/** A buffer once an offer is taken. */
function taken(editor: Editor, uri: string, { textEdit }: CompletionItem): string {
  if (!textEdit || !('range' in textEdit)) throw new Error('The offer says not what it writes');
  const textDocument = { uri, version: 1 };
  return editor.edited(uri, { documentChanges: [{ textDocument, edits: [textEdit] }] });
}

describe('completion of keys', () => {
  test('those that the kind of environment has, without those that stand there', async () => {
    const { editor, uri } = await editing(sound.replace('  community:\n', '    \n  community:\n'));
    const labels = await editor.labels(uri, 'test: {}\n    «\n  community');
    expect(labels).toEqual(expect.arrayContaining(['kind', 'build', 'changes', 'request']));
    const absent = ['clonedFrom', 'obfuscated', 'access', 'url', 'release', 'main', 'iq'];
    expect(labels.filter((label) => absent.includes(label))).toEqual([]);
  });

  test('each with what it means, and the colon that it needs', async () => {
    const { editor, uri } = await editing(sound.replace('    release', '    bui\n    release'));
    const items = await editor.completions(uri, '    bui«');
    const build = items.find(({ label }) => label === 'build');
    expect(build?.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('Build it runs'),
    });
    expect(taken(editor, uri, build ?? { label: '' })).toContain('\n    build: \n    release');
    const request = items.find(({ label }) => label === 'request');
    expect(taken(editor, uri, request ?? { label: '' })).toContain('\n    request:\n    release');
  });

  test('a key that has its colon already does not get another', async () => {
    const { editor, uri } = await editing(sound.replace('created:', 'crated:'));
    const items = await editor.completions(uri, 'cra«ted:');
    const created = items.find(({ label }) => label === 'created');
    expect(taken(editor, uri, created ?? { label: '' })).toBe(sound);
  });

  test('at the top, in a list, in braces, and below a key with nothing after it', async () => {
    const open = 'decisions:\n  - \nmigration:\n  \nintegrations: { l }\n';
    const roomy = sound.replace('iq: { date', 'iq: {  date');
    const { editor, uri } = await editing(`${roomy}${open}con\n`);
    expect(await editor.labels(uri, 'con«\n')).toEqual([
      'sites',
      'contacts',
      'upgrades',
      'activities',
      'waivers',
    ]);
    expect(await editor.labels(uri, '  - «\nmigration')).toEqual([
      'id',
      'made',
      'summary',
      'applied',
    ]);
    expect(await editor.labels(uri, 'migration:\n  «\n')).toContain('specification');
    expect(await editor.labels(uri, '{ l«')).toEqual(['sso', 'labs']);
    expect(await editor.labels(uri, 'iq: { « date')).toEqual([
      'document',
      'approvedBy',
      'preparedBy',
    ]);
  });

  test('while brackets are open and other lines are unfinished', async () => {
    const { editor, uri } = await editing(
      sound
        .replace('test: {}', 'test: { u')
        .replace('configurationFinal: 2026-05-08', 'configurationFinal'),
    );
    expect(await editor.labels(uri, 'test: { u«')).toEqual([
      'url',
      'created',
      'iq',
      'data',
      'release',
    ]);
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).toEqual(['yaml-syntax']);
  });

  test('environments are offered by their kinds', async () => {
    const { editor, uri } = await editing(sound.replace('  sandbox:', '  mig\n  sandbox:'));
    const items = await editor.completions(uri, '  mig«');
    expect(items.map(({ label }) => label)).toEqual(['migration', 'demo']);
    expect(items[0]?.documentation).toMatchObject({
      value: expect.stringContaining('Review each iteration'),
    });
  });
});

describe('completion of values', () => {
  test('closed words, flags, and words that are common', async () => {
    const more = 'request: { sso:  }\n    data: \n';
    const { editor, uri } = await editing(
      sound
        .replace('access: 2026-03-16', `access: 2026-03-16\n    ${more}`)
        .replace('study-build', 's'),
    );
    expect(await editor.labels(uri, 'data: «')).toEqual([
      'dummy',
      'migrated',
      'obfuscated',
      'real',
    ]);
    expect(await editor.labels(uri, 'sso: «')).toEqual(['true', 'false']);
    expect(await editor.labels(uri, 'scope: [s«')).toContain('study-build');
    expect(await editor.labels(uri, 'owner: cust«')).toEqual(['customer', 'iqvia']);
  });

  test('kinds, each explained', async () => {
    const { editor, uri } = await editing(
      sound.replace('  community:', '  x:\n    kind: \n  community:'),
    );
    const items = await editor.completions(uri, 'kind: «');
    expect(items.map(({ label }) => label)).toEqual([...kindIds]);
    expect(items.find(({ label }) => label === 'val')?.detail).toBe('VAL');
  });

  test('environments and instances that the plan has, however unfinished it is', async () => {
    const { editor, uri } = await editing(
      sound
        .replace('instance: prod.test', 'instance: "pro')
        .replace('clonedFrom: pre-prod', 'clonedFrom: '),
    );
    const environments = ['sandbox', 'pre-prod', 'val', 'prod', 'community'];
    expect(await editor.labels(uri, 'clonedFrom: «')).toEqual(environments);
    expect(await editor.labels(uri, 'instance: "pro«')).toEqual(
      expect.arrayContaining([...environments, 'val.main', 'prod.test']),
    );
  });

  test('a reference is replaced whole, its instance and quotes included', async () => {
    const { editor, uri } = await editing(
      sound.replace('instance: prod.test', 'instance: "val.main"'),
    );
    const items = await editor.completions(uri, 'instance: "val.ma«in"');
    const chosen = items.find(({ label }) => label === 'prod.test') ?? { label: '' };
    expect(taken(editor, uri, chosen)).toBe(sound.replace('prod.test', '"prod.test"'));
  });

  test('rules that can be waived', async () => {
    const { editor, uri } = await editing(`${sound}waivers:\n  - rule: iq\n`);
    const labels = await editor.labels(uri, 'rule: iq«');
    expect(labels).toContain('iq-late');
    expect(labels).not.toContain('pair-incomplete');
  });

  test('nothing where anything may stand, behind a value, in a comment, and between key and blank', async () => {
    const { editor, uri } = await editing(
      `# a comment\n${sound.replace('owner: customer,', 'owner: customer ,')}`,
    );
    for (const place of [
      '# a com«ment',
      'customer: Quillon «Bay',
      'owner: customer «,',
      'goLive:« 2026',
    ]) {
      expect({ [place]: await editor.labels(uri, place) }).toEqual({ [place]: [] });
    }
  });
});

describe('in MDX', () => {
  const text = `---\n${sound}---\n\n# Notes\n\nSee <Env, <Environment id="pro" /> and <Date of="" />.\n`;

  test('front matter is completed as the data that it is, even before it is closed', async () => {
    const { editor, uri } = await editing(`---\n${sound}wai`, mdx);
    expect(await editor.labels(uri, 'wai«')).toContain('waivers');
    expect(await editor.labels(uri, '«---\n')).toEqual([]);
  });

  test('prose is offered components, and what their attributes name', async () => {
    const { editor, uri } = await editing(text, mdx);
    expect(await editor.labels(uri, 'See <Env«')).toContain('EnvironmentDiagram');
    expect(await editor.labels(uri, 'id="pro«')).toContain('prod.test');
    expect(await editor.labels(uri, 'of="«')).toContain('environments.pre-prod.configurationFinal');
    expect(await editor.labels(uri, '# No«tes')).toEqual([]);
  });
});

describe('hover', () => {
  const site = 'site: { url: https://plans.example.com, base: /onboarding }\n';

  async function shown(editor: Editor, uri: string, marked: string): Promise<string> {
    const hover = await editor.at<Hover | null>('textDocument/hover', uri, marked);
    if (hover === null) return '';
    if (typeof hover.contents === 'string' || !('value' in hover.contents)) return 'not Markdown';
    return hover.contents.value;
  }

  test('a key says what it means, an environment and a reference what its kind is for', async () => {
    const { editor, uri } = await editing(sound, file, site);
    expect(await shown(editor, uri, 'status«Date')).toContain('Date the plan was last true');
    expect(await shown(editor, uri, 'carry«Over')).toContain('carryOver');
    for (const place of ['\n  v«al:', 'clonedFrom: pre-p«rod', 'environment: v«al,']) {
      expect(await shown(editor, uri, place)).toMatch(/^\*\*(VAL|Pre-PROD)\*\*: /);
    }
    const val = await shown(editor, uri, '\n  v«al:');
    expect(val).toContain('Run the customer’s platform validation');
    expect(val).toContain('https://plans.example.com/onboarding/guides/environments/val/');
    expect(await shown(editor, uri, 'customer: Qui«llon')).toContain('Name of the customer');
  });

  test('a rule explains itself in a waiver and where it finds fault', async () => {
    const late = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }']);
    const waiver =
      'waivers:\n  - { rule: sandbox-late, reason: r, approvedBy: a, approved: 2026-01-01 }\n';
    const { editor, uri } = await editing(late + waiver, file, site);
    expect(await shown(editor, uri, 'rule: sandbox-l«ate')).toContain('**sandbox-late** (warning)');
    const fault = await shown(editor, uri, '2026-04-«07');
    expect(fault).toContain('**iq-late** (warning)');
    expect(fault).toContain('https://plans.example.com/onboarding/rules/iq-late/');
  });

  test('without an address of the site, nothing links to it', async () => {
    const { editor, uri } = await editing(sound);
    expect(await shown(editor, uri, '\n  v«al:')).not.toContain('](');
  });

  test('half-typed plans are explained all the same', async () => {
    const { editor, uri } = await editing(sound.replace('test: {}', 'test: {'));
    expect(await shown(editor, uri, 'des«troyed')).toContain('destroyed');
    expect(await shown(editor, uri, '\n  sand«box:')).toMatch(/^\*\*Sandbox\*\*/);
  });

  test('components and what they name, in prose', async () => {
    const text = `---\n${sound}---\n\n# Notes\n\n<Environment id="prod.test" /> is open from <Date of="goLive" /> on.\n`;
    const { editor, uri } = await editing(text, mdx);
    expect(await shown(editor, uri, '<Env«ironment')).toContain('name of an environment');
    expect(await shown(editor, uri, 'id="prod.«test')).toMatch(/^\*\*PROD\*\*/);
    expect(await shown(editor, uri, 'is op«en')).toBe('');
  });

  test('what a plan says never becomes markup', async () => {
    const { editor, uri } = await editing(
      sound.replace('goLive:', '"![](https://x.example)": 1\ngoLive:'),
    );
    expect(await shown(editor, uri, '![](«https')).not.toContain('](https://x.example');
  });
});
