import type { Location } from 'vscode-languageserver/node';
import { isWithin, type Path } from '../lifecycle/paths.ts';
import { nodeAt, placeOfKey } from '../source/places.ts';
import type { Range } from '../source/text.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import type { OpenPlan } from './open-plan.ts';
import { spotAt } from './spot.ts';

/** The mention that an offset lies in. */
export async function mentionAt(plan: OpenPlan, offset: number): Promise<Mention | undefined> {
  const mentions = await mentionsIn(plan.file);
  return mentions.find(({ range }) => range.start <= offset && offset <= range.end);
}

/** Where what is named at an offset is written. */
export async function definitionAt(plan: OpenPlan, offset: number): Promise<Location | null> {
  const mention = await mentionAt(plan, offset);
  const range = mention && definitionOf(plan, mention.target);
  return range ? { uri: plan.uri, range: plan.span(range) } : null;
}

/**
 * Every place that names the environment, instance or date at an offset.
 *
 * @param withDefinition whether the place where it is defined is one of them
 */
export async function referencesAt(
  plan: OpenPlan,
  offset: number,
  withDefinition: boolean,
): Promise<Location[]> {
  const target = (await mentionAt(plan, offset))?.target ?? keyAt(plan, offset);
  if (!target) return [];
  const mentions = await mentionsIn(plan.file);
  const naming = mentions.filter((mention) => isWithin(mention.target, target));
  const definition = withDefinition ? definitionOf(plan, target) : undefined;
  const ranges = [...(definition ? [definition] : []), ...naming.map(({ range }) => range)];
  return ranges.map((range) => ({ uri: plan.uri, range: plan.span(range) }));
}

/** The path of the key that an offset lies in. */
export function keyAt({ file }: OpenPlan, offset: number): Path | undefined {
  const spot = file.root && spotAt(file.root, offset);
  return spot?.part === 'key' ? spot.path : undefined;
}

function definitionOf({ file: { root } }: OpenPlan, target: Path): Range | undefined {
  return root && nodeAt(root, target) && placeOfKey(root, target);
}
