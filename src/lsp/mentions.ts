import { type Path, parsePath } from '../lifecycle/paths.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { environmentAnchor } from '../lifecycle/plan-page.ts';
import { pathOf } from '../lifecycle/records.ts';
import { type Reference, referencesOf } from '../lifecycle/references.ts';
import { nodeAt } from '../source/places.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { ProseModel } from '../source/prose-model.ts';
import type { Range } from '../source/text.ts';
import { type Node, resolve, type ScalarNode } from '../source/yaml.ts';

/** Where a plan names something of its own: in its data, in waivers, and in its prose. */
export interface Mention {
  /** The text that names it, without quotes. */
  readonly range: Range;
  /** Path of what is named. */
  readonly target: Path;
  /** What comes before the id of an environment, where one is named. */
  readonly prefix: string;
}

const inEnvironments = 'environments';

/** All mentions in a plan; those in prose only where the prose can be read. */
export async function mentionsIn(file: PlanFile): Promise<Mention[]> {
  const { plan, root, text } = file;
  if (!plan || !root) return [];
  const prose = await file.prose();
  return [
    ...referencesOf(plan).flatMap((reference) => inData(reference, plan, root, text)),
    ...plan.waivers.flatMap((waiver) => inWaiver(waiver, root, text)),
    ...(prose instanceof ProseModel ? inProse(prose, plan) : []).map((mention) => ({
      ...mention,
      range: shifted(mention.range, file.proseRange?.start),
    })),
  ];
}

/** The id of the environment that a mention names, or that what it names lies in. */
export function environmentOf({ target: [block, id] }: Pick<Mention, 'target'>) {
  return block === inEnvironments && typeof id === 'string' ? id : undefined;
}

/** Where in a mention the id of an environment is written; undefined where it is spelled with escapes. */
export function idRange({ range, prefix }: Mention, id: string, text: string): Range | undefined {
  const at = text.slice(range.start, range.end).indexOf(id, prefix.length);
  const start = range.start + at;
  return at < 0 ? undefined : { start, end: start + id.length };
}

/** A place of the prose as a place of the file, given where the prose begins. */
export function shifted({ start, end }: Range, beginning = 0): Range {
  return { start: beginning + start, end: beginning + end };
}

/** A scalar without its quotes, if it has any. */
export function unquoted({ start, end }: Range, text: string): Range {
  return /["']/.test(text[start] ?? '') ? { start: start + 1, end: end - 1 } : { start, end };
}

function inData(reference: Reference, plan: Plan, root: Node, text: string): Mention[] {
  const { record, key, names, finding } = reference;
  const written = scalarAt(root, [...pathOf(record), key]);
  if (!written) return [];
  const range = unquoted(written, text);
  if (finding) return [{ range, target: [...pathOf(finding), 'id'], prefix: '' }];
  const target = names === 'finding' ? undefined : placeNamed(reference.text, plan);
  return target ? [{ range, target, prefix: '' }] : [];
}

/** What `prod.test` names: the instance, or the environment alone where it lacks such an instance. */
function placeNamed(text: string, plan: Plan): Path | undefined {
  const [id, instance] = text.split('.');
  if (id === undefined || !plan.environment(id)) return undefined;
  const within = instance !== undefined && plan.place(text) ? [instance] : [];
  return [inEnvironments, id, ...within];
}

function inWaiver(
  waiver: { readonly at?: string | undefined },
  root: Node,
  text: string,
): Mention[] {
  const target = waiver.at === undefined ? undefined : parsePath(waiver.at);
  const written = target && scalarAt(root, [...pathOf(waiver), 'at']);
  return written ? [{ range: unquoted(written, text), target, prefix: inEnvironments }] : [];
}

function inProse(prose: ProseModel, plan: Plan): Mention[] {
  const ofComponents = prose.elements.flatMap((element) =>
    element.attributes.flatMap(({ name, text, valueRange: { start, end } }) => {
      if (text === undefined) return [];
      const named = inAttribute(`${element.name} ${name}`, text, plan);
      return named ? [{ range: { start: start + 1, end: end - 1 }, ...named }] : [];
    }),
  );
  return [...ofComponents, ...inLinks(prose, plan)];
}

function inAttribute(
  attribute: string,
  value: string,
  plan: Plan,
): Omit<Mention, 'range'> | undefined {
  if (attribute === 'Date of') {
    const target = parsePath(value);
    return target && { target, prefix: inEnvironments };
  }
  const target = attribute === 'Environment id' ? placeNamed(value, plan) : undefined;
  return target && { target, prefix: '' };
}

/** Links to the part of the plan's own page that is about an environment. */
function inLinks(prose: ProseModel, plan: Plan): Mention[] {
  const prefix = `#${environmentAnchor('')}`;
  return prose.links.flatMap(({ url, range }) => {
    if (!url.startsWith(prefix) || prose.source(range) !== url) return [];
    const id = url.slice(prefix.length);
    return plan.environment(id) ? [{ range, target: [inEnvironments, id], prefix }] : [];
  });
}

/** The scalar that is written at a path, or that an alias there stands for. */
function scalarAt(root: Node, path: Path): ScalarNode | undefined {
  const node = nodeAt(root, path);
  const written = node && resolve(node);
  return written?.type === 'scalar' ? written : undefined;
}
