import { counted, escaped, printable } from '../lifecycle/words.ts';
import type { Finding, Place } from '../lint/finding.ts';
import { ruleById } from '../rules/index.ts';
import { acceptanceOf } from './acceptance.ts';
import { codeFrame } from './code-frame.ts';
import { type Paint, painter } from './paint.ts';
import {
  type Checked,
  type ReportedFile,
  type Shard,
  type Since,
  type Style,
  summaryOf,
} from './report.ts';
import { wrap } from './wrap.ts';

/** For people: each finding with its place in the file, why it matters and what to do. */
export function pretty(checked: Checked, style: Style): string {
  const { files, findings } = checked;
  const paint = painter(style);
  const byName = new Map(files.map((file) => [file.file, file]));
  const blocks = findings.map((finding) => block(finding, byName.get(finding.file), paint));
  return `${[...blocks, closing(checked, paint)].join('\n')}`;
}

function block(finding: Finding, file: ReportedFile | undefined, paint: Paint): string {
  const { rule, severity, message, help, url, waived, fix } = finding;
  const label = waived
    ? paint('cyan', 'accepted')
    : paint(severity === 'error' ? 'red' : 'yellow', severity);
  const lines = [
    `${paint('bold', where(finding))}  ${label}  ${rule}`,
    `  ${message}`,
    '',
    ...(file ? codeFrame(file.lines, finding, (text) => paint('red', text)) : []),
    ...finding.related.map(
      (other) => `  ${paint('dim', 'and')}  ${where(other)}  ${other.message}`,
    ),
    ...(finding.related.length > 0 ? [''] : []),
    ...entry('why', ruleById(rule)?.why ?? '', paint),
    ...entry('do', help, paint),
    ...(fix ? entry('fix', `${fix.title}: npx --no waypost lint --fix`, paint) : []),
    ...(waived ? entry('ok', acceptanceOf(waived), paint) : []),
    ...entry('see', `${url} or npx --no waypost rules ${rule}`, paint),
    '',
  ];
  return lines.join('\n');
}

function where({ file, line, column }: Place): string {
  return `${escaped(file)}:${line}:${column}`;
}

function entry(name: string, text: string, paint: Paint): string[] {
  const [first = '', ...rest] = wrap(text, 92);
  return [`  ${paint('dim', name.padEnd(4))} ${first}`, ...rest.map((line) => `       ${line}`)];
}

function closing(checked: Checked, paint: Paint): string {
  const { files, findings, failed, since, shard } = checked;
  const total = shard?.portfolio.plans ?? files.length;
  if (total === 0) return paint('red', 'No plan was checked\n');
  const { errors, warnings, waived } = summaryOf(findings);
  const plans = checkedPlans(checked);
  const accepted = waived > 0 ? `, ${counted(waived, 'accepted deviation')}` : '';
  if (failed) return paint('red', 'No verdict: not everything could be read\n');
  const unshown = since ? notShown(since) : '';
  if (errors + warnings === 0) {
    return `${paint('green', `${plans}${since || shard ? ':' : ''} in order${accepted}`)}\n${unshown}`;
  }
  const fixable = findings.filter(({ fix }) => fix).length;
  const hint = fixable > 0 ? `; --fix mends ${fixable}` : '';
  const format = errors > 0 ? 'red' : 'yellow';
  const verdict = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}${accepted}${hint}`;
  return `${paint(format, `${plans}: ${verdict}`)}\n${unshown}`;
}

function checkedPlans({ files, since, shard }: Checked): string {
  if (shard) return plansOfShard(files.length, shard, since);
  return since ? changedPlans(files.length, since) : counted(files.length, 'plan');
}

function plansOfShard(plans: number, { number, of, portfolio }: Shard, since?: Since): string {
  const which = since
    ? changedPlans(plans, since)
    : `${counted(plans, 'plan')} of ${portfolio.plans}`;
  return `Shard ${number} of ${of}, ${which}`;
}

function changedPlans(plans: number, { changed, revision }: Since): string {
  return `${counted(changed, 'plan')} of ${plans} changed since ${printable(revision)}`;
}

function notShown({ unshown }: Since): string {
  if (unshown === 0) return '';
  return `Not shown: ${counted(unshown, 'finding')} in plans that have not changed\n`;
}
