import type { Root, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Finding } from '../lint/finding.ts';
import { type Checked, summaryOf } from './report.ts';

/** How many findings are listed: GitHub refuses a summary of more than 1 MiB. */
const listed = 500;

/** The findings as a page of Markdown, for the summary of a job. What plans say stays text. */
export function jobSummary({ files, findings, failed }: Checked): string {
  const { errors, warnings, waived } = summaryOf(findings);
  const left = findings.length - listed;
  const counts = `Plans: ${files.length}. Errors: ${errors}. Warnings: ${warnings}. Accepted deviations: ${waived}.`;
  const children: RootContent[] = [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Waypost' }] },
    paragraph(counts),
  ];
  if (failed) children.push(paragraph('Not everything could be read: see the log of the step.'));
  if (findings.length > 0) children.push(table(findings.slice(0, listed)));
  if (left > 0) children.push(paragraph(`${left} more are in the log of the step.`));
  const root: Root = { type: 'root', children };
  return unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify).stringify(root);
}

function table(findings: readonly Finding[]): RootContent {
  const header = row(['', 'Where', 'Rule', 'What is wrong, and what to do'], false);
  const rows = findings.map(({ severity, waived, file, line, rule, message, help }) =>
    row([waived ? 'accepted' : severity, `${file}:${line}`, rule, `${message}. ${help}`], true),
  );
  return { type: 'table', children: [header, ...rows] };
}

function row(cells: readonly string[], quoted: boolean): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((value, column) => ({
      type: 'tableCell',
      children: [
        quoted && (column === 1 || column === 2)
          ? { type: 'inlineCode', value }
          : { type: 'text', value },
      ],
    })),
  };
}

function paragraph(value: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}
