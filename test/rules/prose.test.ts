import preset from 'remark-preset-lint-recommended';
import { describe, expect, test } from 'vitest';
import type { Attachments } from '../../src/lifecycle/attachments.ts';
import { lint } from '../../src/lint/lint.ts';
import { ruleById } from '../../src/rules/index.ts';
import remarkLint from '../../src/rules/prose/remark-lint.ts';
import { readPlan } from '../../src/source/plan-file.ts';
import { changed, planFile } from '../support/plans.ts';

type Change = readonly [from: string, to: string];

function withProse(prose: string, ...changes: readonly Change[]): string {
  return `---\n${changed('planned', ...changes)}---\n${prose}`;
}

/** What is found in prose: the rule, the text it points at, the message. */
async function findings(prose: string, ...changes: readonly Change[]) {
  return foundIn(withProse(prose, ...changes));
}

async function foundIn(text: string, attachments?: Attachments) {
  const file = readPlan('plan.mdx', new TextEncoder().encode(text), undefined, attachments);
  return (await lint([file])).map(({ rule, line, column, endLine, endColumn, message }) => {
    const end = endLine === line ? endColumn - 1 : undefined;
    return [rule, file.lines.line(line).slice(column - 1, end), message] as const;
  });
}

async function rulesIn(prose: string, ...changes: readonly Change[]) {
  return (await findings(prose, ...changes)).map(([rule]) => rule);
}

/** The words of prose that a rule points at. */
async function pointedAt(rule: string, prose: string, ...changes: readonly Change[]) {
  const found = await findings(prose, ...changes);
  return found.filter(([id]) => id === rule).map(([, words]) => words);
}

/** What a rule says of prose: messages and help. */
async function said(rule: string, prose: string, ...changes: readonly Change[]) {
  const found = await lint([planFile(withProse(prose, ...changes), 'plan.mdx')]);
  return found
    .filter((finding) => finding.rule === rule)
    .map(({ message, help }) => [message, help]);
}

describe('prose and data are judged apart', () => {
  test('prose is judged where the data cannot be read, but for what rests on them', async () => {
    const text =
      '---\ncustomer: [\n---\n\n<b>Bold</b> on <Date of="nothing" />, see [x](/rules/none/).\n';
    expect((await foundIn(text)).map(([rule]) => rule)).toEqual([
      'yaml-syntax',
      'prose-unknown-component',
      'prose-broken-link',
    ]);
  });

  test('data are judged where the prose cannot be read', async () => {
    expect(await rulesIn('\nA {b\n', ['goLive: 2026-07-20', 'goLive: soon'])).toEqual([
      'invalid-date',
      'mdx-syntax',
    ]);
  });

  test('a plan without prose has nothing to find in it', async () => {
    expect(await rulesIn('')).toEqual([]);
    expect(await lint([planFile(changed('planned'))])).toEqual([]);
  });
});

describe('places', () => {
  const prose =
    '\n## Notes 🧪\n\nThe preprod 🧪 and the Val.\n\n- on 2026-07-20, see [x](#nowhere)\n';
  const places = async (text: string) =>
    (await lint([planFile(text, 'plan.mdx')])).map(
      ({ rule, line, column, endLine, endColumn, path }) => [
        rule,
        line,
        column,
        endLine,
        endColumn,
        path,
      ],
    );

  test('count from the beginning of the file, in UTF-16 units', async () => {
    const front = changed('planned').split('\n').length + 1;
    expect(await places(withProse(prose))).toEqual([
      ['prose-term', front + 4, 5, front + 4, 12, null],
      ['prose-term', front + 4, 24, front + 4, 27, null],
      ['prose-date', front + 6, 6, front + 6, 16, null],
      ['prose-broken-link', front + 6, 26, front + 6, 34, null],
    ]);
  });

  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('are the same where lines end in %s', async (_, end) => {
    const text = withProse(prose);
    expect(await places(text.replaceAll('\n', end))).toEqual(await places(text));
  });

  test('are the same after a byte order mark', async () => {
    expect(await places(`\uFEFF${withProse(prose)}`)).toEqual(await places(withProse(prose)));
  });
});

