import { createHash } from 'node:crypto';
import { escaped } from '../lifecycle/words.ts';
import type { Finding } from '../lint/finding.ts';
import { acceptanceOf } from './acceptance.ts';
import { pretty } from './pretty.ts';
import { type Checked, pathInRepository, type Surroundings } from './report.ts';

/** How many annotations of a kind GitHub shows for a step; it drops the others without a word. */
const shown = 10;

type Command = 'error' | 'warning' | 'notice';

/** The report for people in the log of a step, and an annotation beside the line of each finding. */
export function github(checked: Checked, surroundings: Surroundings): string {
  const byCommand = Map.groupBy(checked.findings, commandOf);
  const commands = (['error', 'warning', 'notice'] as const).flatMap((command) => {
    const findings = byCommand.get(command) ?? [];
    const left = findings.length - shown;
    return [
      ...findings.slice(0, shown).map((finding) => annotation(command, finding, surroundings)),
      ...(left > 0 ? [`${left} more of kind ${command} in the report above`] : []),
    ];
  });
  const report = pretty(checked, surroundings);
  return `${unobeyed(report)}${commands.map((line) => `${line}\n`).join('')}`;
}

/** A line of a report could look like a command to the runner, for it quotes what plans say. */
function unobeyed(report: string): string {
  const token = createHash('sha256').update(report).digest('hex');
  return `::stop-commands::${token}\n${report}::${token}::\n`;
}

function commandOf({ severity, waived }: Finding): Command {
  return waived ? 'notice' : severity;
}

function annotation(command: Command, finding: Finding, surroundings: Surroundings): string {
  const { rule, message, help, line, endLine, column, endColumn, waived } = finding;
  const properties = {
    file: pathInRepository(finding.file, surroundings),
    line,
    endLine,
    // GitHub takes columns for a range within one line only.
    ...(line === endLine && { col: column, endColumn }),
    title: waived ? `${rule} (accepted)` : rule,
  };
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  const rest = waived ? `Accepted: ${acceptanceOf(waived)}` : help;
  return `::${command} ${written.join(',')}::${data(`${message}\n${rest}`)}`;
}

/** Text after the colons of a command. */
function data(text: string): string {
  const encoded = text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  // The log is read in terminals as well, and names of files may have any character.
  return encoded.replace(/\p{Cc}/gu, escaped);
}

/** Text in front of the colons, where commas and colons mean something, too. */
function property(value: string | number): string {
  return data(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
