import type { BlockContent, RootContent } from 'mdast';
import { visibleText } from '../../diagram/visible-text.ts';
import { phaseOf } from '../../lifecycle/phase.ts';
import { heading, link, list, paragraph, text } from '../../report/markdown/nodes.ts';
import { writeMarkdown } from '../../report/markdown/write.ts';
import { summaryOf } from '../../report/report.ts';
import { groups, urlOf } from '../../rules/index.ts';
import { countsOf } from '../findings.ts';
import { phraseToMarkdown } from '../markdown/blocks.ts';
import { type Entry, nameOf, type Portfolio } from '../portfolio.ts';
import { words } from '../sections/pieces.ts';
import { inFull, planAddresses } from './address.ts';

/** A page that is listed, from the root of the site. */
export interface ListedPage {
  readonly title: string;
  readonly description?: string;
  readonly address: string;
}

/** Where the shape of the plans' twins is described, from the root of the site. */
export const twinSchemaAddress = '/schemas/plan-twin.json';

/**
 * What programs that read text find on the site, in the form of llmstxt.org: a title, what the site
 * is, and lists of links.
 */
export function llmsText(
  { entries, title, address }: Omit<Portfolio, 'unreadable'>,
  guides: readonly ListedPage[],
): string {
  const about =
    'The plans of customer onboardings for ClinSpark: environments from contract to go-live, their evidence, and what a linter finds in them.';
  const reading =
    'Each plan holds on its status date: what is dated later is planned. A plan is there as Markdown and as JSON; the links below lead to the Markdown, and with .json at the end to the JSON.';
  const rules = groups.flatMap((group) => group.rules);
  return writeMarkdown([
    heading(1, [text(visibleText(title))]),
    { type: 'blockquote', children: [paragraph(text(about))] },
    paragraph(text(reading)),
    ...section(
      'Plans',
      entries.map((entry) => planItem(entry, address)),
    ),
    ...section(
      'Guides',
      guides.map(({ title, description, address: page }) =>
        item(inFull(page, address), title, description),
      ),
    ),
    ...section(
      'Rules',
      rules.map((rule) => item(inFull(urlOf(rule), address), rule.id, rule.title)),
    ),
    ...section('Optional', [
      item(
        inFull(twinSchemaAddress, address),
        'JSON Schema of the plans’ JSON',
        'what each key means',
      ),
    ]),
  ]);
}

function section(title: string, items: BlockContent[][]): RootContent[] {
  return items.length > 0 ? [heading(2, [text(title)]), list(items)] : [];
}

function planItem(entry: Entry, address: string): BlockContent[] {
  const { slug, plan, findings } = entry;
  const phase = plan ? (phaseOf(plan)?.name ?? 'phase unknown') : 'cannot be read';
  const counts = countsOf(summaryOf(findings)).map((count) => count.text);
  const about = [phase, ...counts].join(', ');
  return item(planAddresses(slug, address).markdown, nameOf(entry), about);
}

/** Descriptions mark with back quotes what they quote. */
function item(url: string, name: string, description: string | undefined): BlockContent[] {
  const about = description === undefined ? [] : [': ', ...words(description)];
  return [
    paragraph(link(url, text(visibleText(name))), ...phraseToMarkdown(about, (href) => href)),
  ];
}
