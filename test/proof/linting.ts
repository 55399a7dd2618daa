import type { PlanFacts } from '../../schemas/plan.ts';
import type { Attachments } from '../../src/lifecycle/attachments.ts';
import type { Plan } from '../../src/lifecycle/plan.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import { readPlan } from '../../src/source/plan-file.ts';
import { type Notation, plainly } from './notations/notation.ts';
import { type Besides, type Rendered, render, type Value } from './notations/render.ts';

/** What is found in a plan as it is written, with the range of each finding in the text. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly written: Rendered;
  /** Undefined where it could not be read. */
  readonly plan: Plan | undefined;
}

/** Every file that a plan names is there, except below `absent/`. */
const attachments: Attachments = {
  inspect: (path) => (path.startsWith('absent/') ? 'absent' : 'pdf'),
};

export async function lintIn(
  plan: PlanFacts,
  notation: Notation,
  besides?: Besides,
): Promise<Found> {
  return lintWritten(render(plan as Value, notation, besides));
}

/** What is found in one file, where others may be checked in the same run. */
export async function lintWritten(written: Rendered, ...others: Rendered[]): Promise<Found> {
  const files = [written, ...others].map(({ file, bytes }) =>
    readPlan(file, bytes, bytes.length, attachments),
  );
  const findings = await lint(files);
  const plan = files[0]?.plan;
  return { findings: findings.filter(({ file }) => file === written.file), written, plan };
}

/** Shows the plan that does not come up to what is expected of it. */
export function shown(plan: PlanFacts, expectations: () => void): void {
  try {
    expectations();
  } catch (error) {
    const { text } = render(plan as Value, plainly);
    throw new Error(`${text}\n${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** The findings that count: those that no waiver covers. */
export function counted({ findings }: Found): Finding[] {
  return findings.filter(({ waived }) => waived === null);
}
