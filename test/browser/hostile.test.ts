import { type Dirent, existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { around } from '../../src/rules/around.ts';
import { filledPlan, type Write } from '../support/filled-plan.ts';
import { type HostileText, hostileTexts, hostileWords } from '../support/hostile-texts.ts';
import { planFile } from '../support/plans.ts';
import { quotedYaml } from '../support/quoted-yaml.ts';
import { retexted } from '../support/retexted-plan.ts';
import { folderWith, waypost } from '../support/waypost.ts';
import { type BuiltSite, buildSite } from './support/build-site.ts';
import { launchBrowser } from './support/chromium.ts';
import { sidewaysScroll } from './support/measure.ts';
import { openPage } from './support/page.ts';
import { type StaticServer, serveFolder } from './support/static-server.ts';

// Deeper than one folder: an address that is right here is right everywhere.
const BASE = '/deep/er/';

const texts: Record<string, HostileText> = { harmless: { text: 'Plain text' }, ...hostileTexts };
/** Where less is at stake, one text of each way to fall apart will do. */
const FEW = ['harmless', 'markup', 'code', 'bidi', 'long'];

const ran = join(await mkdtemp(join(tmpdir(), 'waypost-ran-')), 'ran');
const writes = `(await import('node:fs')).writeFileSync(${JSON.stringify(ran)}, '')`;
/** Prose that would run while the site is built, or in the reader's browser. */
const CODE = [
  `import fs from 'node:fs'\n\nexport const x = fs.writeFileSync(${JSON.stringify(ran)}, '')`,
  `export const getStaticPaths = ${writes}`,
  `{${writes}}`,
  '{process.exit(3)}',
  'Text {globalThis.pwned = process.exit(3)} text',
  '<script>window.pwned = 1</script>',
  '<Foo {...window.pwned = 1} />',
  `<Fragment set:html={${writes}} />`,
  '<style>{`body { display: none }`}</style>',
  '<img src="x" onerror="window.pwned = 1" />',
  '<div onclick="window.pwned = 1" style="position: fixed">click</div>',
  '<svg onload="window.pwned = 1"></svg>',
  '<iframe src="https://evil.invalid/"></iframe>',
  '<form action="https://evil.invalid/"><input autofocus onfocus="window.pwned = 1" /></form>',
  '<meta http-equiv="refresh" content="0; url=https://evil.invalid/" />',
  '[a](javascript:window.pwned=1) [b](  JaVaScRiPt:window.pwned=1) [c](data:text/html,x) [d](//evil.invalid)',
  '![pixel](https://evil.invalid/pixel.png)',
  '<Note title={window.pwned = 1}>x</Note>',
  '# \u202eheading <b onmouseover="window.pwned = 1">x</b>',
];

/** A plan that is none of the site's: beside the folder of the plans, and elsewhere, where links lead to. */
const SECRET = 'secret.yaml';
const secret = 'Kept from readers';
/** Ways from the page of a plan, or from its file, to what is none of the site's. */
const WAYS_OUT = [
  `../../../${SECRET}`,
  `%2e%2e/%2E%2E/%2e%2e/${SECRET}`,
  `..%2f..%2f..%2f${SECRET}`,
  `..\\..\\..\\${SECRET}`,
  `/../../${SECRET}`,
  '/\\evil.invalid',
  'file:///etc/passwd',
];
const reaching = [
  ...WAYS_OUT.map((way) => `[a](<${way}>) ![b](<${way}>) <Date of="${way}" />`),
  ...WAYS_OUT.map((way, index) => `[c][${index}] ![d][${index}]\n\n[${index}]: <${way}>`),
  `import text from '../../${SECRET}?raw'`,
  `{await import('../../${SECRET}')}`,
  `<Note src="../../${SECRET}">x</Note> <img src="../../${SECRET}" />`,
].join('\n\n');

const inOrder = planFile(around.live).plan?.facts;
const marks = new Map<string, string>();
const plans = hostilePlans();
let elsewhere: string;
let site: BuiltSite;
let server: StaticServer;
let browser: Browser;
/** The pages that plans have a say in. */
let paths: string[];

beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'waypost-elsewhere-'));
  await writeFile(join(elsewhere, SECRET), `customer: ${secret}\n`);
  site = await buildSite({
    plans: { ...plans, [`../../${SECRET}`]: `customer: ${secret}\n` },
    links: { 'link.yaml': join(elsewhere, SECRET), folder: elsewhere },
    base: BASE,
  });
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(site.pages, BASE)]);
  paths = globSync('**/*.html', { cwd: site.pages })
    .filter((file) => !/^(rules|guides)\//.test(file))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  for (const folder of [site?.folder, elsewhere]) {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
});

