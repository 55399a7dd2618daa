import fc from 'fast-check';
import type { PlanFacts } from '../../../schemas/plan.ts';
import type { EnvironmentFacts } from '../../../src/lifecycle/environment.ts';
import type { KindId } from '../../../src/lifecycle/kinds.ts';
import { days, maybe, position, some, text } from './arbitraries.ts';
import { upgradeIds } from './ids.ts';
import { integrationChoices, integrationsOf } from './integrations.ts';
import { migrationChoices, migrationFrom } from './migrations.ts';
import { iqOn } from './pairs.ts';
import { firstGroup, furtherGroups, trainingChoices } from './people.ts';
import { prodChoices, prodFrom } from './prods.ts';
import { changesOf, reportsOf } from './records.ts';
import { requestOf } from './requests.ts';
import {
  communityChoices,
  demoChoices,
  preProdChoices,
  recordedIn,
  sandboxChoices,
  sandboxFrom,
} from './singles.ts';
import { upgradesChoices, upgradesFrom } from './upgrades.ts';
import { complete, valChoices, valFrom } from './vals.ts';
import {
  activityChoices,
  activityOf,
  decisionChoices,
  decisionOf,
  type Home,
  transferChoices,
  transferOf,
} from './work.ts';
import { addDays, between, latestOf, type Writing } from './writing.ts';

/** From the signing of the contract on: every day follows from the days before it. */

export const onboardingChoices = {
  release: fc.constantFrom('26.10', '26.9', '26.9.1'),
  sandbox: sandboxChoices,
  preProd: preProdChoices,
  cloned: days(40),
  val: valChoices,
  valEnds: days(14),
  migration: maybe(migrationChoices),
  database: fc.constantFrom('Volunteer register', 'none of ours', '97'),
  noDatabase: fc.constantFrom('none', 'None', ' NONE '),
  promotion: days(30),
  migrated: fc.constantFrom(0, 1, 2, -1, -2),
  prod: prodChoices,
  comparedWith: fc.boolean(),
  training: trainingChoices,
  goLive: position,
  demo: maybe(demoChoices),
  community: communityChoices,
  upgrades: upgradesChoices,
  configured: some(position, 2),
  library: fc.record({ ready: maybe(position), carryOver: text }),
  decisions: some(decisionChoices, 2),
  activities: some(activityChoices, 4),
  transfers: some(transferChoices, 4),
  integrations: integrationChoices,
};

const all = fc.record(onboardingChoices);

export type OnboardingChoices = typeof all extends fc.Arbitrary<infer T> ? T : never;

type Ids = Readonly<Record<KindId, string>>;

