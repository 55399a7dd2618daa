import { escaped } from '../lifecycle/words.ts';
import type { Acceptance } from '../lint/finding.ts';

/**
 * Why a deviation is accepted, by whom and until when: "Short of people (Head of Quality, 2026-03-01)". What
 * a plan says here is its own text; it takes one line, and its control characters are escaped.
 */
export function acceptanceOf({ reason, approvedBy, approved, until }: Acceptance): string {
  const end = until ? `, until ${until}` : '';
  const sentence = `${reason.trim()} (${approvedBy.trim()}, ${approved}${end})`;
  return escaped(sentence.replace(/\s+/g, ' '));
}