test('every free text of the format is filled, and read as it is written', () => {
  for (const { text } of Object.values(texts)) {
    const { value, texts: filled } = filledPlan({
      text: () => text,
      url: () => 'https://x.invalid',
    });
    const { plan, problems } = planFile(quotedYaml(value));
    expect(problems).toEqual([]);
    expect(plan?.customer).toBe(text);
    expect(filled.size).toBeGreaterThan(40);
  }
});

test('nothing in prose ran while the site was built', () => {
  expect(existsSync(ran)).toBe(false);
});

test('nothing that plans only lead to is in the site', () => {
  const files = globSync('**', { cwd: site.pages, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  const text = ({ parentPath, name }: Dirent) => readFileSync(join(parentPath, name), 'utf8');
  expect(files.length).toBeGreaterThan(paths.length);
  expect(files.filter((file) => text(file).includes(secret)).map(({ name }) => name)).toEqual([]);
});

test('on no page it runs, breaks anything, or is more than text', async () => {
  const faults: string[] = [];
  const looks = new Map<string, Look>();
  const visit = async (path: string) => {
    const { page, complaints, close } = await openPage(browser, server.url + path, { width: 390 });
    const look = await lookOf(page);
    looks.set(path, look);
    const scrolls: string[] = [];
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const scroll = await sidewaysScroll(page);
      if (scroll > 0) scrolls.push(`scrolls ${scroll} px sideways at ${width} px`);
    }
    const found = [
      ...Object.values(complaints).flat(),
      ...look.faults,
      ...scrolls,
      ...missingTexts(path, look.text),
      ...markupOf(look, looks.get(harmlessTwin(path))),
    ];
    faults.push(...found.map((fault) => `${path}: ${fault}`));
    await close();
  };
  const twins = paths.filter((path) => path === harmlessTwin(path));
  for (const path of twins) await visit(path);
  const queue = paths.filter((path) => !twins.includes(path)).values();
  const worker = async () => {
    for (const path of queue) await visit(path);
  };
  await Promise.all([worker(), worker()]);
  expect(paths.length).toBeGreaterThan(Object.keys(plans).length);
  expect(faults).toEqual([]);
}, 600_000);

test('the search shows it as text', async () => {
  const { page, complaints, close } = await openPage(browser, server.url);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.locator('dialog input').fill('img src');
  const written = '"><img src=x onerror="window.pwned=1">';
  const result = page.locator('.pagefind-ui__result-link', { hasText: written }).first();
  await result.waitFor({ timeout: 90_000 });
  expect((await lookOf(page)).faults).toEqual([]);
  expect(Object.values(complaints).flat()).toEqual([]);
  await close();
}, 120_000);

test('plans that are in order but for such texts pass the linter', async () => {
  const inOrder = Object.entries(plans).filter(([name]) => name.startsWith('in-order-'));
  const folder = await folderWith(
    Object.fromEntries(inOrder.map(([name, text]) => [`content/plans/${name}`, text])),
  );
  const { status, stdout, stderr } = await waypost(['lint'], folder);
  expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
});

function hostilePlans(): Record<string, string> {
  const files: Record<string, string> = {};
  // Each as YAML and as the front matter of MDX by turns.
  const add = (name: string, plan: unknown, index: number) => {
    const yaml = quotedYaml(plan);
    if (index % 2) files[`${name}.yaml`] = yaml;
    else files[`${name}.mdx`] = `---\n${yaml}\n---\n`;
  };
  for (const [index, [name, { text }]] of Object.entries(texts).entries()) {
    const write: Write = (path) => `${text} ${markOf(path)}`;
    const url: Write = (path) =>
      `https://x.invalid/${markOf(path)}/${text.replace(/[\s\p{Cc}]/gu, '')}`;
    add(`right-${name}`, filledPlan({ text: write, url }).value, index);
    if (!FEW.includes(name)) continue;
    const { value } = filledPlan({ text: write, url, wrong: write });
    add(`wrong-${name}`, { ...value, [`x-${text}`]: text, [text]: text }, index + 1);
    add(
      `in-order-${name}`,
      retexted(inOrder, (old) => `${text} ${old}`),
      index,
    );
  }
  const { environments = {}, ...others } = structuredClone(inOrder) ?? {};
  const odd = withOddKeys({ ...others, environments: withOddKeys(environments) });
  let turn = 0;
  const word = () => hostileWords[turn++ % hostileWords.length] ?? '';
  add('right-words', filledPlan({ text: word, url: () => 'https://x.invalid' }).value, 0);
  for (const [index, code] of CODE.entries()) {
    files[`code-${index}.mdx`] = `---\ncustomer: evil ${index}\n---\n\n${code}\n`;
  }
  files['reaching.mdx'] = `---\ncustomer: evil reach\n---\n\n${reaching}\n`;
  files['constructor.mdx'] = `---\n${quotedYaml(odd)}\n---\n`;
  files['<img src=x onerror=window.pwned=1>.yaml'] = 'customer: evil\n';
  files['end "quoted" & \u202e{x} `y` #.yaml'] = 'customer: [\n';
  return files;
}

/** The same, with keys that every object seems to have. */
function withOddKeys(map: object): object {
  const keys = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
  const odd = keys.map((key) => [key, { kind: 'val', [`x-${key}`]: key, clonedFrom: key }]);
  return Object.fromEntries([...Object.entries(map), ...odd]);
}

/** A short name for a path of the format, to find its text on a page by. */
function markOf(path: string): string {
  const mark = marks.get(path) ?? `F${String(marks.size).padStart(3, '0')}`;
  marks.set(path, mark);
  return mark;
}

/** The page that is the same but for the texts. */
function harmlessTwin(path: string): string {
  return path.replace(/(right|wrong|in-order)-[a-z]+/, '$1-harmless');
}

/** The texts of a plan that its page does not show as they are. */
function missingTexts(path: string, page: string): string[] {
  const name = /^plans\/right-([a-z]+)\/$/.exec(path)?.[1];
  const hostile = name && texts[name];
  if (!hostile) return [];
  const shown = oneLine(hostile.shown ?? hostile.text);
  const { texts: filled } = filledPlan({
    text: () => hostile.text,
    url: () => 'https://x.invalid',
  });
  const missing = [...filled].filter((field) => !page.includes(`${shown} ${markOf(field)}`));
  return missing.map((field) => `does not show ${field}`);
}

/** What of a page's markup its harmless twin does not have. */
function markupOf(look: Look, twin: Look | undefined): string[] {
  if (!twin) return [];
  const known = new Set(twin.markup);
  return [
    ...look.markup.filter((item) => !known.has(item)).map((item) => `has ${item}`),
    ...(look.headings === twin.headings ? [] : [`has other headings: ${look.headings}`]),
  ];
}

/** What a page looks like, as far as a plan's text could change it. */
interface Look {
  /** All text, on one line. */
  text: string;
  /** Elements and attributes by name. */
  markup: string[];
  /** The levels of the headings. */
  headings: string;
  faults: string[];
}

async function lookOf(page: Page): Promise<Look> {
  const look = await page.evaluate(() => {
    // The search writes its own form as soon as there is time for it.
    const elements = [...document.querySelectorAll(':not(#starlight__search *)')];
    const attributes = elements.flatMap((element) => [...element.attributes]);
    const addresses = attributes.filter(({ name }) =>
      ['href', 'xlink:href', 'src', 'action', 'formaction'].includes(name),
    );
    const left = (text: Node, offset: number) => {
      const range = document.createRange();
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      return range.getBoundingClientRect();
    };
    const isReversed = ({ firstChild: text, textContent }: Element) => {
      if (!(text instanceof Text)) return false;
      const [first, last] = [left(text, 0), left(text, textContent.length - 1)];
      return first.top === last.top && first.left > last.left;
    };
    return {
      text: document.body.textContent,
      markup: elements.flatMap(({ localName, attributes: own }) => [
        localName,
        ...[...own].map(({ name }) => `${localName}[${name}]`),
      ]),
      headings: elements
        .filter(({ localName }) => /^h[1-6]$/.test(localName))
        .map(({ localName }) => localName.slice(1))
        .join(''),
      faults: [
        ...('pwned' in globalThis ? ['it ran'] : []),
        ...attributes.filter(({ name }) => name.startsWith('on')).map(({ name }) => `has ${name}`),
        ...elements
          .filter((element) =>
            element.matches('script:not([src]), style, base, iframe, form[action]'),
          )
          .map(({ outerHTML }) => outerHTML),
        ...addresses
          .filter(({ value }) => !/^(https?:\/\/|mailto:|[#/](?!\/))/.test(value))
          .map(({ value }) => `leads to ${value}`),
        ...[...document.querySelectorAll('time')]
          .filter(isReversed)
          .map(({ textContent }) => `reverses ${textContent}`),
        ...(/[\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.outerHTML)
          ? ['turns the reading direction']
          : []),
      ],
    };
  });
  return {
    ...look,
    text: oneLine(look.text),
    // Which entry of the table of contents is the current one depends on the height of the page.
    markup: look.markup.filter((item) => item !== 'a[aria-current]'),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
