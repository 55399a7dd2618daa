import { planSchema } from '../../schemas/plan.ts';
import { nounAt } from '../../schemas/walk.ts';
import { formatPath, type Path } from '../lifecycle/paths.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { quote } from '../lifecycle/words.ts';
import { type DataMap, recordAt, type Version } from './data.ts';
import type { Identity } from './match.ts';
import type { Topic } from './plan-change.ts';
import { inWordsOf } from './values.ts';

/** Where a record stands: in which version of a plan, and at which path of its data. */
export interface Standing extends Version {
  readonly path: Path;
}

/** A record of a plan, as one speaks of it. */
interface RecordKind {
  /** What it is called; its own text stands in back quotes. */
  readonly name: (item: DataMap, at: Standing) => string;
  readonly topic?: Topic;
  /** What identifies it among the items of its list, from the surest to the weakest. */
  readonly identity?: readonly Identity[];
}

/**
 * The records of a plan: how each is called, what it is about, and what identifies it in its list. A
 * record that is not here is told by its path all the same.
 */
const records: Readonly<Record<string, RecordKind>> = {
  'environments.*': { name: (_, at) => environmentIn(at), topic: 'environment' },
  'environments.*.main': { name: (_, at) => `${environmentIn(at)} Main`, topic: 'environment' },
  'environments.*.test': { name: (_, at) => `${environmentIn(at)} Test`, topic: 'environment' },
  'environments.*.iq': { name: (_, at) => `IQ of ${environmentIn(at)}`, topic: 'evidence' },
  'environments.*.main.iq': {
    name: (_, at) => `IQ of ${environmentIn(at)} Main`,
    topic: 'evidence',
  },
  'environments.*.test.iq': {
    name: (_, at) => `IQ of ${environmentIn(at)} Test`,
    topic: 'evidence',
  },
  'environments.*.request': { name: (_, at) => `Request for ${environmentIn(at)}` },
  'environments.*.changes[]': {
    name: (item, at) =>
      named('Change', item, ['ecr', 'summary', 'date'], `to ${environmentIn(at)}`),
    topic: 'evidence',
    identity: [['ecr', 'date'], ['ecr'], ['date', 'summary'], ['summary']],
  },
  'environments.*.reports[]': {
    name: (item, at) =>
      named('Configuration Report', item, ['file', 'date'], `of ${environmentIn(at)}`),
    topic: 'evidence',
    identity: [['file'], ['date', 'comparedWith'], ['comparedWith'], ['date']],
  },
  migration: { name: () => 'Migration' },
  'migration.testVolunteers': { name: () => 'Test volunteers of the migration' },
  'migration.iterations[]': {
    name: (_, { path }) => `Iteration ${Number(path.at(-1)) + 1}`,
    identity: [['qcReport'], ['specReviewed', 'loaded'], ['loaded'], ['specReviewed'], 'position'],
  },
  'migration.acceptance': {
    name: () => 'Acceptance test of the migration scripts',
    topic: 'evidence',
  },
  'migration.approval': { name: () => 'Approval of the migration scripts', topic: 'approval' },
  'validations[]': {
    name: (item, { plan }) => `Validation in ${placeIn(plan, item.environment)}`,
    identity: [['environment', 'started'], ['report'], ['environment']],
  },
  'validations[].findings[]': {
    name: (item, { plan, data, path }) => {
      const { environment } = recordAt(data, path.slice(0, 2));
      const validation = `of the validation in ${placeIn(plan, environment)}`;
      return named('Finding', item, ['id', 'summary'], validation);
    },
    topic: 'evidence',
    identity: [['id', 'opened'], ['id']],
  },
  'upgrades[]': {
    name: (item) => named('Upgrade to', item, ['release']),
    identity: [['release'], ['ecr'], ['ticket'], ['val']],
  },
  'upgrades[].upgraded': {
    name: (_, { data, path }) => named('Upgrade to', recordAt(data, path.slice(0, 2)), ['release']),
  },
  'training[]': {
    name: (item) => named('Training of', item, ['group', 'role']),
    identity: [['group', 'instance'], ['group'], ['role', 'started']],
  },
  'activities[]': {
    name: (item, { plan, path }) =>
      `Activity ${wordOf(plan, item, 'activity', path)} in ${placeIn(plan, item.instance)}`,
    identity: [
      ['activity', 'instance', 'from'],
      ['activity', 'instance', 'to'],
      ['activity', 'instance'],
      ['summary'],
    ],
  },
  'transfers[]': {
    name: (item, { plan, path }) => {
      const what = wordOf(plan, item, 'what', path);
      return `Transfer of ${what} from ${placeIn(plan, item.from)} to ${placeIn(plan, item.to)}`;
    },
    identity: [
      ['date', 'from', 'to', 'what'],
      ['from', 'to', 'what', 'method'],
      ['file'],
      ['from', 'to', 'what'],
    ],
  },
  'decisions[]': {
    name: (item) => named('Decision', item, ['id', 'summary']),
    identity: [['id'], ['summary']],
  },
  masterLibrary: { name: () => 'Master library' },
  'integrations.sso[]': {
    name: (item, { plan }) => `Single sign-on of ${placeIn(plan, item.instance)}`,
    identity: [['instance'], ['ticket']],
  },
  'integrations.labs[]': {
    name: (item) => named('Lab', item, ['name']),
    identity: [['name']],
  },
  'contacts[]': {
    name: (item) => named('Contact', item, ['role', 'name', 'email']),
    identity: [['role', 'party', 'name'], ['email'], ['role', 'party'], ['name']],
  },
  'waivers[]': {
    name: (item) =>
      named('Waiver of', item, ['rule'], item.at === undefined ? '' : `at ${quoted(item.at)}`),
    topic: 'deviation',
    identity: [['rule', 'at'], ['rule']],
  },
};