describe('one cause, one finding', () => {
  test('a date that is wrong in the data is not missed in the prose', async () => {
    const change = ['goLive: 2026-07-20', 'goLive: 2026-02-30'] as const;
    expect(await rulesIn('\n<Date of="goLive" />\n', change)).toEqual(['invalid-date']);
  });

  test('nor one whose key is misspelt', async () => {
    const change = ['goLive: 2026-07-20', 'goLife: 2026-07-20'] as const;
    expect(await rulesIn('\n<Date of="goLive" />\n', change)).toEqual(['unknown-key']);
  });

  test('a required environment that is missing is not missed in the prose too', async () => {
    const change = ['  val:\n', '  val-27-1:\n    kind: prod\n'] as const;
    const found = await rulesIn(
      '\n<Environment id="val" /> <Date of="environments.val.created" />\n',
      change,
    );
    expect(found).toContain('required-environment-missing');
    expect(found).not.toContain('unknown-reference');
  });

  test('an expression instead of a path is code, and no reference', async () => {
    expect(await rulesIn('\n<Date of={x} />\n')).toEqual(['prose-code']);
  });

  test('a spread may hold the attribute that is missing', async () => {
    expect(await rulesIn('\n<Date {...x} />\n')).toEqual(['prose-code']);
  });
});

describe('references in prose', () => {
  test.each([
    ['<Date of="validations[0].started" />', []],
    ['<Date of="validations[1].started" />', ['unknown-reference']],
    ['<Date of="customer" />', ['unknown-reference']],
    ['<Date of="" />', ['unknown-reference']],
    ['<Date of="constructor" />', ['unknown-reference']],
    ['<Environment id="prod.test" />', []],
    ['<Environment id="pre-prod.test" />', ['unknown-reference']],
    ['<Environment id="__proto__" />', ['unknown-reference']],
  ])('%s', async (prose, rules) => {
    expect(await rulesIn(`\n${prose}\n`)).toEqual(rules);
  });
});

describe('code', () => {
  test.each([
    ["import a from 'b'\nexport const c = 1", ['import', 'export']],
    ['Text {1 + 1} and {/* no */ x}.', ['{1 + 1}', '{/* no */ x}']],
    ['{}', ['{}']],
    ['{/* a remark */}', []],
    ['Text {/* a remark */ /* and one more */}.', []],
    ['<Note title={`x`} {...all}>\n  Text\n</Note>', ['{`x`}', '{...all}']],
    ['`{x}` and\n\n```js\nimport a from "b"\n{x}\n```', []],
  ])('%j', async (prose, words) => {
    expect(await pointedAt('prose-code', `\n${prose}\n`)).toEqual(words);
  });
});

describe('components', () => {
  test.each([
    ['<div>\n  <Chart />\n</div>', ['div', 'Chart']],
    ['A line<br/>break', ['br']],
    ['<Foo.Bar />', ['Foo.Bar']],
    ['<script>alert</script>', ['script']],
    ['<Note>Mind the gap</Note>', []],
    ['<Note>\n  - <Timeline />\n</Note>', []],
    ['Now <Note>mind</Note> it', ['Note']],
    ['| a |\n| - |\n| <Timeline /> |', ['Timeline']],
    ['`<div>`', []],
  ])('%j', async (prose, words) => {
    expect(await pointedAt('prose-unknown-component', `\n${prose}\n`)).toEqual(words);
  });
});

