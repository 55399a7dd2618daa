import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile } from '../support/plans.ts';

const late = ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }'] as const;

function waiver(more: string): readonly [string, string] {
  const lines = `waivers:\n  - { rule: iq-late, reason: Short of people, approvedBy: Quality, approved: 2026-02-20${more} }\n`;
  return ['validations:\n', `${lines}validations:\n`];
}

async function findings(...replacements: (readonly [string, string])[]) {
  const found = await lint([planFile(changed('planned', ...replacements))]);
  return found.map(({ rule, waived }) => [rule, waived]);
}

const accepted = { reason: 'Short of people', approvedBy: 'Quality', approved: '2026-02-20' };

describe('a finding is accepted', () => {
  test.each([
    ['by a waiver for the whole plan', '', null],
    ['by one for its environment', ', at: environments.pre-prod', null],
    ['by one for its very place', ', at: environments.pre-prod.iq.date', null],
    ['until the last day', ', until: 2026-03-01', '2026-03-01'],
  ])('%s', async (_, more, until) => {
    expect(await findings(late, waiver(more))).toEqual([['iq-late', { ...accepted, until }]]);
  });
});

test('of several waivers that cover a finding, the first in the plan is its own', async () => {
  const both = (...places: readonly string[]) => {
    const lines = places.map((at, index) =>
      [
        `  - { rule: iq-late, reason: Number ${index + 1}, approvedBy: Quality,`,
        `approved: 2026-02-20${at} }`,
      ].join(' '),
    );
    return ['validations:\n', `waivers:\n${lines.join('\n')}\nvalidations:\n`] as const;
  };
  const whole = '';
  const there = ', at: environments.pre-prod';
  for (const places of [
    [whole, there],
    [there, whole],
  ]) {
    expect(await findings(late, both(...places))).toMatchObject([
      ['iq-late', { reason: 'Number 1' }],
    ]);
  }
});

test('what a waiver does not say, its finding does not say either', async () => {
  const found = await findings(late, [
    'validations:\n',
    'waivers:\n  - { rule: iq-late, reason: Short of people }\nvalidations:\n',
  ]);
  expect(found.map(([rule]) => rule)).toContain('iq-late');
  expect(found.filter(([, waived]) => waived)).toEqual([]);
});

describe('a finding counts', () => {
  test('where the waiver names another place, which is then unused', async () => {
    expect(await findings(late, waiver(', at: environments.val'))).toEqual([
      ['iq-late', null],
      ['waiver-unused', null],
    ]);
  });

  test('where the waiver names only the beginning of its key', async () => {
    expect((await findings(late, waiver(', at: environments.pre')))[0]).toEqual(['iq-late', null]);
  });

  test.each([
    ['the plan has', 'environments.val', 'covers no finding'],
    ['is an entry of a list', 'validations[0].started', 'covers no finding'],
    ['is missing', 'environments.demo', 'names `environments.demo`, which the plan does not have'],
    ['is left empty', 'decisions', 'names `decisions`, which the plan does not have'],
    ['lies in a text', 'customer.length', 'names `customer.length`, which the plan does not have'],
    ['lies in nothing', 'decisions.on', 'names `decisions.on`, which the plan does not have'],
    ['is the team’s own', 'x-note', 'names `x-note`, which the plan does not have'],
    [
      'lies in what is the team’s own',
      'x-note.by',
      'names `x-note.by`, which the plan does not have',
    ],
    ['every object has', 'constructor', 'names `constructor`, which the plan does not have'],
    [
      'cannot be one',
      'environments..val',
      'names `environments..val`, which the plan does not have',
    ],
  ])('where the waiver names a place that %s', async (_, at, words) => {
    const found = await lint([
      planFile(
        changed('planned', late, waiver(`, at: ${JSON.stringify(at)}`), [
          'goLive:',
          'decisions:\nx-note: ~\ngoLive:',
        ]),
      ),
    ]);
    expect(found.map(({ rule, message, waived }) => [rule, message, waived])).toEqual([
      ['iq-late', expect.any(String), null],
      ['waiver-unused', `The waiver of \`iq-late\` ${words}`, null],
    ]);
  });

  test('where the waiver has expired, and that is the only thing said of the waiver', async () => {
    expect(await findings(late, waiver(', until: 2026-02-28'))).toEqual([
      ['iq-late', null],
      ['waiver-expired', null],
    ]);
  });

  test('where the waiver lacks its approval', async () => {
    const unapproved = waiver('').map((text) => text.replace('approvedBy: Quality, ', ''));
    expect(await findings(late, [unapproved[0] ?? '', unapproved[1] ?? ''])).toEqual([
      ['iq-late', null],
      ['missing-key', null],
    ]);
  });
});

test('a waiver never covers another rule', async () => {
  const found = await findings(late, waiver(''), ['test: {}', '']);
  expect(found).toContainEqual(['pair-incomplete', null]);
});
