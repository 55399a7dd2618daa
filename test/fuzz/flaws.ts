import type { Finding } from '../../src/lint/finding.ts';
import { Lines } from '../../src/source/text.ts';

/** What a run of the linter over one file has left. */
export interface Remains {
  readonly status: number;
  /** What it said on standard error. */
  readonly said: string;
  /** The report, as JSON. */
  readonly report: string;
  readonly bytes: Uint8Array;
}

/** What of it must never be, whatever the file: undefined where there is no such thing. */
export function flawOf({ status, said, report, bytes }: Remains): string | undefined {
  if (status !== 0 && status !== 1) return `It ended with ${status}: ${said}`;
  if (said !== '') return `It said on standard error: ${said}`;
  const { findings, summary }: Report = JSON.parse(report);
  if (summary.errors > 0 !== (status === 1)) return `It ended with ${status} on ${report}`;
  const lines = new Lines(new TextDecoder().decode(bytes));
  const outside = findings.find((finding) => !isInside(finding, lines));
  return outside && `A finding lies outside the file: ${JSON.stringify(outside)}`;
}

interface Report {
  readonly findings: readonly Finding[];
  readonly summary: { readonly errors: number };
}

function isInside({ line, column, endLine, endColumn }: Finding, lines: Lines): boolean {
  const isPlace = (at: number, column: number) =>
    at >= 1 && at <= lines.count && column >= 1 && column <= lines.line(at).length + 1;
  const isForward = endLine > line || (endLine === line && endColumn >= column);
  return isPlace(line, column) && isPlace(endLine, endColumn) && isForward;
}
