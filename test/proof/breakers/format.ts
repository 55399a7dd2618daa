import { type PlanFacts, planSchema } from '../../../schemas/plan.ts';
import { metaAt, wordsAt } from '../../../schemas/walk.ts';
import type { Path } from '../../../src/lifecycle/paths.ts';

/** What the plan format says of a plan's keys, as far as the breakers need to know it. */

interface Scalar {
  readonly record: object;
  readonly key: string | number;
  readonly value: unknown;
  readonly path: Path;
}

/** Everything that stands under a key or in a list and is neither a map nor a list. */
export function scalarsIn(record: object, path: Path = []): Scalar[] {
  return Object.entries(record).flatMap(([name, value]): Scalar[] => {
    const key = Array.isArray(record) ? Number(name) : name;
    const at = [...path, key];
    if (typeof value === 'object' && value !== null) return scalarsIn(value, at);
    return value === undefined ? [] : [{ record, key, value, path: at }];
  });
}

/** Whether a date is meant there. */
export function isDay({ path }: Scalar): boolean {
  return metaAt(planSchema(), path).format === 'date';
}

/** Whether one of a few words is meant there. */
export function isWord({ path }: Scalar): boolean {
  return wordsAt(planSchema(), path).length > 0;
}

/** Keys that must be there. */
export function required(plan: PlanFacts): { record: object; key: string }[] {
  const all = [
    [
      [plan],
      ['customer', 'statusDate', 'contractSigned', 'goLive', 'sourceDatabase', 'environments'],
    ],
    [plan.contacts, ['role', 'party']],
    ...Object.values(plan.environments ?? {}).flatMap((facts) => [
      [[facts?.iq, facts?.main?.iq, facts?.test?.iq], ['date']],
      [facts?.changes, ['date', 'summary']],
      [facts?.reports, ['date']],
    ]),
    [plan.migration?.iterations, ['specReviewed', 'loaded']],
    [[plan.migration?.acceptance], ['date']],
    [[plan.migration?.approval], ['date', 'by']],
    [plan.validations, ['environment', 'started']],
    [plan.validations?.flatMap(({ findings }) => findings ?? []), ['id', 'severity', 'opened']],
    [plan.upgrades, ['release', 'upgraded']],
    [plan.training, ['group', 'instance']],
    [plan.activities, ['activity', 'instance', 'from', 'to']],
    [plan.transfers, ['date', 'from', 'to', 'what', 'method']],
    [plan.decisions, ['id', 'made', 'summary']],
    [[plan.masterLibrary], ['environment']],
    [plan.integrations?.sso, ['instance']],
    [plan.integrations?.labs, ['name']],
  ] as [(object | undefined)[] | undefined, string[]][];
  return all.flatMap(([records = [], keys]) =>
    records.flatMap((record) => (record ? keys.map((key) => ({ record, key })) : [])),
  );
}

interface Reference {
  readonly record: object;
  readonly key: string;
  readonly text: string;
  readonly finding: boolean;
}

/** Where the plan names something of its own. */
export function references(plan: PlanFacts): Reference[] {
  const environments = Object.values(plan.environments ?? {});
  const all: [readonly (object | undefined)[] | undefined, string[]][] = [
    [environments, ['clonedFrom', 'promotedFrom']],
    [environments.flatMap((facts) => facts?.changes ?? []), ['finding']],
    [environments.flatMap((facts) => facts?.reports ?? []), ['comparedWith']],
    [[plan.migration?.acceptance], ['environment']],
    [plan.validations, ['environment']],
    [plan.upgrades, ['val']],
    [plan.training, ['instance']],
    [plan.activities, ['instance']],
    [plan.transfers, ['from', 'to']],
    [[plan.masterLibrary], ['environment']],
    [plan.integrations?.sso, ['instance']],
  ];
  return all.flatMap(([records = [], keys]) =>
    records.flatMap((record) =>
      keys.flatMap((key) => {
        const text = record && Reflect.get(record, key);
        return record && typeof text === 'string'
          ? [{ record, key, text, finding: key === 'finding' }]
          : [];
      }),
    ),
  );
}
