import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileChanges, inOneLine } from '../../src/diff/index.ts';
import { addDays } from '../../src/lifecycle/dates.ts';
import { changed, planFile } from '../support/plans.ts';

const larkfield = readFileSync(
  new URL('../../content/plans/larkfield.yaml', import.meta.url),
  'utf8',
);

/** What is told of replacements in a plan's text; what is to be looked at first has a `!`. */
function told(text: string, ...replacements: readonly (readonly [string, string])[]): string[] {
  let after = text;
  for (const [from, to] of replacements) {
    if (!after.includes(from)) throw new Error(`The plan holds no ${JSON.stringify(from)}`);
    after = after.replace(from, to);
  }
  return fileChanges(planFile(text), planFile(after)).map(
    (change) => (change.weight === 'high' ? '! ' : '') + inOneLine(change),
  );
}

describe('dates', () => {
  test('a date that is moved, with its days and the events that it has passed', () => {
    expect(told(larkfield, ['destroyed: 2027-05-05', 'destroyed: 2027-04-20'])).toEqual([
      '! VAL `val-27-1` destroyed: now comes before PROD upgraded to 27.1',
      'VAL `val-27-1` destroyed: moved from 2027-05-05 to 2027-04-20, 15 days earlier',
    ]);
  });

  test('of very many events that have changed places, only the first', () => {
    const plan = (dayOf: (index: number) => number) => {
      const change = (_: unknown, index: number) =>
        `      - { date: ${addDays('2026-01-01', dayOf(index))}, summary: S, ecr: E-${index} }\n`;
      return `customer: C\nenvironments:\n  val:\n    changes:\n${Array.from({ length: 301 }, change).join('')}`;
    };
    const before = plan((index) => index);
    const after = plan((index) => 300 - index);
    const swaps = told(before, [before, after]).filter((line) => line.startsWith('! '));
    expect(swaps).toHaveLength(101);
    expect(swaps[0]).toMatch(/^! `E-300: S`: now comes before .* and 296 more$/);
    expect(swaps[99]).toMatch(/ and 197 more$/);
    expect(swaps[100]).toBe('! 201 more events: changed places as well');
  });

  test('the plan’s own dates, and what had happened, come first', () => {
    expect(told(larkfield, ['started: 2027-01-27', 'started: 2027-01-28'])).toEqual([
      'Validation in VAL `val-27-1` begins: moved from 2027-01-27 to 2027-01-28, 1 day later',
    ]);
    expect(told(larkfield, ['completed: 2026-08-07', 'completed: 2026-08-06'])).toEqual([
      '! Validation in VAL completed: moved from 2026-08-07 to 2026-08-06, 1 day earlier; it had happened',
    ]);
  });

  test('an event that goes, and one that comes', () => {
    expect(told(larkfield, ['    obfuscated: 2027-01-22\n', ''])).toEqual([
      'Volunteers’ data obfuscated in VAL `val-27-1`: no longer dated; it was 2027-01-22',
    ]);
    expect(
      told(larkfield, ['  legacyFrozen: 2026-08-14\n', ''], ['  databaseMigrated: 2026-08-17', '']),
    ).toContain(
      '! Participants’ data migrated into PROD: no longer dated; it was 2026-08-17, and had happened',
    );
    expect(
      told(larkfield, [
        'iq: { date: 2027-01-26 }',
        'iq: { date: 2027-01-26 }\n    access: 2027-02-01',
      ]),
    ).toEqual(['VAL `val-27-1`, access of the customer’s users: now dated 2027-02-01']);
  });

  test('a date that is no longer one', () => {
    expect(told(larkfield, ['goLive: 2026-09-01', 'goLive: 2026-09-31'])).toContain(
      '! Go-live: changed from 2026-09-01 to `2026-09-31`',
    );
  });

  test('a status date that goes back', () => {
    expect(told(larkfield, ['statusDate: 2026-09-21', 'statusDate: 2026-08-31'])).toEqual([
      '! Status date: moved from 2026-09-21 to 2026-08-31, 21 days earlier',
      'Phase: changed from Live to Cut-over',
    ]);
  });
});

