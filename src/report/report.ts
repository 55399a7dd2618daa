import { posix } from 'node:path';
import type { ShardMember } from '../../schemas/reports/shard.ts';
import type { Finding } from '../lint/finding.ts';
import type { PlanFile } from '../source/plan-file.ts';

/** A plan's file, as far as reports look at it. */
export type ReportedFile = Pick<PlanFile, 'file' | 'lines'>;

/** What a report is about. */
export interface Checked {
  readonly files: readonly ReportedFile[];
  readonly findings: readonly Finding[];
  /** Whether something could not be read, so that the findings are not all there may be. */
  readonly failed: boolean;
  /** Where only those are told of that changes may have brought: what they are measured against. */
  readonly since?: Since;
  /** Where only a part of the plans was linted: which one, and what it takes to merge it with the others. */
  readonly shard?: Shard;
}

/** A shard before its report is written, which tells the rest of all that is checked. */
export type Shard = Omit<ShardMember, 'since' | 'failed' | 'fixes'>;

/** How far a report goes that is about changes. */
export interface Since {
  /** The revision, as the user has named it. */
  readonly revision: string;
  /** The commit that it stands for: the one in which the branch left it. */
  readonly commit: string;
  /** How many plans are not as they were then. */
  readonly changed: number;
  /** How many findings are left out. */
  readonly unshown: number;
}

/** How a report for people looks. */
export interface Style {
  readonly color: boolean;
}

/** What a report depends on besides the findings. */
export interface Surroundings extends Style {
  /** The working folder as the root of the repository sees it, such as `onboarding/`; empty at the root. */
  readonly folder: string;
}

/** A report: findings to text, and nothing else. */
export type Reporter = (checked: Checked, surroundings: Surroundings) => string;

/** How many findings count, and how many are accepted deviations. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly waived: number;
}

/** Counts findings, as reports and pages do: an accepted deviation is neither error nor warning. */
export function summaryOf(findings: readonly Finding[]): Summary {
  const counted = findings.filter(({ waived }) => waived === null);
  return {
    errors: counted.filter(({ severity }) => severity === 'error').length,
    warnings: counted.filter(({ severity }) => severity === 'warning').length,
    waived: findings.length - counted.length,
  };
}

/** The path of a file from the root of the repository, as the services that host it want it. */
export function pathInRepository(file: string, { folder }: Surroundings): string {
  return posix.isAbsolute(file) ? file : posix.normalize(`${folder}${file}`);
}