describe('what is said of components', () => {
  const known =
    'Use Markdown instead, or one of `<Date>`, `<Environment>`, `<EnvironmentDiagram>`, `<Timeline>`, `<Note>` and `<Warning>`.';

  test.each([
    ['<Timelin />', '`<Timelin>` is no component for plans', 'Did you mean `<Timeline>`?'],
    ['<timeline />', '`<timeline>` is no component for plans', 'Did you mean `<Timeline>`?'],
    ['<Chart />', '`<Chart>` is no component for plans', known],
    ['<b>Bold</b>', '`<b>` is HTML, which plans do without', 'In Markdown: `**text**`.'],
    ['<nota />', '`<nota>` is HTML, which plans do without', known],
    ['<toString />', '`<toString>` is HTML, which plans do without', known],
    [
      'Now <Timeline /> here',
      '`<Timeline>` stands within a line',
      'Put it on a line of its own, with an empty line before and after it.',
    ],
    [
      '<Timeline>\n  Text\n</Timeline>',
      '`<Timeline>` encloses text',
      'Close it at once, as in `<Timeline />`, and write the text beside it.',
    ],
    [
      '<Date of="goLive">Text</Date>',
      '`<Date>` encloses text',
      'Close it at once, as in `<Date of="…" />`, and write the text beside it.',
    ],
    ['<Date off="x" of="goLive" />', '`<Date>` has no attribute `off`', 'Did you mean `of`?'],
    [
      '<Date title="x" of="goLive" />',
      '`<Date>` has no attribute `title`',
      'Delete it: this component takes `of`.',
    ],
    [
      '<Timeline of="x" />',
      '`<Timeline>` has no attribute `of`',
      'Delete it: this component takes none.',
    ],
    [
      '<Date of="goLive" of="goLive" />',
      '`of` of `<Date>` is given twice',
      'Keep the one that is meant.',
    ],
    ['<Date of />', '`of` of `<Date>` has no value', 'Write `of="…"`.'],
    ['<Date />', '`<Date>` lacks its attribute `of`', 'Add `of="…"`.'],
  ])('%j', async (prose, message, help) => {
    expect(await said('prose-unknown-component', `\n${prose}\n`)).toEqual([[message, help]]);
  });

  test('nothing where those that stand alone share a line with each other only', async () => {
    const rule = 'prose-unknown-component';
    expect(await said(rule, '\n<Note>One</Note> <Warning>Two</Warning>\n')).toEqual([]);
    expect(await said(rule, '\n<Note>One</Note> <Date of="goLive" />\n')).toHaveLength(1);
    expect(await said(rule, '\n<Note>One</Note> *two*\n')).toHaveLength(1);
  });
});

describe('terms', () => {
  test.each([
    [
      'pre-prod, prePROD, Pre-Production, PREPROD',
      ['pre-prod', 'prePROD', 'Pre-Production', 'PREPROD'],
    ],
    ['Pre-PROD, Pre‑PROD (with a hyphen that does not break), PROD, VAL', []],
    [
      '**Val** | _prod_ ~~ecr~~ [iqvia](https://iqvia.example.com/val)',
      ['Val', 'prod', 'ecr', 'iqvia'],
    ],
    ['validation interval, reproduce, val-27-1, prod_test, Val**idation**', []],
    ['https://val.example.com/prod, val@example.com, reports/val.pdf, C:\\prod', []],
    ['go live, goes live, Go-live, go-live; sign off; sandbox; production; Val’s', ['Val']],
    ['Go Live, golive, Sign-Off, ECRs, ecrs', ['Go Live', 'golive', 'Sign-Off', 'ecrs']],
    ['`preprod` <Environment id="val" />', []],
    ['pre\nprod', ['pre']],
    ['<Note>\n  In preprod.\n</Note>', ['preprod']],
  ])('%j', async (prose, words) => {
    expect(await pointedAt('prose-term', `\n${prose}\n`)).toEqual(words);
  });

  test('the plan’s own names stay as they are', async () => {
    const change = ['customer: Quillon Bay Research', 'customer: Val Clinics'] as const;
    expect(await pointedAt('prose-term', '\nVal Clinics uses Val.\n', change)).toEqual(['Val']);
  });

  test.each([
    ['a site', 'sites: [Ward, Val House]', 'Val House'],
    [
      'a contact',
      'contacts: [{ role: Lead, party: customer }, { role: Lead, party: customer, name: Ann Val }]',
      'Ann Val',
    ],
    ['a lab', 'integrations: { labs: [{ name: Val Labs }] }', 'Val Labs'],
  ])('the name of %s stays as it is, and nothing beside it', async (_, line, name) => {
    const change = ['goLive:', `${line}\ngoLive:`] as const;
    const prose = `\nVal of ${name}, ${name}’s Val and ${name}.\n`;
    expect(await pointedAt('prose-term', prose, change)).toEqual(['Val', 'Val']);
  });

  test('the plural is kept', async () => {
    const [[, , message] = []] = await findings('\nTwo signoffs.\n');
    expect(message).toBe('Sign-off is spelled `signoffs`');
  });
});

