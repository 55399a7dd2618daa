import { guideOf, type Kind, type Misuse, type Use } from '../lifecycle/kinds.ts';
import { urlOf } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { isWebAddress } from './diagnostics.ts';

/** What a kind of environment and a rule are, as Markdown to hover over. The words are those of the house. */

/**
 * A kind of environment: what it is for, and what may be done there.
 *
 * @param address where the site is published; empty where nobody has said
 */
export function kindPage(kind: Kind, address: string): string {
  const traits = [
    kind.paired ? 'Main and Test' : 'one instance',
    kind.longevity,
    kind.controlled ? 'under change control' : 'not under change control',
    ...(kind.owner === 'iqvia' ? ['IQVIA’s'] : []),
  ];
  return page(
    `**${kind.name}**: ${traits.join(', ')}`,
    `${kind.purpose}.`,
    `**From – to:** ${kind.begins}. ${kind.ends}.`,
    `**What to do there**\n\n${kind.uses.map(use).join('\n')}`,
    `**What not to do there**\n\n${kind.misuses.map(misuse).join('\n')}`,
    `**Who gets in:** ${kind.access}`,
    link(`Guide to ${kind.name}`, address + guideOf(kind.id)),
  );
}

/** A rule: what holds, why it matters and what to do. */
export function rulePage(rule: Rule, address: string): string {
  return page(
    `**${rule.id}** (${rule.severity}): ${rule.title}`,
    `**Why:** ${rule.why}`,
    `**What to do:** ${rule.remedy}`,
    link('Examples', address + urlOf(rule)),
  );
}

/** Paragraphs, without those that say nothing. */
export function page(...paragraphs: readonly string[]): string {
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function use({ what, instance }: Use): string {
  return instance ? `- ${what} (${instance === 'main' ? 'Main' : 'Test'})` : `- ${what}`;
}

function misuse({ what, because, instead }: Misuse): string {
  return `- ${what}: ${because}.${instead ? ` Instead: ${instead.text}.` : ''}`;
}

function link(text: string, address: string): string {
  return isWebAddress(address) ? `[${text}](${address})` : '';
}
