import type { TwinEnvironment } from '../../../schemas/twin/environment.ts';
import type { TwinChange, TwinIq } from '../../../schemas/twin/evidence.ts';
import type { TwinInstance } from '../../../schemas/twin/instance.ts';
import { instanceName, shownName } from '../../diagram/environments/names.ts';
import type { Environment, Instance } from '../../lifecycle/environment.ts';
import { originOf } from '../../lifecycle/origin.ts';
import type { Plan, Report } from '../../lifecycle/plan.ts';
import { endingOf, releaseOf, startOf, stateOf } from '../../lifecycle/state.ts';
import { changesTo, iqOf, type RecordedChange, type RecordedIq, remainderOf } from '../evidence.ts';

/** An environment of a plan, for programs. */
export function twinEnvironment(plan: Plan, environment: Environment): TwinEnvironment {
  const { id, kind, facts, instances } = environment;
  const ending = endingOf(environment);
  return {
    id,
    name: shownName(environment),
    kind: kind?.id ?? null,
    controlled: kind?.controlled ?? null,
    state: stateOf(plan, environment) ?? null,
    begins: startOf(environment)?.date ?? null,
    ends: ending ? { date: ending.at.date, by: ending.by } : null,
    access: facts.access ?? null,
    release: releaseOf(plan, environment) ?? null,
    origin: twinOrigin(environment),
    reports: (facts.reports ?? []).map(twinReport),
    remainder: twinRemainder(plan, environment),
    instances: instances.map((instance) => twinInstance(plan, instance)),
  };
}

function twinInstance(plan: Plan, instance: Instance): TwinInstance {
  const { id, reference, environment, facts, created } = instance;
  return {
    id: id ?? null,
    reference,
    name: [shownName(environment), instanceName(instance)].filter(Boolean).join(' '),
    state: stateOf(plan, instance) ?? null,
    release: releaseOf(plan, instance) ?? null,
    created: created?.date ?? null,
    origin: twinOrigin(environment, instance),
    url: facts.url ?? null,
    data: facts.data ?? null,
    iq: twinIq(iqOf(plan, instance)),
    changes: changesTo(plan, instance).map(twinChange),
  };
}

function twinRemainder(plan: Plan, environment: Environment): TwinEnvironment['remainder'] {
  const { iq, changes } = remainderOf(plan, environment) ?? { iq: undefined, changes: [] };
  if (!iq && changes.length === 0) return null;
  return { iq: twinIq(iq), changes: changes.map(twinChange) };
}

function twinChange({ date, ecr, summary, lacksRecord }: RecordedChange): TwinChange {
  return { date: date ?? null, ecr: ecr ?? null, summary, lacksRecord };
}

function twinIq(iq: RecordedIq | undefined): TwinIq {
  if (!iq) return null;
  const { date, document, approvedBy, preparedBy } = iq.facts;
  return {
    date: date ?? null,
    document: document ?? null,
    approvedBy: approvedBy ?? null,
    preparedBy: preparedBy ?? null,
    coversPair: iq.isShared,
    lacksDocument: iq.lacksDocument,
  };
}

function twinOrigin(environment: Environment, instance?: Instance): TwinEnvironment['origin'] {
  const { how, from } = originOf(environment, instance);
  return { how, from: from ?? null };
}

function twinReport({ date, file, comparedWith, differences }: Report) {
  return {
    date: date ?? null,
    file: file ?? null,
    comparedWith: comparedWith ?? null,
    differences: differences ?? null,
  };
}