describe('dates', () => {
  test.each([
    ['On 2026-07-20, and (2026-05-08).', ['2026-07-20', '2026-05-08']],
    ['`2026-07-20` and [x](https://example.com/2026-07-20) and LF-2026-07-20.pdf', []],
    ['2026-07-21, 2026-07-20T10:00, 12026-07-20', []],
    ['| day |\n| - |\n| 2026-07-20 |', ['2026-07-20']],
  ])('%j', async (prose, words) => {
    expect(await pointedAt('prose-date', `\n${prose}\n`)).toEqual(words);
  });

  test.each<[string, Change[], string, string]>([
    [
      'a date of its own',
      [],
      '`goLive`',
      'Write `<Date of="goLive" />`, so that the text follows the plan.',
    ],
    [
      'three that are the same',
      [
        ['access: 2026-03-16', 'access: 2026-07-20'],
        ['signedOff: 2026-07-15', 'signedOff: 2026-07-20'],
      ],
      '`goLive`, `environments.community.access` and `training[0].signedOff`',
      'Write `<Date of="goLive" />`, or the path of the other date where that one is meant, so that the text follows the plan.',
    ],
    [
      'four that are the same',
      [
        ['access: 2026-03-16', 'access: 2026-07-20'],
        ['signedOff: 2026-07-15', 'signedOff: 2026-07-20'],
        ['mainAccess: 2026-07-16', 'mainAccess: 2026-07-20'],
      ],
      '`goLive`, `environments.community.access` and 2 more',
      'Write `<Date of="goLive" />`, or the path of the other date where that one is meant, so that the text follows the plan.',
    ],
  ])('have their paths: %s', async (_, changes, names, help) => {
    expect(await said('prose-date', '\nOn 2026-07-20.\n', ...changes)).toEqual([
      [`2026-07-20 is written out; the plan has this date as ${names}`, help],
    ]);
  });

  test('lead to where the plan has them', async () => {
    const file = planFile(withProse('\nOn 2026-07-20.\n'), 'plan.mdx');
    const [finding] = await lint([file]);
    expect(finding?.related.map(({ line, message }) => [file.lines.line(line), message])).toEqual([
      ['goLive: 2026-07-20', '2026-07-20 is written here'],
    ]);
  });

  test('the path of an item is the one in which it is written', async () => {
    const change = ['validations:\n', 'validations:\n  - 7\n'] as const;
    const found = await findings('\n2026-06-26 <Date of="validations[1].completed" />\n', change);
    expect(found.map(([rule]) => rule)).toEqual(['invalid-value', 'prose-date']);
    expect(found[1]?.[2]).toContain('`validations[1].completed`');
  });
});

