import {
  configurationSchema,
  type SettableRule,
  type SiteSettings,
} from '../../schemas/configuration.ts';
import { once } from '../../schemas/once.ts';
import { quote } from '../lifecycle/words.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { placeOfKey, placeOfValue } from '../source/places.ts';
import { SchemaProblems, type ShapeProblem } from '../source/schema-problems.ts';
import { decode, Lines } from '../source/text.ts';
import { type Value, valuesOf } from '../source/values.ts';
import { type Node, parseYaml, YamlError } from '../source/yaml.ts';
import { type Override, Settings } from './settings.ts';

/** What a team has set: how rules are asked, and the site. */
export interface Configuration {
  readonly settings: Settings;
  readonly site: Partial<SiteSettings>;
  /** What it was read from; undefined where nothing is set. */
  readonly bytes?: Uint8Array;
}

/** What holds where there is no configuration. */
export const defaultConfiguration: Configuration = { settings: new Settings(), site: {} };

/** The title of the site. */
export function titleOf({ title = 'Waypost' }: Configuration['site']): string {
  return title;
}

/** Where the site is published, as it stands before `/rules/…`; empty where nobody has said. */
export function addressOf({ url = '', base = '' }: Configuration['site']): string {
  return (url.replace(/\/+$/, '') + base).replace(/\/+$/, '');
}

/** The configuration cannot be used; the message tells each place and what to do there. */
export class ConfigurationError extends Error {}

const wholeSchema = once(() => configurationSchema(rules.flatMap(settable)));

/** A family of rules is set as a whole, or rule by rule; what cannot be waived cannot be turned off. */
function settable({ id, options, waivable, family }: Rule): SettableRule[] {
  const rule = { id, options, fixed: waivable === false && !family };
  const members = (family ?? []).map((name) => ({ id: `${id}/${name}`, fixed: false }));
  return [rule, ...members];
}

/**
 * Reads a configuration.
 *
 * @param file the file's path as it is to be shown
 * @param bytes its content
 * @throws {ConfigurationError} when anything in it is wrong: a setting that does not hold must not
 *   look as if it did
 */
export function readConfiguration(file: string, bytes: Uint8Array): Configuration {
  const decoded = decode(bytes);
  const lines = new Lines(decoded.text);
  const fail = (complaints: readonly Complaint[]): never => {
    const shown = complaints.map(({ at, message, help }) => {
      const { line, column } = lines.position(at);
      return `${file}:${line}:${column} ${message}\n  ${help}`;
    });
    throw new ConfigurationError(shown.join('\n'));
  };
  if ('fault' in decoded) {
    const { offset, message, help } = decoded.fault;
    return fail([{ at: offset, message, help }]);
  }
  const root = parsed(decoded.text, fail);
  if (!root) return defaultConfiguration;

  const values = valuesOf(root);
  const schema = wholeSchema();
  const result = schema.safeParse(values);
  if (!result.success) {
    const problems = new SchemaProblems(schema, values);
    for (const issue of result.error.issues) problems.add(issue);
    return fail(problems.all.map((problem) => complaintOf(problem, root)));
  }
  const { rules: settings, overrides = [], site = {} } = result.data;
  const everywhere: Override[] = settings ? [{ plans: ['*'], rules: writtenIn(values, []) }] : [];
  const others = overrides.map(({ plans }, index) => ({
    plans,
    rules: writtenIn(values, ['overrides', index]),
  }));
  return { settings: new Settings([...everywhere, ...others]), site, bytes };
}

interface Complaint {
  readonly at: number;
  readonly message: string;
  readonly help: string;
}

function parsed(text: string, fail: (complaints: Complaint[]) => never): Node | undefined {
  try {
    const root = parseYaml(text);
    if (!root || root.type === 'map') return root;
    return fail([
      {
        at: root.start,
        message: 'A configuration is a map of keys',
        help: 'Write `rules:`, `overrides:` or `site:`, with what is set below it.',
      },
    ]);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return fail([{ at: error.start, message: error.message, help: error.help }]);
  }
}

/** Settings as they are written: defaults are put in only once all that apply are put together. */
function writtenIn(values: Value, path: readonly (string | number)[]): Override['rules'] {
  let value: unknown = values;
  for (const step of [...path, 'rules']) value = Object(value)[step];
  const settings = Object.entries(Object(value)).filter(([, setting]) => setting !== null);
  return Object.fromEntries(settings) as Override['rules'];
}

function complaintOf(problem: ShapeProblem, root: Node): Complaint {
  const at = placeOf(problem, root).start;
  if (problem.type === 'unknown-key' && problem.path.at(-1) === 'rules') {
    const { key, nearest } = problem;
    const help = nearest
      ? `Did you mean \`${nearest}\`?`
      : 'The command `waypost rules` lists them.';
    return { at, message: `There is no rule ${quote(key)}`, help };
  }
  const reader = rules.find(({ reads }) => reads === problem.type);
  if (!reader?.words) throw new Error(`No rule words the problem ${problem.type}`);
  return { at, ...reader.words(problem) };
}

function placeOf(problem: ShapeProblem, root: Node) {
  if (problem.type === 'unknown-key') return placeOfKey(root, [...problem.path, problem.key]);
  return placeOfValue(root, problem.path);
}
