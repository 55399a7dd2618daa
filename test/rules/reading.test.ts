import { describe, expect, test } from 'vitest';
import { planSchema } from '../../schemas/plan.ts';
import { metaAt } from '../../schemas/walk.ts';
import { pathOf } from '../../src/lifecycle/records.ts';
import { referencesOf } from '../../src/lifecycle/references.ts';
import { quote } from '../../src/lifecycle/words.ts';
import { lint } from '../../src/lint/lint.ts';
import { around } from '../../src/rules/around.ts';
import { changed, planFile } from '../support/plans.ts';

type Replacement = readonly [from: string, to: string];

/** What is found in a plan with some of its text replaced: rule and path. */
async function found(...replacements: readonly Replacement[]) {
  const findings = await lint([planFile(changed('planned', ...replacements))]);
  return findings.map(({ rule, path }) => `${rule} at ${path}`);
}

/** The one finding in a text. */
async function only(text: string, file?: string) {
  const [finding, ...others] = await lint([planFile(text, file)]);
  expect(others).toEqual([]);
  if (!finding) throw new Error('Nothing is found');
  return finding;
}

const customer = 'customer: Quillon Bay Research\n';
const community = '  community:\n    access: 2026-03-16\n';

describe('syntax', () => {
  test('of the data: no other finding, and no path', async () => {
    const { rule, path, line, column } = await only(`${around.planned}goLive: 2026-07-21\n`);
    expect({ rule, path }).toEqual({ rule: 'yaml-syntax', path: null });
    expect(column).toBe(1);
    expect(line).toBe(around.planned.split('\n').length);
  });

  test('of the data does not hide that of the prose', async () => {
    const findings = await lint([planFile('---\na: 1\na: 2\n---\n\nLess than <3 days\n', 'a.mdx')]);
    expect(findings.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['yaml-syntax', 3, 1],
      ['mdx-syntax', 6, 11],
    ]);
  });

  test('of the prose keeps the parser’s reason and counts lines from the file’s beginning', async () => {
    const prose = 'One\r\n\r\n<Note>\r\n\r\ntwo\r\n';
    const { line, column, endColumn, message, help, path } = await only(
      `---\r\n${around.planned.replaceAll('\n', '\r\n')}---\r\n${prose}`,
      'quillon.mdx',
    );
    expect({ line, column, endColumn, path }).toEqual({
      line: around.planned.split('\n').length + 4,
      column: 1,
      endColumn: 7,
      path: null,
    });
    expect(message).toBe('The tag `<Note>` is not closed in its paragraph or block');
    expect(help).toMatch(/The parser says: Expected a closing tag for `<Note>`\.\)$/);
  });
});

describe('missing-key', () => {
  test('is one finding for each map, and says what is expected', async () => {
    const findings = await lint([
      planFile(changed('planned', [customer, ''], ['goLive: 2026-07-20\n', ''])),
    ]);
    const [first, ...others] = findings;
    expect(others).toEqual([]);
    expect(first?.message).toBe('This plan has no `customer` and no `goLive`');
    expect(first?.help).toBe(
      'Add `customer:` with text and `goLive:` with a calendar date `YYYY-MM-DD`.',
    );
  });

  test('is silent about a key that is there, but misspelt', async () => {
    expect(await found([customer, 'custommer: Quillon\n'])).toEqual(['unknown-key at custommer']);
    expect(await found([customer, 'custommer: Quillon\ncustomer: ~\n'])).toEqual([
      'unknown-key at custommer',
    ]);
  });

  test('null is missing where a key is required, absent where it is not', async () => {
    expect(await found([customer, 'customer: ~\n'])).toEqual(['missing-key at ']);
    expect(await found([customer, `${customer}sites:\nwaivers: null\nmigration: ~\n`])).toEqual([]);
  });

  test('an environment without a kind is one finding', async () => {
    const area = `  area: { main: {}, release: "26.1", iq: { date: 2026-03-01 } }\n`;
    expect(await found([community, community + area])).toEqual([
      'missing-key at environments.area',
    ]);
  });

  test('says what lacks the key', async () => {
    const { message } = await only(changed('planned', ['iq: { date: 2026-05-13 }', 'iq: {}']));
    expect(message).toBe('This IQ has no `date`');
  });
});