describe('links', () => {
  const beside: Attachments = {
    inspect: (path) =>
      ({
        'reports/val.pdf': 'pdf' as const,
        'notes.txt': 'not-a-pdf' as const,
        reports: 'not-a-file' as const,
        'acme.yaml': 'not-a-pdf' as const,
        'link.pdf': 'outside' as const,
        '../../acme.yaml': 'outside' as const,
      })[path] ?? 'absent',
  };

  test.each([
    ['/', true],
    ['/rules/', true],
    ['/rules/iq-late/', true],
    ['/rules/iq-late', true],
    ['/rules/remark-lint/', true],
    ['/guides/validation/', true],
    ['/guides/environments/val/', true],
    ['/guides/environments/', false],
    ['/guides/change-control/#when-evidence-is-due', true],
    ['/guides/change-control/#when-evidence-is-due-not', false],
    ['/plans/plan/', true],
    ['/plans/plan/#prod-and-goals', false],
    ['/plans/acme/', true],
    ['/plans/acme/guide/', true],
    ['/plans/nobody/guide/', false],
    ['../acme/#environments', true],
    ['/plans/nobody/', false],
    ['/plans/plan.ics', true],
    ['/plans/acme.ics', true],
    ['../acme.ics', true],
    ['/plans/nobody.ics', false],
    ['/plans/acme.pdf', false],
    ['/plans/acme/nothing/', false],
    ['/calendar/', true],
    ['/calendar.ics', true],
    ['/calendar/2026-07/', true],
    ['/calendar/2026-07', true],
    ['/calendar/2026-13/', false],
    ['/calendar/july/', false],
    ['/environments/', true],
    ['/environments/2/', true],
    ['/environments/1/', false],
    ['/environments/val/', false],
    ['/problems', true],
    ['/problems/iq-late/', false],
    ['/plans/acme.json', true],
    ['/plans/plan.md', true],
    ['/plans/nobody.md', false],
    ['/plans/acme.txt', false],
    ['../acme.md', true],
    ['/llms.txt', true],
    ['/schemas/plan-twin.json', true],
    ['../nobody/', false],
    ['#a-heading', true],
    ['#a-heading-1', true],
    ['#a-heading-2', false],
    ['#A-heading', false],
    ['#%C3%BCber-uns', true],
    ['#environments', true],
    ['#environment-val', true],
    ['#environment-val-2', false],
    ['reports/val.pdf', true],
    ['./reports/val.pdf#page=2', true],
    ['reports/other.pdf', false],
    ['reports', false],
    ['link.pdf', false],
    ['notes.txt?raw', true],
    ['../plan.yaml', false],
    ['javascript:alert(1)', false],
    ['java&Tab;script:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['//evil.example.com', false],
    ['/\\\\evil.example.com', false],
    ['https:evil', false],
    ['https://', false],
    ['https://example.com/%', true],
    ['%E0%A4%A', false],
    ['mailto:a@example.com', true],
    ['', false],
  ])('%j: %s', async (url, isRight) => {
    const text = withProse(`\n# A heading\n\n# A heading\n\n## Über uns\n\n[x](<${url}>)\n`);
    const found = (await foundIn(text, beside)).map(([rule]) => rule);
    expect(found).toEqual(isRight ? [] : ['prose-broken-link']);
  });

  const kinds =
    'Link to an `https://` or `http://` address, to `mailto:`, to a page of the site or to a file in the plan’s folder.';
  const headings =
    'The address of a heading is its text in small letters, with hyphens for blanks and without punctuation: `#open-questions`.';
  const pages =
    'Pages are written from the root of the site, as in `/guides/validation/`; files lie in the plan’s folder.';
  const plainly =
    'Write pages from the root of the site, as in `/guides/validation/`, and files with plain slashes and dots.';
  const files =
    'Put the file into the plan’s folder or one below it, and write its path from there.';

  test.each([
    ['', 'This link has no address', 'Write where it leads, or take the link away.'],
    ['https://', '`https://` is no address', kinds],
    ['ftp://a', '`ftp://a` is an address of a kind that plans do not link to', kinds],
    [
      '//a.example',
      '`//a.example` does not say how it is reached',
      'Write `https://` in front of the name of the server.',
    ],
    ['#lables', 'This page has no heading `#lables`', 'Did you mean `#labels`?'],
    ['#kit', 'This page has no heading `#kit`', headings],
    ['/plans/plan/#kit', '`/plans/plan/` has no heading `#kit`', headings],
    [
      '/rules/iq-lat/',
      '`/rules/iq-lat/` is no page of the site',
      'Did you mean `/rules/iq-late/`?',
    ],
    ['/kit?a#b', '`/kit` is no page of the site', pages],
    ['../../kit', '`../../kit` lies outside the plan’s folder, and is no page of the site', pages],
    ['kit%20%C3%B6.pdf#page=2', '`kit ö.pdf` is no file in the plan’s folder', files],
    ['reports/../link.pdf', '`reports/../link.pdf` leads out of the plan’s folder', files],
    ['reports', '`reports` is no file in the plan’s folder', files],
    ['/../../etc/passwd', '`/../../etc/passwd` is no page of the site', pages],
    ['/%2e%2e/kit', '`/../kit` is no page of the site', pages],
    [
      '..%5C..%5Ckit.pdf',
      '`..\\..\\kit.pdf` lies outside the plan’s folder, and is no page of the site',
      pages,
    ],
    ['/plans/..%2f..%2facme/', '`/plans/../../acme/` is no page of the site', pages],
    [
      '../../../rules/iq-late/',
      '`../../../rules/iq-late/` leads out of the site for some programs',
      plainly,
    ],
    ['reports%2Fval.pdf', '`reports%2Fval.pdf` leads out of the site for some programs', plainly],
  ])('%j is told what is wrong, and what would be right', async (url, message, help) => {
    const text = withProse(`\n## Labels\n\n[x](<${url}>)\n`);
    const file = readPlan('plan.mdx', new TextEncoder().encode(text), undefined, beside);
    const found = await lint([file]);
    expect(found.map((finding) => [finding.rule, finding.message, finding.help])).toEqual([
      ['prose-broken-link', message, help],
    ]);
  });

  test('images and definitions are links too', async () => {
    const prose = '\n![x](/no/) [y][]\n\n[y]: <#no> "title"\n';
    expect(await pointedAt('prose-broken-link', prose)).toEqual(['/no/', '<#no>']);
  });

  test('a file is not missed where nobody knows the plan’s folder', async () => {
    expect(await rulesIn('\n[x](reports/other.pdf)\n')).toEqual([]);
  });

  test('a heading that holds a component may be any', async () => {
    expect(await rulesIn('\n## <Environment id="val" />\n\n[x](#val)\n')).toEqual([]);
  });
});

describe('fixes', () => {
  const headings = '\n## Notes\n\n## My_list\n\n## Cafés\n';

  /** What each finding would write; undefined where it leaves that to the writer. */
  const written = async (prose: string) => {
    const found = await lint([planFile(withProse(`${headings}\n${prose}\n`), 'plan.mdx')]);
    return found.map(({ fix }) => fix?.edits.map(({ text }) => text).join());
  };

  test.each<[prose: string, text: string | undefined]>([
    ['[x](#nots)', '#notes'],
    ['[x](#my_lst)', '#my_list'],
    // Written otherwise than it is read, or only with escapes.
    ['[x](#my\\_lst)', undefined],
    ['[x](#caf%C3%A9)', undefined],
    ['[x](#zzzzzzzz)', undefined],
    ['<Timelin />', 'Timeline'],
    ['<Zzzzzzzz />', undefined],
    ['<Timelin>x</Timelin>', undefined],
    ['<dat />', undefined],
  ])('%s: %s', async (prose, text) => {
    expect((await written(prose))[0]).toBe(text);
  });

  test('an attribute is spelt right, but never twice', async () => {
    expect(await written('Since <Date Of="goLive" />.')).toEqual([undefined, 'of']);
    expect(await written('Since <Date zzz="goLive" />.')).toEqual([undefined, undefined]);
    const texts = await written('Since <Date of="goLive" Of="goLive" />.');
    expect(texts).not.toContain('of');
    expect(texts).toHaveLength(1);
  });
});

describe('addresses', () => {
  test.each([
    'http://example.com',
    'HTTP://example.com',
    'mailto:a@example.com',
    '#',
    '/guides/validation/#',
  ])('%s is one that plans link to', async (address) => {
    expect(await rulesIn(`\n[x](${address})\n`)).toEqual([]);
  });

  test.each([
    ['ftp://https://example.com', /of a kind that plans do not link to/],
    ['http:/example.com', /does not say how it is reached/],
    ['//example.com', /does not say how it is reached/],
  ])('%s is none', async (address, message) => {
    const [[words] = []] = await said('prose-broken-link', `\n[x](${address})\n`);
    expect(words).toMatch(message);
  });
});

test('a term is respelt where the data cannot be read', async () => {
  const text = '---\ncustomer: [\n---\n\nThe preprod.\n';
  expect((await foundIn(text)).map(([rule]) => rule)).toEqual(['yaml-syntax', 'prose-term']);
});

describe('remark-lint', () => {
  test('is asked with all rules that it recommends', () => {
    const names = (preset.plugins ?? []).map((plugin) =>
      Reflect.get(Object(Array.isArray(plugin) ? plugin[0] : plugin), 'name'),
    );
    const recommended = names.filter((name) => name !== 'remarkLint');
    expect(recommended.toSorted()).toEqual(
      remarkLint.family?.map((name) => `remark-lint:${name}`).toSorted(),
    );
  });

  test('finds under names of its own, with the pages of its rules', async () => {
    const [finding] = await lint([planFile(withProse('\nNo end'), 'plan.mdx')]);
    expect(finding).toMatchObject({ rule: 'remark-lint/final-newline', severity: 'warning' });
    expect(finding?.url).toMatch(/^https:\/\/github\.com\/remarkjs\/remark-lint\/.*final-newline/);
    expect(ruleById('remark-lint/final-newline')).toBe(remarkLint);
    expect(ruleById('remark-lint/initial-newline')).toBeUndefined();
  });

  test('is not turned off by comments in the text', async () => {
    const prose = '\n{/* lint disable */}\n\nSee https://example.com there.\n';
    expect(await rulesIn(prose)).toEqual(['remark-lint/no-literal-urls']);
  });

  test('cannot be waived', async () => {
    const waiver =
      'waivers:\n  - { rule: remark-lint/no-literal-urls, reason: Haste, approvedBy: Quality, approved: 2026-02-20 }\n';
    const found = await rulesIn('\nSee https://example.com there.\n', [
      'validations:\n',
      `${waiver}validations:\n`,
    ]);
    expect(found.toSorted()).toEqual(['remark-lint/no-literal-urls', 'waiver-not-allowed']);
  });

  test('has nothing against tables, tasks, footnotes and components', async () => {
    const prose =
      '\n- [x] Done\n- [ ] Open[^1]\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n<Note>\n  - One\n  - Two\n</Note>\n\n[^1]: Not ~~yet~~.\n';
    expect(await rulesIn(prose)).toEqual([]);
  });
});

test('a waiver for the whole plan covers prose, one for a place does not', async () => {
  const waiver = (at: string) =>
    `waivers:\n  - { rule: prose-term, ${at}reason: Old name, approvedBy: Quality, approved: 2026-02-20 }\n`;
  const waived = async (at: string) => {
    const text = withProse('\nIn preprod.\n', ['validations:\n', `${waiver(at)}validations:\n`]);
    const found = await lint([planFile(text, 'plan.mdx')]);
    return found.map((finding) => [finding.rule, finding.waived !== null]);
  };
  expect(await waived('')).toEqual([['prose-term', true]]);
  expect(await waived('at: environments, ')).toContainEqual(['prose-term', false]);
});

describe('hostile prose', () => {
  test.each([
    ['quotations in quotations', `${'> '.repeat(500)}x`],
    ['lists in lists', Array.from({ length: 80 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n')],
    ['components in components', '<Note>\n'.repeat(120) + '</Note>\n'.repeat(120)],
  ])('%s are too deep to be read', async (_, prose) => {
    expect(await rulesIn(`\n${prose}\n`)).toEqual(['mdx-syntax']);
  });

  test('control characters are escaped in messages', async () => {
    const found = await findings('\n[x](/\u001b[31m) <b\u200d/>\n\n[a\u202eb][]\n');
    for (const [, , message] of found) expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(found.length).toBeGreaterThan(1);
  });

  test('many headings, words and links are no matter', async () => {
    const prose = `\n${'# val\n\n[x](#val-900)\n\n'.repeat(990)}`;
    expect(await pointedAt('prose-term', prose)).toHaveLength(990);
  });
});
