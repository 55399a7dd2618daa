import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesOf } from '../../src/lifecycle/date-at.ts';
import { type KindId, kinds } from '../../src/lifecycle/kinds.ts';
import type { Moment } from '../../src/lifecycle/moments.ts';
import { Plan } from '../../src/lifecycle/plan.ts';
import { stateOf } from '../../src/lifecycle/state.ts';
import { adviceOn } from '../../src/site/guide/advice.ts';
import { type CustomerGuide, customerGuide } from '../../src/site/guide/customer-guide.ts';
import { type Item, progressOf } from '../../src/site/guide/item.ts';
import type { Sentence } from '../../src/site/guide/sentence.ts';
import { ownPlans, planOf } from '../diagram/support/plans.ts';
import { isDay, scalarsIn } from '../proof/breakers/format.ts';
import { validPlans } from '../proof/plans/index.ts';
import { runs } from '../proof/runs.ts';

/** Holds what is to hold of every guide against the plans of this repository and many others. */
async function always(holds: (plan: Plan, guide: CustomerGuide) => void): Promise<void> {
  for (const plan of (await ownPlans()).values()) holds(plan, guideOf(plan));
  fc.assert(
    fc.property(validPlans(), (facts) => {
      const plan = new Plan('generated', structuredClone(facts));
      holds(plan, guideOf(plan));
    }),
    runs(200, 20_000),
  );
}

describe('whatever is planned', () => {
  test('each environment has one chapter, and nothing else has', () =>
    always((plan, { chapters }) => {
      const told = chapters.map(({ environment }) => environment.id);
      expect(told.toSorted()).toEqual(Object.keys(plan.facts.environments ?? {}).toSorted());
    }));

  test('chapters stand in the order of their days', () =>
    always((_, { chapters }) => {
      const days = chapters.flatMap(({ begins }) => begins?.date ?? []);
      expect(days).toEqual(days.toSorted());
    }));

  test('every day is one that the plan has, in the place in which it has it', () =>
    always((plan, guide) => {
      const written = datesOf(plan);
      for (const { date, record, key } of momentsIn(guide)) {
        const place = written.find((each) => each.record === record && each.key === key);
        expect(place?.date).toBe(date);
      }
    }));

  test('no day of the work on an environment is left out', () =>
    always((plan, guide) => {
      // What the plan's page is for: findings, decisions being made, requests, waivers.
      const aside = /^statusDate$|findings|made$|request|waivers/;
      const told = new Set(momentsIn(guide).map(({ date }) => date));
      const untold = scalarsIn(plan.facts)
        .filter(isDay)
        .filter(({ path, value }) => !aside.test(path.join('.')) && !told.has(String(value)));
      expect(untold.map(({ path, value }) => `${path.join('.')} ${value}`)).toEqual([]);
    }));

  test('sentences tell of the past what has happened, and of the future what is planned', () =>
    always((plan, guide) => {
      const future = /\b(is|are) to (be|go)\b|\bget access\b|\bcomes\b/;
      for (const sentence of sentencesIn(guide)) {
        for (const { date } of momentsOf(sentence)) {
          expect([textOf(sentence), future.test(textOf(sentence))]).toEqual([
            textOf(sentence),
            date > (plan.facts.statusDate ?? ''),
          ]);
        }
      }
    }));

  test('work is done, going on or planned as its days say', () =>
    always((plan, guide) => {
      const status = plan.facts.statusDate ?? '';
      for (const item of itemsIn(guide)) {
        const [from, to] = [item.from?.date, item.to?.date ?? item.from?.date];
        const progress =
          from === undefined || to === undefined
            ? 'open'
            : from > status
              ? 'planned'
              : to > status
                ? 'now'
                : 'done';
        expect(progressOf(plan, item)).toBe(progress);
      }
    }));

  test('there is something to do in what is there or will be, and nothing in what is gone', () =>
    always((plan, { chapters }) => {
      for (const { environment, advice, control } of chapters) {
        const isGone = stateOf(plan, environment) === 'ended';
        expect(advice === undefined).toBe(isGone);
        if (isGone) expect(control.map(textOf).join(' ')).not.toMatch(/needs| is /);
      }
    }));

  test('no word is lost on kinds of environment that the customer does not have', () =>
    always((plan, guide) => {
      const text = [...sentencesIn(guide).map(textOf), ...advised(guide)].join('\n');
      for (const kind of ['migration', 'demo'] as const) {
        if (plan.ofKind(kind).length > 0) continue;
        expect(text).not.toMatch(new RegExp(`\\b${kinds[kind].name}\\b`));
      }
    }));
});

const bare = `
customer: Bare
statusDate: 2026-03-01
sourceDatabase: VolTrak
environments:
  sandbox: { main: {}, test: {} }
  migration: {}
  pre-prod: {}
  val: { clonedFrom: pre-prod, main: {}, test: {} }
  prod: { promotedFrom: pre-prod, main: {}, test: {} }
  later: { kind: val, clonedFrom: prod, main: {}, test: {} }
  demo: {}
  community: {}
`;

