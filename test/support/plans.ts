import { around } from '../../src/rules/around.ts';
import { type PlanFile, readPlan } from '../../src/source/plan-file.ts';

/** The plan in a text, as if it were read from `file`. */
export function planFile(text: string, file = 'plan.yaml'): PlanFile {
  return readPlan(file, new TextEncoder().encode(text));
}

/** A plan that is in order, with some of its text replaced; each replacement must be found. */
export function changed(
  base: keyof typeof around,
  ...replacements: readonly (readonly [from: string, to: string])[]
): string {
  let text: string = around[base];
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`The plan holds no ${JSON.stringify(from)}`);
    text = text.replace(from, to);
  }
  return text;
}