/** The record's own name, as the beginning of a sentence; of one that nobody knows, its path. */
export function nameOfRecord(item: DataMap, at: Standing): string {
  const known = recordsAt(patternOf(at.path));
  if (known) return known.name(item, at);
  const noun = nounAt(planSchema(), at.path).replace(/^an? /, '');
  const path = quote(formatPath(at.path));
  return noun === 'map' ? path : `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${path}`;
}

/** What a record is about. */
export function topicOfRecord(path: Path): Topic {
  return recordsAt(patternOf(path))?.topic ?? 'content';
}

/** What identifies the items of the list at `path`; nothing but their content where nobody has said. */
export function identitiesAt(path: Path): readonly Identity[] {
  return recordsAt(`${patternOf(path)}[]`)?.identity ?? [];
}

/** A plan may have any key, `constructor` among them. */
function recordsAt(pattern: string): RecordKind | undefined {
  return Object.hasOwn(records, pattern) ? records[pattern] : undefined;
}

/** The lists of which it is said what identifies their items. */
export const identifiedLists: readonly string[] = Object.entries(records).flatMap(
  ([pattern, { identity }]) => (identity ? [pattern] : []),
);

/** A path without what differs from plan to plan: `environments.*.changes[].date`. */
export function patternOf(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return '[]';
      if (index === 1 && path[0] === 'environments') return '.*';
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

function environmentIn({ plan, path }: Standing): string {
  const id = String(path[1]);
  return plan.environment(id)?.name ?? quote(id);
}

function placeIn(plan: Plan, reference: unknown): string {
  if (typeof reference !== 'string') return 'an environment';
  return plan.nameAt(reference);
}

/** "Decision `D-01`": by the first of some keys that the record has. */
function named(noun: string, item: DataMap, keys: readonly string[], where = ''): string {
  const key = keys.find((each) => Object.hasOwn(item, each));
  const own = key === undefined ? '' : quoted(item[key]);
  return [noun, own, where].filter((part) => part !== '').join(' ');
}

function quoted(value: unknown): string {
  return typeof value === 'object' ? '' : quote(String(value));
}

function wordOf(plan: Plan, item: DataMap, key: string, path: Path): string {
  const value = item[key];
  return value === undefined ? '' : inWordsOf(value, plan, [...path, key]);
}