describe('records', () => {
  test('items of lists are found by what identifies them', () => {
    expect(
      told(larkfield, [
        '  - { id: D-01, made: 2026-02-10',
        '  - { id: D-00, made: 2026-02-09, summary: First }\n  - { id: D-01, made: 2026-02-11',
      ]),
    ).toEqual([
      '! Decision `D-01`, made: moved from 2026-02-10 to 2026-02-11, 1 day later; it had happened',
      'Decision `D-00`: added (id `D-00`, made 2026-02-09, summary `First`)',
    ]);
  });

  test('an environment that is gone, with the evidence that is gone with it', () => {
    const start = larkfield.indexOf('  val:\n');
    const end = larkfield.indexOf('  prod:\n');
    expect(told(larkfield, [larkfield.slice(start, end), ''])).toEqual([
      expect.stringMatching(/^! VAL: removed \(release `26\.1`, created 2026-05-13/),
      expect.stringMatching(/^! VAL Main: removed/),
      expect.stringMatching(/^! VAL Test: removed/),
      expect.stringMatching(/^! Configuration Report `2026-05-15` of VAL: removed/),
      expect.stringMatching(/^! IQ of VAL Main: removed .*document number `IQ-LF-002`/),
      expect.stringMatching(/^! IQ of VAL Test: removed .*document number `IQ-LF-003`/),
    ]);
  });

  test('evidence and approvals', () => {
    expect(told(larkfield, [', document: IQ-LF-004', ''])).toEqual([
      '! IQ of PROD Main, document number: removed; it was `IQ-LF-004`',
    ]);
    expect(told(larkfield, ['qcReport: QC-LF-2', 'qcReport: QC-LF-2a'])).toEqual([
      '! Iteration 2, QC Import Report: changed from `QC-LF-2` to `QC-LF-2a`',
    ]);
    expect(
      told(larkfield, ['name: Gwen Abara }\n  legacy', 'name: A. Nother }\n  legacy']),
    ).toEqual([
      '! Approval of the migration scripts, name: changed from `Gwen Abara` to `A. Nother`',
    ]);
    expect(told(larkfield, ['resolved: 2026-07-10, ', ''])).toEqual([
      '! Finding F-07 resolved: no longer dated; it was 2026-07-10, and had happened',
    ]);
  });

  test('accepted deviations', () => {
    const waiver = (until: string) =>
      `\nwaivers:\n  - { rule: iq-late, reason: Agreed, approvedBy: QA, approved: 2026-01-01, until: ${until} }\n`;
    expect(told(larkfield, [larkfield, larkfield + waiver('2026-12-31')])).toEqual([
      expect.stringMatching(/^! Waiver of `iq-late`: added \(rule `iq-late`, reason `Agreed`/),
    ]);
    expect(
      told(larkfield + waiver('2026-06-30'), ['until: 2026-06-30', 'until: 2026-12-31']),
    ).toEqual([
      '! Waiver of `iq-late`, until: moved from 2026-06-30 to 2026-12-31, 184 days later; it had happened',
    ]);
  });

  test('names of places, words of the format, and numbers', () => {
    expect(told(larkfield, ['clonedFrom: prod', 'clonedFrom: pre-prod'])).toEqual([
      'VAL `val-27-1`, cloned from: changed from PROD to Pre-PROD',
    ]);
    expect(told(larkfield, ['count: 20', 'count: 21'])).toEqual([
      'Test volunteers of the migration, count: changed from 20 to 21',
    ]);
    expect(told(larkfield, ['method: odm-xml', 'method: by-hand'])).toEqual([
      'Transfer of crf elements from Sandbox to Pre-PROD, method: changed from odm xml to by hand',
    ]);
  });
});

describe('what is no fact of the plan is told all the same', () => {
  test('keys that nobody knows, and keys of the team’s own', () => {
    expect(told(larkfield, ['  val:\n', '  val:\n    colour: red\n'])).toEqual([
      'VAL, colour: added: `red`',
    ]);
    expect(told(`${larkfield}x-team: { lead: A }\n`, ['lead: A', 'lead: B'])).toEqual([
      '`x-team`, lead: changed from `A` to `B`',
    ]);
  });

  test('a wrong value that is exchanged for another', () => {
    const wrong = larkfield.replace('goLive: 2026-09-01', 'goLive: 2026-09-31');
    expect(told(wrong, ['2026-09-31', '2026-09-32'])).toEqual([
      '! Go-live: changed from `2026-09-31` to `2026-09-32`',
    ]);
  });

  test('data that cannot be read', () => {
    expect(told(larkfield, ['customer:', 'customer: [']).slice(0, 1)).toEqual([
      '! The data: can no longer be read',
    ]);
    expect(told('customer: [\n', ['[', '{'])).toEqual([
      '! The data: changed, and can be read neither before nor after',
    ]);
  });

  test('a file that is written differently and says the same', () => {
    expect(told(larkfield, ['goLive: 2026-09-01', 'goLive: "2026-09-01"'])).toEqual([
      'The file: written differently; it says the same',
    ]);
    expect(told(larkfield, [larkfield, larkfield.replaceAll('\n', '\r\n')])).toEqual([]);
  });
});

describe('text', () => {
  test('of two long texts that begin alike, the part is shown where they differ', () => {
    const text = 'All the same words at the beginning - '.repeat(5);
    const base = larkfield.replace('Kits are labelled by visit', `${text}one`);
    expect(told(base, [`${text}one`, `${text}two`])).toEqual([
      'Decision `D-02`, summary: changed from `… at the beginning - one` to `… at the beginning - two`',
    ]);
  });

  test('control characters are escaped', () => {
    expect(told(larkfield, ['name: Edwina Park', 'name: "\\e[31mEdwina\\u202E"'])).toEqual([
      'Contact `Project lead`, name: changed from `Edwina Park` to `\\u{1b}[31mEdwina\\u{202e}`',
    ]);
  });

  test('notes, by lines', () => {
    const file = (notes: string) =>
      planFile(`---\n${changed('planned')}---\n\n${notes}`, 'plan.mdx');
    const lines = (before: string, after: string) =>
      fileChanges(file(before), file(after)).map(inOneLine);
    expect(lines('a\nb\n', 'a\nc\nd\n')).toEqual(['Notes: changed, 2 lines added, 1 line removed']);
    expect(lines('a\nb\n', 'b\na\n')).toEqual([
      'Notes: changed, in blank lines or in the order of lines only',
    ]);
    expect(lines('', 'a\n')).toEqual(['Notes: added, 1 line added']);
    expect(lines('a\r\nb\r\n', 'a\nb\n')).toEqual([]);
  });
});

test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
  'a key that every object seems to have is a key like any other: %s',
  (key) => {
    const before = changed('live', ['environments:\n', `${key}: { a: 1 }\nenvironments:\n`]);
    const name = `\`${key}\``;
    expect(told(before, [`${key}: { a: 1 }\n`, ''])).toEqual([`${name}: removed (a 1)`]);
    expect(told(before, ['{ a: 1 }', '{ a: 2 }'])).toEqual([`${name}, a: changed from 1 to 2`]);
    expect(told(before, ['{ a: 1 }', `[{ ${key}: 1 }]`])).toHaveLength(1);
    expect(told(before, ['  val:\n', `  ${key}:\n`]).join('; ')).toContain(name);
  },
);
