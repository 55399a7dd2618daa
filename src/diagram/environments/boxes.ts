import { isEnvironmentId } from '../../../schemas/environments.ts';
import type { Environment, Instance } from '../../lifecycle/environment.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { releaseOf, stateOf } from '../../lifecycle/state.ts';
import { cut } from '../visible-text.ts';
import { iqInWords, lifeInWords, stateInWords } from './facts.ts';
import type { Box } from './flowchart.ts';
import { instanceName, sectionOf, shownName } from './names.ts';

/** The box of an environment: a group with Main and Test where it is a pair that has them. */
export function boxOf(plan: Plan, environment: Environment, id: string): Box {
  const name = cut(shownName(environment));
  const release = releaseOf(plan, environment);
  const { kind } = environment;
  const about = [
    ...(kind?.controlled ? ['controlled'] : []),
    ...(kind?.owner === 'iqvia' ? ['shared'] : []),
  ];
  const state = stateOf(plan, environment);
  if (kind?.paired && environment.instances.length > 0) {
    const boxes = environment.instances.map((instance) => instanceBox(plan, instance, id));
    return { id, lines: [joined(name, release)], classes: about, state, boxes };
  }
  const lines = [
    name,
    joined(release, stateInWords(plan, environment)),
    ...(kind?.owner === 'iqvia' ? ['kept by IQVIA'] : []),
    ...words(lifeInWords(plan, environment), iqInWords(plan, environment)),
  ];
  const link = linkTo(environment, name);
  return { id, lines, classes: ['environment', ...about], state, link };
}

function instanceBox(plan: Plan, instance: Instance, group: string): Box {
  const { environment } = instance;
  // The group's title says it, unless Main and Test differ.
  const release = releaseOf(plan, environment) ? undefined : releaseOf(plan, instance);
  const name = instanceName(instance);
  const lines = [
    joined(name, release, stateInWords(plan, instance)),
    ...words(lifeInWords(plan, instance), iqInWords(plan, instance)),
  ];
  return {
    id: `${group}_${instance.id}`,
    lines,
    classes: ['instance'],
    state: stateOf(plan, instance),
    link: linkTo(environment, `${cut(shownName(environment))} ${name}`),
  };
}

/** Mermaid decodes addresses: only an id that needs no encoding can be linked to. */
function linkTo(environment: Environment, title: string): Box['link'] {
  return isEnvironmentId(environment.id) ? { href: sectionOf(environment), title } : undefined;
}

function joined(...texts: (string | undefined)[]): string {
  return words(...texts).join(' · ');
}

function words(...texts: (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined);
}
