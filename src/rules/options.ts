import { z } from 'zod';
import type { Rule } from './rule.ts';

/** The options of a rule with their defaults. */
export function optionsOf(rule: Rule): { name: string; description: string; value: string }[] {
  if (!rule.options) return [];
  const defaults: Record<string, unknown> = rule.options.parse({});
  return Object.entries(rule.options.shape).map(([name, schema]) => ({
    name,
    description: (schema instanceof z.ZodType && schema.description) || '',
    value: String(defaults[name]),
  }));
}
