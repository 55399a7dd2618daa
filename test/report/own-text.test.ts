import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/report/index.ts';
import { filledPlan } from '../support/filled-plan.ts';
import { changed } from '../support/plans.ts';
import { quotedYaml } from '../support/quoted-yaml.ts';
import { reported } from './reported.ts';

const forPeople: readonly Format[] = ['pretty', 'github', 'gitlab', 'junit', 'sarif'];
const hostile = 'a\u001b[31mb\r\nc\u2028d\u202ee\u0007f\u009bg';
/** What moves the cursor, sounds, or turns the reading direction; a report has line ends of its own. */
const harmful = /[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u;

describe.each(forPeople)('%s: what a plan says stays text', (format) => {
  test('why a deviation is accepted, and who says so', async () => {
    const late = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }']);
    const waiver = {
      rule: 'iq-late',
      approved: '2026-02-20',
      reason: hostile,
      approvedBy: hostile,
    };
    const plan = `${late}\nwaivers: [${quotedYaml(waiver)}]\n`;
    const { text, findings } = await reported(format, { 'plan.yaml': plan });
    expect(findings).toMatchObject([{ waived: { reason: hostile, approvedBy: hostile } }]);
    expect(text).not.toMatch(harmful);
  });

  test('whatever else the format has', async () => {
    const text = () => hostile;
    const { value } = filledPlan({ text, url: () => 'https://x.invalid', wrong: text });
    const report = await reported(format, { 'plan.yaml': quotedYaml(value) });
    expect(report.findings.length).toBeGreaterThan(10);
    expect(report.text).not.toMatch(harmful);
  });
});
