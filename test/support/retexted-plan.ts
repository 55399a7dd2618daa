import { planSchema } from '../../schemas/plan.ts';
import { visible } from '../../schemas/scalars.ts';
import { metaAt } from '../../schemas/walk.ts';

type Path = readonly (string | number)[];

/** Lists of words and of files that a plan is only in order with. */
const bound = new Set(['scope', 'file']);

/**
 * The same plan with other texts: what links its parts, and what its rules look for, stays.
 *
 * @param value a plan, or what is at `path` in it
 * @param rewrite makes the new text of the old one
 */
export function retexted(
  value: unknown,
  rewrite: (text: string) => string,
  path: Path = [],
): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => retexted(item, rewrite, [...path, index]));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, retexted(inner, rewrite, [...path, key])]),
    );
  }
  const { pattern, names } = metaAt(planSchema(), path);
  const isText = names === undefined || names === 'finding';
  if (typeof value !== 'string' || pattern !== visible.source || !isText) return value;
  return path.some((step) => bound.has(String(step))) ? value : rewrite(value);
}
