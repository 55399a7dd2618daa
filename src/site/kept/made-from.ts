import { hash } from 'node:crypto';
import { historySource } from '../history.ts';
import type { Entry } from '../portfolio.ts';

const known = new WeakMap<Entry, Promise<string>>();

/**
 * Tells all apart that makes another page of one plan, besides the code: its text and where it lies, what
 * the linter says of it in the light of all plans, and its commits. The files beside a plan are looked
 * at by rules alone, and no page of one plan looks at another.
 *
 * @param address where the site is published, as it stands before `/plans/…`
 */
export function madeFrom(entry: Entry, address: string): Promise<string> {
  const told = known.get(entry) ?? tell(entry, address);
  known.set(entry, told);
  return told;
}

async function tell(entry: Entry, address: string): Promise<string> {
  const { slug, file, findings } = entry;
  const commits = await historySource(entry);
  const all = [address, slug, file.file, file.text, findings, commits];
  return hash('sha256', JSON.stringify(all), 'base64url');
}
