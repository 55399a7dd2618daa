import { byCodeUnit } from '../lifecycle/order.ts';
import type { Severity } from '../rules/rule.ts';
import type { Edit } from '../source/edits.ts';

/** A place in a file. Lines and columns are 1-based, columns count UTF-16 units, the end is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** An accepted deviation, as the plan documents it. */
export interface Acceptance {
  readonly reason: string;
  readonly approvedBy: string;
  readonly approved: string;
  readonly until: string | null;
}

/** The one right answer to a finding, where there is one. */
export interface Fix {
  /** What it does, for somebody who chooses: "Write `sandbox`". */
  readonly title: string;
  /** Changes to the text of the finding's own file. */
  readonly edits: readonly Edit[];
}

/** Something that a rule found, as every report and page shows it. */
export interface Finding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in the plan's own words. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** Where in the plan, such as `environments.val`; null for prose and syntax errors. */
  readonly path: string | null;
  readonly related: readonly (Place & { readonly message: string })[];
  /** Address of the rule's page. */
  readonly url: string;
  /** The waiver that covers the finding; null where none does. */
  readonly waived: Acceptance | null;
  readonly fix?: Fix;
}

/** By file, line, column and rule, by code unit: the same order everywhere. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    byCodeUnit(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    byCodeUnit(a.rule, b.rule)
  );
}
