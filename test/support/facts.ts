import { formatPath } from '../../src/lifecycle/paths.ts';
import { type Fact, pathOf } from '../../src/lifecycle/records.ts';

/** Where facts are written, such as `environments.val.created`. */
export function placesOf(facts: readonly Fact[] = []): string[] {
  return facts.map(({ record, key }) => formatPath(pathOf(record, key)));
}
