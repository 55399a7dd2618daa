import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { planSchema } from '../../schemas/plan.ts';
import { metaAt } from '../../schemas/walk.ts';
import { kindIds, kinds } from '../../src/lifecycle/kinds.ts';
import { frontMatter } from '../../src/source/front-matter.ts';
import { changed } from '../support/plans.ts';

const root = new URL('../..', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** The schema for the files that `waypost init` has VS Code use it for. */
const settings = JSON.parse(read('src/cli/templates/vscode-settings.json'));
const [[schema, files]] = Object.entries<string>(settings['yaml.schemas']) as [[string, string]];
const server = getLanguageService({
  schemaRequestService: async () => read('schemas/plan.schema.json'),
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
});
server.configure({
  validate: true,
  completion: true,
  hover: true,
  schemas: [{ uri: new URL(schema, 'file:///work/').href, fileMatch: [files] }],
});

let opened = 0;

/** A document that the server has not seen; it goes by address and version alone. */
function open(text: string): TextDocument {
  opened += 1;
  return TextDocument.create(`file:///work/content/plans/plan-${opened}.yaml`, 'yaml', 1, text);
}

/** What the server complains of: the text that is underlined, and what is said. */
async function complaints(text: string): Promise<string[]> {
  const document = open(text);
  const found = await server.doValidation(document, false);
  return found.map(({ range, message }) => {
    const line = range.start.line + 1;
    return `${line} ${document.getText(range)}: ${message}`;
  });
}

/** A document, and the place of `«` in it. */
function marked(text: string) {
  const document = open(text.replace('«', ''));
  return { document, position: document.positionAt(text.indexOf('«')) };
}

async function offers(text: string): Promise<Map<string, unknown>> {
  const { document, position } = marked(text);
  const { items } = await server.doComplete(document, position, false);
  return new Map(items.map(({ label, documentation }) => [label, documentation]));
}

async function hover(text: string): Promise<string> {
  const { document, position } = marked(text);
  return JSON.stringify((await server.doHover(document, position))?.contents);
}

/** The data of a plan's file, as this server knows no other part of MDX. */
function dataOf(path: string): string {
  const text = read(path);
  const { start, end } = frontMatter(text)?.data ?? { start: 0, end: text.length };
  return text.slice(start, end);
}

const plans = ['content/plans', 'test/fixtures/plans'].flatMap((folder) =>
  readdirSync(fileURLToPath(new URL(folder, root))).map((name) => `${folder}/${name}`),
);

test('there are plans to be read', () => {
  expect(plans.length).toBeGreaterThan(5);
});

test.each(plans)('%s is in order', async (path) => {
  expect(await complaints(dataOf(path))).toEqual([]);
});

test.each(['planned', 'live'] as const)('so is the plan around examples: %s', async (name) => {
  expect(await complaints(changed(name))).toEqual([]);
});

describe('what is wrong is underlined', () => {
  const date = 'Expected a calendar date `YYYY-MM-DD`';

  test.each([
    [
      'a key',
      'goLive:',
      'goLiv:',
      ['1 c: Missing property "goLive".', '4 goLiv: Property goLiv is not allowed.'],
    ],
    ['a day that is none', '2026-07-20', '2026-02-30', [`4 2026-02-30: ${date}`]],
    ['a 29 February', '2026-07-20', '2027-02-29', [`4 2027-02-29: ${date}`]],
    ['words for a date', '2026-07-20', 'in July', [`4 in July: ${date}`]],
    [
      'a release',
      '"26.1"',
      '"26.01"',
      ['8 "26.01": Expected a release such as `26.1`, or `26.1.2` for a hotfix'],
    ],
    ['a party', 'owner: customer', 'owner: us', ['42 us: Expected `customer` or `iqvia`']],
    ['no kind', '  val:\n', '  staging:\n', ['20 staging: Missing property "kind".']],
    [
      'a kind',
      '  val:\n',
      '  staging:\n    kind: vall\n',
      [`21 vall: Value is not accepted. Valid values: "${kindIds.join('", "')}".`],
    ],
    [
      'a key of another kind',
      '  val:\n',
      '  val:\n    configurationFinal: 2026-05-08\n',
      ['21 configurationFinal: Property configurationFinal is not allowed.'],
    ],
  ])('%s', async (_, from, to, expected) => {
    expect(await complaints(changed('planned', [from, to]))).toEqual(expected);
  });
});

describe('keys are explained', () => {
  test.each([
    ['goLive', '«goLive:', ['goLive']],
    ['a key of an environment', 'rele«ase: "26.1"', ['environments', 'pre-prod', 'release']],
    ['a key of an entry', 'own«er: customer', ['validations', 0, 'owner']],
  ] as const)('%s', async (_, place, path) => {
    const { description } = metaAt(planSchema(), path);
    expect(description).toBeTruthy();
    const written = place.replace('«', '');
    expect(await hover(changed('planned', [written, place]))).toContain(description);
  });

  test.each(['sandbox', 'pre-prod', 'val', 'prod', 'community'] as const)(
    '%s is explained by what it is for',
    async (kind) => {
      const said = await hover(changed('planned', [`\n  ${kind}:`, `\n  «${kind}:`]));
      expect(said).toContain(kinds[kind].name);
      expect(said).toContain(kinds[kind].purpose);
    },
  );
});

describe('what may be written is offered', () => {
  test('keys, with what they mean', async () => {
    const offered = await offers(changed('planned', ['sourceDatabase: none\n', '«\n']));
    const { description } = metaAt(planSchema(), ['sourceDatabase']);
    expect(offered.get('sourceDatabase')).toBe(description);
    expect(offered.has('goLive')).toBe(false);
  });

  test('keys that go with the kind', async () => {
    const offered = await offers(changed('planned', ['    clonedFrom: pre-prod\n', '    «\n']));
    const { description } = metaAt(planSchema(), ['environments', 'val', 'clonedFrom']);
    expect(offered.get('clonedFrom')).toBe(description);
    expect(offered.has('configurationFinal')).toBe(false);
  });

  test('kinds and words', async () => {
    const staging = changed('planned', ['  val:\n', '  staging:\n    kind: «\n  val:\n']);
    expect([...(await offers(staging)).keys()]).toEqual(expect.arrayContaining([...kindIds]));
    const owner = await offers(changed('planned', ['owner: customer', 'owner: «']));
    expect([...owner.keys()]).toEqual(expect.arrayContaining(['customer', 'iqvia']));
  });

  test('environments by the names of kinds', async () => {
    const offered = await offers(changed('planned', ['  val:\n', '  «\n  val:\n']));
    expect(offered.get('demo')).toBe(kinds.demo.purpose);
  });
});
