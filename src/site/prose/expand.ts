import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { sectionOf } from '../../diagram/environments/names.ts';
import { dateAt } from '../../lifecycle/date-at.ts';
import { parsePath } from '../../lifecycle/paths.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import type { ProseComponentName } from '../../lifecycle/prose-components.ts';
import { longDate } from '../format/dates.ts';

export type Attributes = Readonly<Record<string, string>>;

/**
 * What a component of prose becomes.
 *
 * @param attributes all that the component needs, as plain text
 * @param children what it encloses
 */
export function expand(
  name: ProseComponentName,
  attributes: Attributes,
  children: readonly RootContent[],
  plan: Plan,
): RootContent {
  switch (name) {
    case 'Date':
      return date(plan, attributes.of ?? '');
    case 'Environment':
      return environment(plan, attributes.id ?? '');
    case 'Note':
      return aside('note', name, children);
    case 'Warning':
      return aside('caution', name, children);
    case 'EnvironmentDiagram':
    case 'Timeline':
      return slot(name);
  }
}

function date(plan: Plan, path: string): PhrasingContent {
  const steps = parsePath(path);
  const found = steps && dateAt(plan, steps);
  if (found === undefined) return fault(`no date at ${path || '(no path)'}`);
  return {
    type: 'text',
    value: longDate(found),
    data: { hName: 'time', hProperties: { dateTime: found } },
  };
}

function environment(plan: Plan, reference: string): PhrasingContent {
  const place = plan.place(reference);
  if (!place) return fault(`no environment ${reference || '(no id)'}`);
  const name = place.instance?.name ?? place.environment.name;
  const children: PhrasingContent[] = [{ type: 'text', value: plainName(name) }];
  return { type: 'link', url: sectionOf(place.environment), children };
}

/** Names quote ids in back quotes, which is for messages. */
function plainName(name: string): string {
  return name.replaceAll('`', '');
}

function fault(message: string): PhrasingContent {
  const data = { hName: 'span', hProperties: { className: ['wp-fault'] } };
  return { type: 'text', value: `[${message}]`, data };
}

/** The same markup as Starlight's asides, which brings their look. */
function aside(kind: string, title: string, children: readonly RootContent[]): BlockContent {
  const heading: BlockContent = {
    type: 'paragraph',
    children: [{ type: 'text', value: title }],
    data: { hProperties: { className: ['starlight-aside__title'] } },
  };
  const content: BlockContent = {
    type: 'blockquote',
    children: children as BlockContent[],
    data: { hName: 'div', hProperties: { className: ['starlight-aside__content'] } },
  };
  const className = ['starlight-aside', `starlight-aside--${kind}`];
  return {
    type: 'blockquote',
    children: [heading, content],
    data: { hName: 'aside', hProperties: { className, ariaLabel: title } },
  };
}

/** A place that the page fills with a drawing of its own. */
function slot(name: string): BlockContent {
  return {
    type: 'blockquote',
    children: [],
    data: { hName: 'div', hProperties: { dataSlot: name }, hChildren: [] },
  };
}
