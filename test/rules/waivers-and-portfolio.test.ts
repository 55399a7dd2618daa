import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile } from '../support/plans.ts';

describe('what two plans share', () => {
  /** What is found in plans, each in a file of its own, and where it leads. */
  async function found(plans: Readonly<Record<string, string>>) {
    const files = Object.entries(plans).map(([file, text]) => planFile(text, file));
    return (await lint(files)).map(({ file, line, rule, message, related }) => {
      const leadsTo = related.map((other) => `${other.file}:${other.line} ${other.message}`);
      return [`${file}:${line} ${rule}`, message, ...leadsTo];
    });
  }

  const plan = changed('planned');
  const another = changed('planned', ['Quillon Bay Research', 'Quillon Point Research']);

  test('is told of the further one, and leads to the first', async () => {
    expect(await found({ 'b.yaml': plan, 'c.yaml': another, 'a.yaml': `# Ours\n${plan}` })).toEqual(
      [
        [
          'b.yaml:1 duplicate-customer',
          '`Quillon Bay Research` has a plan already, in `a`',
          'a.yaml:2 The first plan is here',
        ],
      ],
    );
  });

  test('is the id where names differ in capitals, endings or folders alone', async () => {
    const first = [
      'Another file has the plan id `bay` already',
      'bay.mdx:2 The first file is this one',
    ];
    expect(
      await found({ 'bay.yaml': plan, 'east/bay.yaml': another, 'bay.mdx': `---\n${plan}---\n` }),
    ).toEqual([
      ['bay.yaml:1 duplicate-plan', ...first],
      ['east/bay.yaml:1 duplicate-plan', ...first],
    ]);
  });
});

describe('a waiver', () => {
  async function found(waiver: string): Promise<Finding[]> {
    const text = changed('planned', ['validations:\n', `waivers:\n  - ${waiver}\nvalidations:\n`]);
    return lint([planFile(text)]);
  }

  const approval = 'reason: Haste, approvedBy: Quality, approved: 2026-02-20';

  test('that is not allowed is that alone, even after its end', async () => {
    const findings = await found(`{ rule: iq-missing, ${approval}, until: 2026-02-25 }`);
    expect(findings.map(({ rule }) => rule)).toEqual(['waiver-not-allowed']);
  });

  test.each([
    ['iq-lte', 'Did you mean `iq-late`?'],
    [
      'nothing-of-the-kind',
      'Copy the name of the rule from the finding; `npx --no waypost rules` lists them all.',
    ],
  ])(
    'of a rule that does not exist is told the right one if it is near: %s',
    async (rule, help) => {
      const findings = await found(`{ rule: ${rule}, ${approval} }`);
      expect(findings.map((finding) => [finding.rule, finding.help])).toEqual([
        ['waiver-unknown-rule', help],
      ]);
    },
  );
});
