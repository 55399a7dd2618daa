import type { Finding } from '../../lint/finding.ts';
import type { Phrase } from './blocks.ts';
import { code, day, line, link, words } from './pieces.ts';

/** What is said of a finding. */
export interface FindingWords {
  readonly message: Phrase;
  readonly help: Phrase;
  /** Why the deviation is accepted; undefined where it is not. */
  readonly accepted: Phrase | undefined;
  /** By whom it is accepted, what else is concerned, and where it is. */
  readonly notes: readonly Phrase[];
}

/** One finding: what is wrong, what to do, where, and which rule says so. */
export function findingWords({ waived, ...finding }: Finding): FindingWords {
  const related = finding.related.map((other) =>
    line(words(`${other.message}:`), code(placeOf(other))),
  );
  const where = line(
    code(placeOf(finding)),
    '·',
    link(finding.url, finding.rule),
    ...(finding.path ? ['·', code(finding.path)] : []),
  );
  return {
    message: words(finding.message),
    help: words(finding.help),
    accepted: waived ? line(`Accepted deviation: ${waived.reason}`) : undefined,
    notes: [...(waived ? [approval(waived)] : []), ...related, where],
  };
}

function approval({ approvedBy, approved, until }: NonNullable<Finding['waived']>): Phrase {
  const end = until === null ? [] : ['until', day(until)];
  return line(`Approved by ${approvedBy} on`, day(approved), ...end);
}

function placeOf({ file, line: row, column }: Pick<Finding, 'file' | 'line' | 'column'>): string {
  return `${file}:${row}:${column}`;
}
