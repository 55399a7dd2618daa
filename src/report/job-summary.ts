import type { PhrasingContent, RootContent } from 'mdast';
import { counted, printable } from '../lifecycle/words.ts';
import type { Finding } from '../lint/finding.ts';
import { code, heading, paragraph, table, text } from './markdown/nodes.ts';
import { phrases } from './markdown/phrases.ts';
import { writeMarkdown } from './markdown/write.ts';
import { type Checked, type Shard, type Since, summaryOf } from './report.ts';

/** How many findings are listed: GitHub refuses a summary of more than 1 MiB. */
const listed = 500;

/** The findings as a page of Markdown, for the summary of a job. What plans say stays text. */
export function jobSummary({ files, findings, failed, since, shard }: Checked): string {
  const { errors, warnings, waived } = summaryOf(findings);
  const left = findings.length - listed;
  const counts = `Plans: ${files.length}. Errors: ${errors}. Warnings: ${warnings}. Accepted deviations: ${waived}.`;
  const children: RootContent[] = [heading(2, [text('Waypost')]), sentence(counts)];
  if (since) children.push(sentence(reachOf(since)));
  if (shard) children.push(sentence(partOf(shard)));
  if (failed) children.push(sentence('Not everything could be read: see the log of the step.'));
  if (findings.length > 0) children.push(tableOf(findings.slice(0, listed)));
  if (left > 0) children.push(sentence(`${left} more are in the log of the step.`));
  return writeMarkdown(children);
}

function reachOf({ revision, changed, unshown }: Since): string {
  const others = `Findings in other plans, which are not shown: ${unshown}.`;
  return `Plans that have changed since ${printable(revision)}: ${changed}. ${others}`;
}

function partOf({ number, of, portfolio }: Shard): string {
  return `This is shard ${number} of ${of}; there are ${counted(portfolio.plans, 'plan')} in all.`;
}

function tableOf(findings: readonly Finding[]): RootContent {
  return table(['', 'Where', 'Rule', 'What is wrong, and what to do'], findings.map(cellsOf));
}

function cellsOf(finding: Finding): PhrasingContent[][] {
  const { severity, waived, file, line, rule, message, help } = finding;
  return [
    [text(waived ? 'accepted' : severity)],
    [code(`${file}:${line}`)],
    [code(rule)],
    phrases(`${message}. ${help}`),
  ];
}

function sentence(value: string): RootContent {
  return paragraph(text(value));
}
