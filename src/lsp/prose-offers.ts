import { CompletionItemKind } from 'vscode-languageserver/node';
import { datesOf } from '../lifecycle/date-at.ts';
import { formatPath } from '../lifecycle/paths.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { type ProseComponent, proseComponents } from '../lifecycle/prose-components.ts';
import { namesIn } from '../lifecycle/references.ts';
import type { Offer, Offers } from './offers.ts';
import type { OpenPlan } from './open-plan.ts';

/** As far before the cursor as a tag may begin. */
const furthest = 400;

/** What may be written at an offset of the prose: components, and what their attributes name. */
export function offersInProse({ file, plan }: OpenPlan, offset: number): Offers | undefined {
  const before = file.text.slice(Math.max(offset - furthest, 0), offset);
  const [, begun] = /<([A-Za-z]*)$/.exec(before) ?? [];
  if (begun !== undefined) {
    const replaced = { start: offset - begun.length, end: offset };
    return { replaced, offers: proseComponents.map(componentOffer) };
  }
  const tag = /<([A-Za-z]+)\s[^<>]*?(?<![A-Za-z])([A-Za-z]+)=(["'])([^"'<>]*)$/.exec(before);
  const [, component, attribute, quotes, value] = tag ?? [];
  if (value === undefined || quotes === undefined) return undefined;
  const rest = /^[^"'<>\s]*/.exec(file.text.slice(offset))?.[0] ?? '';
  const replaced = { start: offset - value.length, end: offset + rest.length };
  const offers = plan ? namesFor(`${component} ${attribute}`, plan) : [];
  return { replaced, offers: offers.filter(({ label }) => !label.includes(quotes)) };
}

function componentOffer({ name, attributes, encloses, shows }: ProseComponent): Offer {
  const written = [name, ...attributes.map((attribute) => `${attribute}=""`)].join(' ');
  return {
    label: name,
    kind: CompletionItemKind.Class,
    detail: shows,
    text: encloses ? `${written}>\n\n</${name}>` : `${written} />`,
  };
}

function namesFor(attribute: string, plan: Plan): Offer[] {
  if (attribute === 'Environment id') {
    return namesIn(plan, 'instance').map((label) => ({
      label,
      kind: CompletionItemKind.Reference,
      detail: plan.nameAt(label),
    }));
  }
  if (attribute !== 'Date of') return [];
  return datesOf(plan).map(({ path, date }) => ({
    label: formatPath(path),
    kind: CompletionItemKind.Reference,
    detail: date,
  }));
}
