import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { escaped } from '../lifecycle/words.ts';
import type { Finding } from '../lint/finding.ts';
import { acceptanceOf } from './acceptance.ts';
import { type Checked, pathInRepository, type ReportedFile, type Surroundings } from './report.ts';

/** JUnit's XML: a suite for each plan, a failed case for each finding, a passed one where there is none. */
export function junit({ files, findings }: Checked, surroundings: Surroundings): string {
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const suites = files.map((file) => suite(file, byFile.get(file.file) ?? [], surroundings));
  const failures = findings.filter(({ waived }) => waived === null).length;
  const counts = { tests: suites.flatMap(({ children }) => children).length, failures, errors: 0 };
  const document = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
    x('testsuites', attributes({ name: 'waypost', ...counts }), suites),
  ]);
  return `${toXml(document)}\n`;
}

function suite({ file }: ReportedFile, findings: readonly Finding[], surroundings: Surroundings) {
  const path = pathInRepository(file, surroundings);
  const waived = findings.filter((finding) => finding.waived).length;
  const cases = findings.map((finding) => failed(finding, path));
  if (cases.length === 0) cases.push(x('testcase', attributes({ name: 'plan', classname: path })));
  const counts = {
    tests: cases.length,
    failures: findings.length - waived,
    errors: 0,
    skipped: waived,
  };
  return x('testsuite', attributes({ name: path, file: path, ...counts }), cases);
}

function failed(finding: Finding, path: string) {
  const { rule, severity, message, help, line, column, url, waived } = finding;
  const place = `${path}:${line}:${column}`;
  const outcome = waived
    ? x('skipped', attributes({ type: 'accepted', message: acceptanceOf(waived) }))
    : x(
        'failure',
        attributes({ type: severity, message }),
        text(`${place} ${message}\n${help}\n${url}`),
      );
  const name = `${rule} ${line}:${column}`;
  return x('testcase', attributes({ name, classname: path }), outcome);
}

/** XML has no way to write control characters, so they are shown as everywhere in messages. */
function attributes(values: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, text(`${value}`)]));
}

function text(value: string): string {
  return value
    .split('\n')
    .map((line) => escaped(line.toWellFormed()))
    .join('\n');
}
