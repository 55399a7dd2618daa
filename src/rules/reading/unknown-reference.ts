import { dateAt, datesOf } from '../../lifecycle/date-at.ts';
import { formatPath, parsePath } from '../../lifecycle/paths.ts';
import { perPlan } from '../../lifecycle/per-plan.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { isIncomplete } from '../../lifecycle/records.ts';
import { findingsOf, namesIn, type Reference, referencesOf } from '../../lifecycle/references.ts';
import { meant, nearest } from '../../lifecycle/suggest.ts';
import { inWords, quote } from '../../lifecycle/words.ts';
import sharedEnvironmentOwned from '../environments/shared-environment-owned.ts';
import { text } from '../example.ts';
import type { Repair } from '../repair.ts';
import { rule, type Words } from '../rule.ts';

export default rule({
  id: 'unknown-reference',
  severity: 'error',
  waivable: false,
  title: 'What a plan names is in the plan',
  why: 'A clone of an environment that nobody planned, or a change for a finding that nobody raised, is a thread that leads nowhere. Whatever rests on it cannot be checked.',
  remedy:
    'Correct the name, or add what it names. An environment is named by its id, one instance of a pair by `prod.test`, a finding by its id.',
  yieldsTo: [sharedEnvironmentOwned],
  doubts: true,
  examples: () => ({
    bad: [
      {
        title: 'An environment',
        text: text`
          masterLibrary:
            environment: «preprod»
            ready: 2026-05-06
            carryOver: Kept through the promotion
        `,
        finds: ['`environment` names `preprod`, which this plan does not have'],
      },
      {
        title: 'An instance',
        text: text`
          activities:
            - { activity: data-review, instance: «val.tset», from: 2026-05-18, to: 2026-05-22 }
        `,
        finds: ['`instance` names `val.tset`, which this plan does not have'],
      },
      {
        title: 'An instance of an environment that is just one',
        text: text`
          activities:
            - { activity: configuration, instance: «pre-prod.main», from: 2026-04-06, to: 2026-05-08 }
        `,
        finds: ['`instance` names `pre-prod.main`, but Pre-PROD is a single instance'],
      },
      {
        title: 'An instance where a whole environment is meant',
        text: text`
          masterLibrary:
            environment: «val.main»
            ready: 2026-05-06
            carryOver: Kept through the promotion
        `,
        finds: ['`environment` names `val.main`, where a whole environment is meant'],
      },
      {
        title: 'A finding',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-06-10
                  summary: Widen the kit label
                  finding: «F-07»
                  size: minor
              reports:
                - { date: 2026-06-11 }
        `,
        finds: ['`finding` names `F-07`, a finding that no validation of this plan has'],
      },
      {
        title: 'A date in prose',
        text: text`
          ---
          ---

          The first study begins on <Date of=«"goLife"» />.
        `,
        finds: ['`of` names `goLife`, a date that this plan does not have'],
      },
      {
        title: 'An environment in prose',
        text: text`
          ---
          ---

          Labels are settled in <Environment id=«"preprod"» />.
        `,
        finds: ['`id` names `preprod`, which this plan does not have'],
      },
    ],
    good: [
      {
        text: text`
          masterLibrary:
            environment: pre-prod
            ready: 2026-05-06
            carryOver: Kept through the promotion
          activities:
            - { activity: data-review, instance: val.test, from: 2026-05-18, to: 2026-05-22 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const reference of referencesOf(plan)) {
      if (reference.place || reference.finding) continue;
      const words =
        reference.names === 'finding'
          ? wordsForFinding(plan, reference)
          : wordsForPlace(plan, reference);
      if (words) report.value(reference.record, reference.key, words);
    }
  },
  checkProse(prose, { plan }, report) {
    if (!plan) return;
    for (const element of prose.elements) {
      for (const attribute of element.attributes) {
        const { name, text: value, valueRange: range } = attribute;
        if (value === undefined) continue;
        if (element.name === 'Date' && name === 'of') {
          const words = wordsForDate(plan, value);
          if (words) report.at(range, inAttribute(words), parsePath(value));
        }
        if (element.name === 'Environment' && name === 'id' && !plan.place(value)) {
          const words = wordsForPlace(plan, { key: name, text: value, names: 'instance' });
          if (words) report.at(range, inAttribute(words));
        }
      }
    }
  },
});

function wordsForDate(plan: Plan, written: string): Words | undefined {
  const path = parsePath(written);
  if (path && dateAt(plan, path) !== undefined) return undefined;
  const dates = datePathsOf(plan);
  const near = nearest(written, dates);
  return {
    message: `\`of\` names ${quote(written)}, a date that this plan does not have`,
    help:
      near === undefined
        ? 'Write the path of a date, such as `goLive` or `validations[0].completed`.'
        : `Did you mean ${quote(near)}?`,
    repair: repairFor(written, dates),
  };
}

const datePathsOf = perPlan((plan) => datesOf(plan).map(({ path }) => formatPath(path)));

type Named = Pick<Reference, 'key' | 'text' | 'names'>;

function wordsForPlace(plan: Plan, { key, text: written, names }: Named): Words | undefined {
  const [id = '', instance] = written.split('.');
  const environment = plan.environment(id);
  const subject = `\`${key}\` names ${quote(written)}`;
  if (environment && names === 'environment') {
    return {
      message: `${subject}, where a whole environment is meant`,
      help: `Write ${quote(id)}.`,
      repair: { write: id },
    };
  }
  if (environment) {
    // Of an environment without a kind nobody knows whether it is a pair.
    if (!environment.kind) return undefined;
    if (!environment.kind.paired) {
      return {
        message: `${subject}, but ${environment.name} is a single instance`,
        help: `Write ${quote(id)}.`,
        repair: { write: id },
        restsOn: instance === undefined ? [] : [{ record: environment, key: instance }],
      };
    }
    // That the pair lacks an instance is for `pair-incomplete` to say.
    if (written === `${id}.main` || written === `${id}.test`) return undefined;
  }
  const { environments } = plan.facts;
  const known = namesIn(plan, names);
  return {
    message: `${subject}, which this plan does not have`,
    help: helpFor(written, known, 'Name one that the plan has, or add the environment.'),
    repair: repairFor(written, known),
    restsOn: environments
      ? [{ record: environments, key: id }]
      : [{ record: plan.facts, key: 'environments' }],
  };
}

function wordsForFinding(plan: Plan, { key, text: written }: Reference): Words | undefined {
  const { isWhole, lists } = findingListsOf(plan);
  if (!isWhole) return undefined;
  const known = namesIn(plan, 'finding');
  return {
    message: `\`${key}\` names ${quote(written)}, a finding that no validation of this plan has`,
    help: helpFor(written, known, 'Add the finding to its validation, or correct its id.'),
    repair: repairFor(written, known),
    restsOn: lists,
  };
}

/** Where findings are listed, and whether all could be read: one that could not may be the one that is meant. */
const findingListsOf = perPlan((plan) => {
  const lists = [plan.facts.validations, ...plan.validations.map(({ findings }) => findings)];
  return {
    isWhole: !lists.some(isIncomplete) && findingsOf(plan).every(({ id }) => id !== undefined),
    lists: [
      { record: plan.facts, key: 'validations' },
      ...plan.validations.map((validation) => ({ record: validation, key: 'findings' })),
    ],
  };
});

/** The name that was meant, if one is near; else all names where they are few. */
function helpFor(written: string, names: readonly string[], otherwise: string): string {
  const near = nearest(written, names);
  if (near !== undefined) return `Did you mean ${quote(near)}?`;
  if (names.length === 0 || names.length > 20) return otherwise;
  return `${otherwise} This plan has ${inWords(names.map(quote))}.`;
}

function repairFor(written: string, names: readonly string[]): Repair | undefined {
  const right = meant(written, names);
  return right === undefined ? undefined : { write: right };
}

/** The same words where the name is the value of an attribute, which stands in quotes. */
function inAttribute({ repair, ...words }: Words): Words {
  if (!repair || !('write' in repair) || /["&]/.test(String(repair.write))) return words;
  return { ...words, repair: { write: `"${repair.write}"` } };
}