describe('unknown-key', () => {
  test('knows the keys of each map', async () => {
    const upgrades =
      'upgrades:\n  - { release: "26.2", upgraded: { main: 2026-10-05, tset: 2026-10-05 } }\n';
    const text = changed('planned', ['validations:', `${upgrades}validations:`]);
    const messages = (await lint([planFile(text)])).map(({ message }) => message);
    expect(messages).toContain('`tset` is not a key of a pair of dates; did you mean `test`?');
    expect(messages.join()).not.toContain('has no `test`');
  });

  test('suggests only what this kind of environment has', async () => {
    const { message, help } = await only(
      changed('planned', [community, `${community}    created-at: 2026-03-16\n`]),
    );
    expect(message).toBe('`created-at` is not a key of an environment; did you mean `created`?');
    expect(help).toBe(
      'Write `created` if that is what you mean. A key of your own begins with `x-`, as in `x-created-at`.',
    );
    const { message: other } = await only(
      changed('planned', [community, `${community}    configurationfinal: 2026-03-16\n`]),
    );
    expect(other).toBe('`configurationfinal` is not a key of an environment');
  });

  test('shows text of the plan without what could fool a terminal', async () => {
    const { message } = await only(changed('planned', [customer, `${customer}"a\\eb": 1\n`]));
    expect(message).toBe('`a\\u{1b}b` is not a key of a plan');
  });

  test('keys that every object of the language has are unknown all the same', async () => {
    const own = 'constructor: 1\n__proto__: { polluted: yes }\ntoString: 2\n';
    expect(await found([customer, customer + own])).toEqual([
      'unknown-key at constructor',
      'unknown-key at __proto__',
      'unknown-key at toString',
    ]);
    expect('polluted' in {}).toBe(false);
  });
});

describe('invalid-value', () => {
  test('an id that is a kind’s name has that kind', async () => {
    const finding = await only(changed('planned', [community, `${community}    kind: demo\n`]));
    expect(finding.path).toBe('environments.community.kind');
    expect(finding.message).toContain('an id that is a kind’s name has that kind');
  });

  test('offers the word that is near', async () => {
    const finding = await only(changed('planned', ['owner: customer', 'owner: custommer']));
    expect(finding.message).toBe('`owner` is `custommer`; expected `customer` or `iqvia`');
    expect(finding.help).toBe('Did you mean `customer`?');
  });

  test.each([
    ['Quillon.yaml', 'a name in kebab-case'],
    ['quillon_bay.yaml', 'a name in kebab-case'],
    [`${'q'.repeat(101)}.yaml`, 'a name in kebab-case, at most 100'],
    ['quillon.yml', 'the ending `.yaml`: rename it to `quillon.yaml`'],
    ['quillon.md', 'the ending `.mdx`: rename it to `quillon.mdx`'],
    ['quillon.YAML', 'the ending `.yaml`: rename it to `quillon.yaml`'],
  ])('the file name %s', async (name, expected) => {
    const finding = await only(around.planned, `content/plans/${name}`);
    expect(finding).toMatchObject({ rule: 'invalid-value', path: '', line: 1, column: 1 });
    expect(finding.message).toContain(`The file is called ${quote(name)}; expected ${expected}`);
  });

  test('main and test are no ids of environments', async () => {
    expect(
      await found([community, `${community}  test: { kind: demo, release: "26.1" }\n`]),
    ).toEqual(['invalid-value at environments.test']);
  });
});

test('a value that is no scalar is an invalid value, even where a date is meant', async () => {
  expect(await found(['goLive: 2026-07-20', 'goLive: [2026-07-20]'])).toEqual([
    'invalid-value at goLive',
  ]);
  expect(await found(['goLive: 2026-07-20', 'goLive: 20260720'])).toEqual([
    'invalid-date at goLive',
  ]);
});

