import {
  LSPErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { isEnvironmentId } from '../../schemas/environments.ts';
import type { Environment } from '../lifecycle/environment.ts';
import { isKindId, kinds } from '../lifecycle/kinds.ts';
import { quote } from '../lifecycle/words.ts';
import type { Edit } from '../source/edits.ts';
import { nodeAt, placeOfKey } from '../source/places.ts';
import type { Range } from '../source/text.ts';
import { isTeamsOwn, valuesOf } from '../source/values.ts';
import type { MapNode, Node } from '../source/yaml.ts';
import { environmentOf, idRange, mentionsIn, unquoted } from './mentions.ts';
import type { OpenPlan } from './open-plan.ts';
import { keyAt, mentionAt } from './targets.ts';

/** The id of an environment at a place: where it stands, and whose it is. */
interface Named {
  readonly environment: Environment;
  readonly range: Range;
}

/**
 * What a rename at an offset would rename.
 *
 * @throws {ResponseError} where the plan cannot be read, so that places would be missed
 */
export async function prepareRename(
  plan: OpenPlan,
  offset: number,
): Promise<PrepareRenameResult | null> {
  const named = await namedAt(plan, offset);
  return named ? { range: plan.span(named.range), placeholder: named.environment.id } : null;
}

/**
 * Gives the environment at an offset another id, wherever the plan names it. An environment whose
 * kind follows from its id goes on to have that kind: it says so from now on.
 *
 * @throws {ResponseError} where nothing can be renamed, or the id cannot be given
 */
export async function rename(plan: OpenPlan, offset: number, id: string): Promise<WorkspaceEdit> {
  const named = await namedAt(plan, offset);
  if (!named) throw refusal('Only the id of an environment can be renamed, and none stands here.');
  const edits = await editsFor(plan, named.environment, id);
  return {
    documentChanges: [
      { textDocument: { uri: plan.uri, version: plan.version }, edits: toTextEdits(plan, edits) },
    ],
  };
}

async function namedAt(plan: OpenPlan, offset: number): Promise<Named | undefined> {
  await refuseUnreadable(plan);
  const { file } = plan;
  const mention = await mentionAt(plan, offset);
  const path = mention?.target ?? keyAt(plan, offset);
  const id = path && environmentOf({ target: path });
  const environment = file.plan?.environment(id);
  if (!file.root || !environment) return undefined;
  if (mention) {
    const range = idRange(mention, environment.id, file.text);
    return range && { environment, range };
  }
  if (path?.length !== 2) return undefined;
  return { environment, range: unquoted(placeOfKey(file.root, path), file.text) };
}

async function editsFor({ file }: OpenPlan, { id: old, kind }: Environment, id: string) {
  const { root, text } = file;
  const node = root && nodeAt(root, ['environments', old]);
  if (!root || !node) throw refusal('This plan has no such environment.');
  if (id === old) return [];
  refuseId(id, root);
  const edits: Edit[] = [{ ...unquoted(placeOfKey(root, ['environments', old]), text), text: id }];
  if (kind && isKindId(old)) edits.push(...kindStated(node, kind.id, text));
  if (isKindId(id) && kind?.id !== id) {
    throw refusal(`An environment ${quote(id)} is a ${kinds[id].name}, and this one is none.`);
  }
  for (const mention of await mentionsIn(file)) {
    if (environmentOf(mention) !== old) continue;
    const range = idRange(mention, old, text);
    if (!range) {
      const { line, column } = file.lines.position(mention.range.start);
      throw refusal(
        `The id is written with escapes in line ${line}, column ${column}. Write it plainly there first.`,
      );
    }
    edits.push({ ...range, text: id });
  }
  return edits;
}

/** What could not be read may name the environment too, and would go on to name what is no more. */
async function refuseUnreadable({ file }: OpenPlan): Promise<void> {
  const prose = await file.prose();
  const problems = prose && 'problem' in prose ? [...file.problems, prose.problem] : file.problems;
  const problem = problems.find(({ type }) => type === 'yaml-syntax' || type === 'mdx-syntax');
  if (!problem || !('start' in problem)) return;
  const { line } = file.lines.position(problem.start);
  throw refusal(
    `The plan cannot be read from line ${line} on. Correct that first: ${problem.message}.`,
  );
}

function refuseId(id: string, root: Node): void {
  if (!isEnvironmentId(id) || isTeamsOwn(id) || /^(null|true|false)$/.test(id)) {
    throw refusal(
      `${quote(id)} is no id of an environment. It is kebab-case, small letters and digits joined by hyphens, and not \`main\`, \`test\` or a word of YAML; keys that begin with \`x-\` are the team’s own.`,
    );
  }
  if (nodeAt(root, ['environments', id])) {
    throw refusal(`The plan has an environment ${quote(id)} already. Choose another id.`);
  }
}

/** Lets an environment state its kind, if it does not yet. */
function kindStated(node: Node, kind: string, text: string): Edit[] {
  if (node.type !== 'map') {
    throw refusal(
      'The environment is no map of keys of its own. Make it one, so that it can state its kind.',
    );
  }
  const stated = node.entries.find(({ name }) => name === 'kind');
  if (stated && valuesOf(stated.value) !== null) return [];
  if (stated) return [{ ...valueRange(stated, text), text: ` ${kind}` }];
  const [first] = node.entries;
  if (text[node.start] === '{') {
    const start = node.start + 1;
    return [{ start, end: start, text: ` kind: ${kind}${first ? ',' : ' '}` }];
  }
  const start = first?.key.start ?? node.start;
  const before = text.slice(0, start).split(/[\r\n]/);
  // It may begin behind the colon of a key that is written with a question mark.
  const indentation = (before.at(-1) ?? '').replace(/\S/g, ' ');
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return [{ start, end: start, text: `kind: ${kind}${lineEnd}${indentation}` }];
}

/** Everything behind the colon of an entry that says nothing. */
function valueRange({ key, value }: MapNode['entries'][number], text: string): Range {
  const start = text.indexOf(':', key.end) + 1;
  return { start, end: Math.max(start, value.end) };
}

/** The same place is changed once, however often it is named. */
function toTextEdits(plan: OpenPlan, edits: readonly Edit[]): TextEdit[] {
  const byStart = new Map(edits.map((edit) => [edit.start, edit]));
  return [...byStart.values()].map(({ text, ...range }) => ({
    range: plan.span(range),
    newText: text,
  }));
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
