import { kindOf } from '../../schemas/environments.ts';
import { planSchema } from '../../schemas/plan.ts';
import { metaAt, wordsAt } from '../../schemas/walk.ts';
import { isKindId, type Kind, kinds } from '../lifecycle/kinds.ts';
import type { Path } from '../lifecycle/paths.ts';
import { quote } from '../lifecycle/words.ts';
import { at } from '../source/value-paths.ts';
import type { Value } from '../source/values.ts';
import { page } from './pages.ts';

/** What the schema says of a key, as Markdown; empty where it knows no such key. */
export function keyMeaning(path: Path): string {
  const { description, expected } = metaAt(planSchema(), path);
  const key = path.findLast((step) => typeof step === 'string');
  if (description === undefined || key === undefined) return '';
  const wanted =
    wordsAt(planSchema(), path).length > 0 || expected !== 'text' ? expected : undefined;
  return page(`**${quote(key)}**: ${description}`, wanted ? `Expected: ${wanted}` : '');
}

/** The kind of the environment at a path, by what is written: even in a plan that cannot be read. */
export function environmentKind(values: Value, path: Path): Kind | undefined {
  const [block, id] = path;
  if (block !== 'environments' || typeof id !== 'string') return undefined;
  const kind = kindOf(id, at(values, ['environments', id, 'kind']));
  return kind && kinds[kind];
}

/** The kind of the environment that a reference such as `val.test` names, by what is written. */
export function kindNamed(values: Value, reference: string): Kind | undefined {
  const [id = ''] = reference.split('.');
  if (at(values, ['environments', id]) === undefined) return undefined;
  return environmentKind(values, ['environments', id]);
}

/** The kind that a word such as `pre-prod` stands for. */
export function kindCalled(word: string): Kind | undefined {
  return isKindId(word) ? kinds[word] : undefined;
}