describe('unknown-reference', () => {
  const library = 'environment: pre-prod\n  ready';
  const naming = (id: string): Replacement => [library, `environment: ${id}\n  ready`];
  const activity = (instance: string): Replacement => [
    'masterLibrary:',
    `activities:
  - { activity: data-review, instance: ${instance}, from: 2026-05-18, to: 2026-05-22 }
masterLibrary:`,
  ];

  test('every key that the schema says names something is looked at', () => {
    const plan = planFile(`
environments:
  val: { clonedFrom: a, promotedFrom: a, changes: [{ finding: a }], reports: [{ comparedWith: a }] }
  prod: { promotedFrom: a }
migration: { acceptance: { environment: a } }
validations: [{ environment: a }]
upgrades: [{ val: a }]
training: [{ instance: a }]
activities: [{ instance: a }]
transfers: [{ from: a, to: a }]
masterLibrary: { environment: a }
integrations: { sso: [{ instance: a }] }
`).plan;
    if (!plan) throw new Error('There is no plan');
    const references = referencesOf(plan);
    for (const { record, key, names } of references) {
      expect(metaAt(planSchema(), [...pathOf(record), key]).names).toBe(names);
    }
    const source = JSON.stringify(planSchema().toJSONSchema({ io: 'input' }));
    const inSchema = source.match(/"names":"(environment|instance|finding)"/g) ?? [];
    expect(new Set(references.map(({ record, key }) => kindOfPlace(record, key))).size).toBe(
      inSchema.length,
    );
  });

  test('offers the name that is near, whatever its capitals', async () => {
    const finding = await only(changed('planned', naming('Pre-PROD')));
    expect(finding.help).toBe('Did you mean `pre-prod`?');
  });

  test('is silent where the environment is missing altogether', async () => {
    const without = changed('planned', activity('val.test')).replace(/^ {2}val:\n( {4}.*\n)+/m, '');
    const findings = await lint([planFile(without)]);
    expect(findings.map(({ rule }) => rule)).toEqual(['required-environment-missing']);
  });

  test('is silent where the pair lacks the instance', async () => {
    const pair = '    main: {}\n    test: {}\n  prod:';
    expect(await found(activity('val.test'), [pair, '    main: {}\n  prod:'])).toEqual([
      'pair-incomplete at environments.val',
    ]);
  });

  test('is silent where the environment could not be read', async () => {
    const demo = (id: string, words: string): Replacement => [
      community,
      `${community}  ${id}: ${words}\n`,
    ];
    expect(await found(demo('Show', '{ kind: demo }'), naming('Show'))).toEqual([
      'invalid-value at environments.Show',
    ]);
    expect(await found(demo('show', '5'), naming('show'))).toEqual([
      'invalid-value at environments.show',
    ]);
    expect(await found(demo('show', '{ kind: dmo }'), activity('show.main'))).toEqual([
      'invalid-value at environments.show.kind',
    ]);
    expect(await found(demo('show', '{ kind: dmo }'), activity('show'))).toEqual([
      'invalid-value at environments.show.kind',
    ]);
  });

  test('is silent where an instance could not be read', async () => {
    const pair = '    main: {}\n    test: {}\n  prod:';
    expect(
      await found(activity('val.test'), [pair, '    main: {}\n    tset: {}\n  prod:']),
    ).toEqual(['unknown-key at environments.val.tset']);
  });

  test('is silent on a key that must not be there at all', async () => {
    expect(await found([community, `${community}    clonedFrom: nowhere\n`])).toEqual([
      'shared-environment-owned at environments.community.clonedFrom',
    ]);
  });

  test('silences the rules that read the reference', async () => {
    expect(await found(['clonedFrom: pre-prod', 'clonedFrom: preprod'])).toEqual([
      'unknown-reference at environments.val.clonedFrom',
    ]);
    expect(await found(['clonedFrom: pre-prod', 'clonedFrom: prod.main'])).toEqual([
      'unknown-reference at environments.val.clonedFrom',
    ]);
  });

  test('is silent where a single instance is split', async () => {
    const split: Replacement = ['configurationFinal:', 'main: {}\n    configurationFinal:'];
    expect(await found(split, activity('pre-prod.main'))).toEqual([
      'single-instance-paired at environments.pre-prod.main',
    ]);
  });

  describe('in prose', () => {
    /** What is said of names in the prose of a plan: message and help. */
    async function said(prose: string, ...replacements: readonly Replacement[]) {
      const text = `---\n${changed('planned', ...replacements)}---\n\n${prose}\n`;
      const findings = await lint([planFile(text, 'plan.mdx')]);
      return findings
        .filter(({ rule }) => rule === 'unknown-reference')
        .map(({ message, help }) => [message, help]);
    }

    test.each([
      '<Date of="goLive" /> <Date of="validations[0].started" />',
      '<Environment id="val" /> <Environment id="prod.test" />',
      '<Date id="nothing" of="goLive" /> <Environment of="nothing" id="val" />',
      '<Note of="nothing" id="nothing">\n  Text\n</Note>',
      '<Date of={nothing} /> <Date {...nothing} /> <Environment id={nothing} />',
    ])('is silent: %s', async (prose) => {
      expect(await said(prose)).toEqual([]);
    });

    test('is silent where the pair lacks the instance, or the data cannot be read', async () => {
      const pair = '    main: {}\n    test: {}\n  prod:';
      const halved: Replacement = [pair, '    main: {}\n  prod:'];
      expect(await said('<Environment id="val.test" />', halved)).toEqual([]);
      const findings = await lint([
        planFile('---\ncustomer: [\n---\n\n<Date of="nothing" />\n', 'plan.mdx'),
      ]);
      expect(findings.map(({ rule }) => rule)).toEqual(['yaml-syntax']);
    });

    test.each([
      ['goLife', 'Did you mean `goLive`?'],
      ['nothing', 'Write the path of a date, such as `goLive` or `validations[0].completed`.'],
    ])('offers the date that is near: %s', async (of, help) => {
      expect(await said(`<Date of="${of}" />`)).toEqual([
        [`\`of\` names \`${of}\`, a date that this plan does not have`, help],
      ]);
    });

    test.each([
      ['preprod', 'which this plan does not have', 'Did you mean `pre-prod`?'],
      ['vall.main', 'which this plan does not have', 'Did you mean `val.main`?'],
      ['pre-prod.main', 'but Pre-PROD is a single instance', 'Write `pre-prod`.'],
    ])('offers the environment that is near: %s', async (id, words, help) => {
      expect(await said(`<Environment id="${id}" />`)).toEqual([
        [`\`id\` names \`${id}\`, ${words}`, help],
      ]);
    });
  });

  test('a name is not cut at its second dot', async () => {
    expect(await found(activity('val.test.main'))).toEqual([
      'unknown-reference at activities[0].instance',
    ]);
  });

  describe('to a finding', () => {
    const iq = '    iq: { date: 2026-03-27 }\n';
    const change: Replacement = [
      iq,
      `${iq}    changes: [{ date: 2026-06-10, summary: Widen, finding: F-1, size: minor }]\n`,
    ];
    const report: Replacement = ['- { date: 2026-05-08 }', '- { date: 2026-06-11 }'];
    const findings = (list: string): Replacement => [
      'validations:\n  - {',
      `validations:\n  - { findings: [${list}],`,
    ];

    const finding = (id: string) =>
      `{ id: ${id}, severity: minor, opened: 2026-06-01, resolved: 2026-06-10 }`;

    test('may be in any validation', async () => {
      expect(await found(change, report, findings(finding('F-1')))).toEqual([]);
    });

    test('offers the finding that is near, or all where they are few', async () => {
      const help = async (...ids: readonly string[]) => {
        const list = findings(ids.map(finding).join(', '));
        return (await only(changed('planned', change, report, list))).help;
      };
      const otherwise = 'Add the finding to its validation, or correct its id.';
      const many = Array.from({ length: 21 }, (_, n) => `label-${n}`);
      expect(await help('F-2')).toBe('Did you mean `F-2`?');
      expect(await help('label', 'kit')).toBe(`${otherwise} This plan has \`label\` and \`kit\`.`);
      expect(await help(...many.slice(1))).toContain('This plan has `label-1`, `label-2`');
      expect(await help(...many)).toBe(otherwise);
    });

    test('is silent where a finding could not be read', async () => {
      const nameless = '{ severity: minor, opened: 2026-06-01, resolved: 2026-06-10 }';
      expect(await found(change, report, findings(nameless))).toEqual([
        'missing-key at validations[0].findings[0]',
      ]);
      expect(await found(change, report, findings('F-1'))).toEqual([
        'invalid-value at validations[0].findings[0]',
      ]);
    });
  });
});

/** The place of a key, whatever the environment and the position in a list. */
function kindOfPlace(record: object, key: string): string {
  const steps = pathOf(record).map((step) => (typeof step === 'number' ? '#' : step));
  return [...steps.map((step) => (step === 'val' || step === 'prod' ? 'id' : step)), key].join('.');
}