/** What happens from the contract on. The order of the environments is that in which they come. */
export function onboard(
  contractSigned: string,
  customer: string,
  ids: Ids,
  choices: OnboardingChoices,
  writing: Writing,
): PlanFacts {
  const { release } = choices;
  const own = { customer, release };

  const sandboxDay = addDays(contractSigned, choices.sandbox.after);
  const sandbox = sandboxFrom(sandboxDay, { id: ids.sandbox, ...own }, choices.sandbox);
  const sandboxStarts = latestOf(sandbox.days.pair, sandbox.days.main, sandbox.days.test);

  const preProdDay = addDays(contractSigned, choices.preProd.created);
  const preProdIq = addDays(preProdDay, choices.preProd.iq.after);
  const configurationFinal = addDays(preProdDay, choices.preProd.final);

  const early = choices.val.pair.written === 'all' ? choices.val.pair.early : 0;
  const valDay = addDays(configurationFinal, choices.cloned + early);
  const valOf = { ...own, id: ids.val, source: ids['pre-prod'], fromProd: false };
  const val = valFrom(valDay, valOf, choices.val, writing);
  const cloning = val.days.pair;

  const migration =
    choices.migration && migrationFrom(contractSigned, ids.migration, choices.migration, writing);
  const promotion = addDays(
    latestOf(
      val.completed,
      preProdIq,
      sandboxStarts,
      ...(migration ? [addDays(migration.approved, -2)] : []),
    ),
    choices.promotion,
  );
  const migrated = latestOf(
    addDays(promotion, choices.migrated),
    migration?.approved ?? contractSigned,
  );

  const comparedWith = choices.comparedWith ? ids.val : ids['pre-prod'];
  const prodOf = { ...own, id: ids.prod, preProd: ids['pre-prod'], comparedWith };
  const prod = prodFrom(promotion, prodOf, choices.prod, writing);
  const users = {
    reference: `${ids.prod}.test`,
    main: prod.qualified.main,
    test: prod.qualified.test,
    latest: addDays(promotion, 21),
  };
  const group = firstGroup(choices.training, users);
  const goLive = between(
    latestOf(group.before, prod.qualified.main, prod.qualified.test),
    users.latest,
    choices.goLive,
  );

  const sandboxEnds = addDays(goLive, choices.sandbox.ends);
  const ended = latestOf(sandboxEnds, sandboxStarts);
  const valEnds = addDays(goLive, choices.valEnds);
  const onboardingVal = complete(
    val,
    { ends: valEnds, goal: promotion, source: ids['pre-prod'] },
    choices.val,
    writing,
  );
  const upgrades = upgradesFrom(
    { promotion, goLive, release, prod: ids.prod, customer },
    choices.upgrades,
    upgradeIds,
    writing,
  );
  const validations = [
    ...onboardingVal.validations,
    ...upgrades.flatMap((upgrade) => upgrade.validations),
  ];

  const preProd = preProdOf();
  const environments: Record<string, EnvironmentFacts> = {
    [ids.sandbox]: {
      ...sandbox.facts,
      destroyed: ended,
      ...recordedIn(sandbox.days.pair, ended, choices.sandbox),
    },
    ...(migration && { [ids.migration]: migration.environment }),
    [ids['pre-prod']]: preProd,
    [ids.val]: onboardingVal.environment,
    [ids.prod]: prod.facts,
    ...(choices.demo && { [ids.demo]: demoOf(choices.demo) }),
    [ids.community]: communityOf(),
    ...Object.fromEntries(upgrades.map(({ val: { id }, environment }) => [id, environment])),
  };

  const homes = homesOf();
  const configuring = [
    { at: 0, from: ids.sandbox },
    ...choices.configured.map((at) => ({ at, from: `${ids.sandbox}.test` })),
  ];
  return {
    contractSigned,
    goLive,
    sourceDatabase: migration ? choices.database : choices.noDatabase,
    environments,
    migration: migration && {
      ...migration.block,
      legacyFrozen:
        choices.migration?.frozen === undefined
          ? undefined
          : addDays(migrated, -choices.migration.frozen),
      databaseMigrated: migrated,
    },
    validations,
    upgrades: upgrades.map(({ upgrade }) => upgrade),
    training: [group.training, ...furtherGroups(choices.training, users)],
    activities: choices.activities.flatMap((activity) => activityOf(activity, homes, goLive)),
    transfers: [
      ...configuring.map(({ at, from }) => ({
        date: between(latestOf(sandboxStarts, preProdDay), promotion, at),
        from,
        to: ids['pre-prod'],
        what: 'configuration' as const,
        method: 'by-hand' as const,
      })),
      ...choices.transfers.flatMap((transfer) => transferOf(transfer, homes)),
    ],
    decisions: choices.decisions.map((decision, index) =>
      decisionOf(decision, index, contractSigned, cloning),
    ),
    masterLibrary: {
      environment: ids['pre-prod'],
      ready:
        choices.library.ready === undefined
          ? undefined
          : between(preProdDay, cloning, choices.library.ready),
      carryOver: choices.library.carryOver,
    },
    integrations: integrationsOf(
      choices.integrations,
      homes.filter(({ kind, reference }) => reference.includes('.') || !pairs.includes(kind)),
      writing,
    ),
  };

  function preProdOf(): EnvironmentFacts {
    const { iq, records, request, url, data, release: stated } = choices.preProd;
    const recorded = {
      first: preProdDay,
      last: promotion,
      qualified: { main: preProdIq, test: preProdIq, first: preProdIq },
      paired: false,
      findings: validations.flatMap(
        ({ findings }) => findings?.flatMap(({ id }) => id ?? []) ?? [],
      ),
      answersAfter: cloning,
    };
    const changes = changesOf(records, recorded, writing);
    return {
      created: preProdDay,
      iq: iqOn(preProdIq, iq, writing),
      configurationFinal,
      release: stated ? release : undefined,
      changes,
      reports: reportsOf(records, recorded, changes, writing),
      request: request && requestOf(request, preProdDay, false),
      url: url ? `https://${customer}.example.com` : undefined,
      data,
    };
  }

  function communityOf(): EnvironmentFacts {
    const { access, url, data, release: stated, report } = choices.community;
    return {
      access: addDays(ended, -access),
      url: url ? 'https://community.example.com/' : undefined,
      data: data ? 'dummy' : undefined,
      release: stated ? '27.1' : undefined,
      reports: report === undefined ? [] : [{ date: addDays(contractSigned, report) }],
    };
  }

  function homesOf(): Home[] {
    const pair = (
      kind: KindId,
      id: string,
      { pair: first, main, test }: typeof val.days,
      last?: string,
      qualified?: { main: string; test: string },
      ready = first,
    ): Home[] => {
      const until = last === undefined ? {} : { last };
      const iq = qualified ?? { main, test };
      const from = (day: string) => latestOf(day, ready);
      return [
        {
          reference: id,
          first: from(first),
          qualified: from(latestOf(iq.main, iq.test)),
          ...until,
        },
        { reference: `${id}.main`, first: from(main), qualified: from(iq.main), ...until },
        { reference: `${id}.test`, first: from(test), qualified: from(iq.test), ...until },
      ].map((home) => ({ ...home, environment: id, kind }));
    };
    const single = (kind: KindId, life: Partial<Home>): Home => ({
      reference: ids[kind],
      environment: ids[kind],
      kind,
      ...life,
    });
    return [
      ...pair('sandbox', ids.sandbox, sandbox.days, ended),
      single('pre-prod', { first: preProdDay, last: promotion, qualified: preProdIq }),
      ...pair('val', ids.val, val.days, valEnds, val.qualified),
      ...pair('prod', ids.prod, prod.days, undefined, prod.qualified),
      ...upgrades.flatMap(({ val: { id, days, qualified, ready }, environment }) =>
        pair('val', id, days, environment.destroyed, qualified, ready),
      ),
      ...(choices.demo ? [single('demo', {})] : []),
      single('community', {}),
      ...(migration
        ? [
            single('migration', {
              first: migration.environment.created ?? '',
              last: migration.environment.destroyed ?? '',
            }),
          ]
        : []),
    ];
  }
}

const pairs: readonly KindId[] = ['sandbox', 'val', 'prod'];

function demoOf(choices: NonNullable<OnboardingChoices['demo']>): EnvironmentFacts {
  return {
    release: choices.release,
    url: choices.url ? 'https://demo.example.com' : undefined,
    data: choices.data,
    build: choices.build ? '5120.2026-01-09T17:05:00Z' : undefined,
  };
}