test('what has no day yet is said to have none', () => {
  const { contract, chapters, afterwards } = guideOf(planOf(bare));
  expect(textOf(contract)).toBe('When the contract is signed is not fixed yet.');
  expect(textOf(afterwards.goLive)).toBe('The day of go-live is not fixed yet.');
  const lives = chapters.map(({ environment: { id }, life }) => [id, life.map(textOf)]);
  expect(Object.fromEntries(lives)).toEqual({
    sandbox: [
      'When Main and Test are created is not fixed yet.',
      'When Main and Test are destroyed is not fixed yet.',
    ],
    migration: ['When it is created is not fixed yet.', 'When it is destroyed is not fixed yet.'],
    'pre-prod': [
      'When it is created is not fixed yet.',
      'When its configuration is full and final is not fixed yet.',
      'When it is promoted to PROD Main is not fixed yet.',
    ],
    val: [
      'When Main and Test are cloned from Pre-PROD is not fixed yet.',
      'When Main and Test are destroyed is not fixed yet.',
    ],
    prod: [
      'When Pre-PROD is promoted to PROD Main is not fixed yet.',
      'When Test is created is not fixed yet.',
      'It stays.',
    ],
    later: [
      'When Main and Test are cloned from PROD is not fixed yet.',
      'When the volunteers’ personal data are obfuscated is not fixed yet.',
      'When Main and Test are destroyed is not fixed yet.',
    ],
    demo: ['It stays with IQVIA.'],
    community: [
      'When users get access is not fixed yet.',
      'It stays with IQVIA, and replaces Sandbox after go-live.',
    ],
  });
});

test('a life reads as it was lived', () => {
  const plan = planOf(`
statusDate: 2026-08-17
environments:
  pre-prod: { created: 2026-02-17, configurationFinal: 2026-05-08, iq: { date: 2026-02-20, document: IQ-1 } }
  prod:
    promotedFrom: pre-prod
    main: { created: 2026-08-17, iq: { date: 2026-08-19 } }
    test: { created: 2026-08-18 }
goLive: 2026-09-01
`);
  const [preProd, prod] = guideOf(plan).chapters;
  expect(preProd?.life.map(textOf)).toEqual([
    'It was created on 2026-02-17.',
    'Its configuration was full and final on 2026-05-08.',
    'It was promoted to PROD Main on 2026-08-17.',
  ]);
  expect(preProd?.control.map(textOf)).toEqual([
    'Pre-PROD was qualified by IQ on 2026-02-20 (IQ-1).',
  ]);
  expect(preProd && textOf(preProd.next.sentence)).toBe('Next came PROD, on 2026-08-17.');
  expect(prod?.life.map(textOf)).toEqual([
    'Pre-PROD was promoted to PROD Main on 2026-08-17.',
    'Test is to be created on 2026-08-18.',
    'It stays.',
  ]);
  expect(prod?.control.map(textOf)).toEqual([
    'PROD Main is to be qualified by IQ on 2026-08-19. From then on each change needs an ECR.',
    'When PROD Test is qualified by IQ is not fixed yet. Nothing that counts is done there before.',
  ]);
  expect(prod?.next).toEqual({ href: '#go-live', sentence: expect.anything() });
});

test('without a status date nobody can tell what has happened', () => {
  expect(customerGuide(planOf('contractSigned: 2026-01-12\n'))).toBeUndefined();
});

test('to those who have all kinds, all is said', () => {
  for (const kind of Object.values(kinds)) {
    expect(adviceOn(kind)).toEqual({ uses: kind.uses, misuses: kind.misuses });
  }
});

test('advice on what the reader does not have is left out, and never leads nowhere', () => {
  const present: KindId[] = ['sandbox', 'pre-prod', 'val', 'prod'];
  for (const kind of Object.values(kinds)) {
    const { misuses } = adviceOn(kind, present);
    for (const { instead } of misuses) {
      if (instead?.kind) expect(present).toContain(instead.kind);
    }
  }
  const { uses, misuses } = kinds['pre-prod'];
  expect(adviceOn(kinds['pre-prod'], present).uses.length).toBe(uses.length - 1);
  expect(adviceOn(kinds['pre-prod'], present).misuses).toEqual(misuses);
});

function guideOf(plan: Plan): CustomerGuide {
  const guide = customerGuide(plan);
  if (!guide) throw new Error('The plan has no guide');
  return guide;
}

function sentencesIn({ contract, chapters, afterwards }: CustomerGuide): Sentence[] {
  const { goLive, changing, upgrading, exploring } = afterwards;
  return [
    contract,
    ...chapters.flatMap(({ purpose, life, control, next }) => [
      ...purpose,
      ...life,
      ...control,
      next.sentence,
    ]),
    ...[goLive, changing, upgrading, exploring],
  ];
}

function itemsIn({ chapters, afterwards }: CustomerGuide): Item[] {
  return [
    ...chapters.flatMap(({ agenda, access, changes }) => [...agenda, ...access, ...changes]),
    ...afterwards.ends,
    ...afterwards.upgrades,
  ];
}

function advised({ chapters }: CustomerGuide): string[] {
  return chapters.flatMap(({ environment: { kind }, advice }) => [
    ...(advice ? [kind?.access ?? ''] : []),
    ...(advice?.uses ?? []).map(({ what }) => what),
    ...(advice?.misuses ?? []).flatMap(({ what, because, instead }) => [
      what,
      because,
      instead?.text ?? '',
    ]),
  ]);
}

function momentsIn(guide: CustomerGuide): Moment[] {
  const items = itemsIn(guide).flatMap(({ from, to }) => [from, to]);
  const begins = guide.chapters.map((chapter) => chapter.begins);
  return [...sentencesIn(guide).flatMap(momentsOf), ...items, ...begins].filter(
    (each) => each !== undefined,
  );
}

function momentsOf(sentence: Sentence): Moment[] {
  return sentence.filter((part) => typeof part !== 'string');
}

function textOf(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.date)).join('');
}
