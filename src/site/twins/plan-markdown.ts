import type { BlockContent, RootContent } from 'mdast';
import { visibleText } from '../../diagram/visible-text.ts';
import type { Environment } from '../../lifecycle/environment.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import type { Finding } from '../../lint/finding.ts';
import {
  heading,
  link,
  list,
  paragraph,
  strong,
  table,
  text,
} from '../../report/markdown/nodes.ts';
import { writeMarkdown } from '../../report/markdown/write.ts';
import { graveOf, gravestFirst } from '../findings.ts';
import { kindWords } from '../format/kinds.ts';
import {
  blocksToMarkdown,
  factsToMarkdown,
  phraseToMarkdown,
  type Resolve,
  tableToMarkdown,
} from '../markdown/blocks.ts';
import { diagramToMarkdown, proseToMarkdown } from '../markdown/prose.ts';
import { type PlanSection, sectionsOf } from '../plan-sections.ts';
import { type Entry, nameOf } from '../portfolio.ts';
import { environmentFacts, instancesTable, stateName } from '../sections/environment.ts';
import { environmentsTable } from '../sections/environments.ts';
import { findingWords } from '../sections/finding.ts';
import { keyDatesOf } from '../sections/key-dates.ts';
import { code, day, line, words } from '../sections/pieces.ts';
import { statusOf } from '../sections/status.ts';
import { timelineTable } from '../sections/timeline.ts';
import { inFull, planAddresses } from './address.ts';

/**
 * The twin of a plan's page in Markdown: the same sections, for pull requests and for programs that
 * read text.
 *
 * @param address where the site is published, as it stands before `/plans/…`
 */
export async function planMarkdown(entry: Entry, address: string): Promise<string> {
  const { slug, plan, file, findings } = entry;
  const { page, json } = planAddresses(slug, address);
  const resolve = resolverFor(page, address);
  const prose = plan && (await proseToMarkdown(file, plan, resolve));
  const sections = plan ? sectionsOf(plan, { prose: prose !== undefined, history: false }) : [];
  return writeMarkdown([
    heading(1, [text(visibleText(nameOf(entry)))]),
    paragraph(link(page, text('As a page')), text(' · '), link(json, text('As JSON'))),
    ...(plan ? [factsToMarkdown(statusOf(plan, findings), resolve)] : []),
    ...sections.flatMap((section) => [
      heading(2, [text(section.title)]),
      ...(plan ? contentOf(section, { plan, prose, resolve }) : []),
    ]),
    heading(2, [text('Findings')]),
    ...findingsToMarkdown(entry, resolve),
  ]);
}

/** Links are written for the plan's page, where some of them are relative. */
function resolverFor(page: string, address: string): Resolve {
  return (href) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
    return href.startsWith('/') ? inFull(href, address) : page + href;
  };
}

interface Context {
  readonly plan: Plan;
  readonly prose: RootContent[] | undefined;
  readonly resolve: Resolve;
}

function contentOf(section: PlanSection, { plan, prose, resolve }: Context): RootContent[] {
  if ('blocks' in section) return blocksToMarkdown(section.blocks(plan), resolve);
  switch (section.id) {
    case 'key-dates':
      return [keyDates(plan, resolve)];
    case 'diagram':
      if (plan.allEnvironments.length === 0) return nothing('This plan has no environments yet.');
      return [diagramToMarkdown(plan), tableToMarkdown(environmentsTable(plan), resolve)];
    case 'timeline': {
      const dates = timelineTable(plan);
      if (dates.rows.length === 0) return nothing('This plan has no dates yet.');
      return [tableToMarkdown(dates, resolve)];
    }
    case 'environments':
      return plan.allEnvironments.flatMap((each) => environmentToMarkdown(plan, each, resolve));
    case 'notes':
      return prose ?? [];
    case 'history':
      return [];
  }
}

function nothing(sentence: string): RootContent[] {
  return [paragraph(text(sentence))];
}

function keyDates(plan: Plan, resolve: Resolve): RootContent {
  const rows = keyDatesOf(plan).map(({ date, title, state }) => {
    const shown = phraseToMarkdown(line(day(date, plan)), resolve);
    const said = phraseToMarkdown(words(title), resolve);
    return [shown, state === 'now' ? [strong(...said)] : said];
  });
  return table(['Date', 'Event'], rows);
}

function environmentToMarkdown(
  plan: Plan,
  environment: Environment,
  resolve: Resolve,
): BlockContent[] {
  const { kind, name } = environment;
  const state = stateName(plan, environment);
  const about = [...(state ? [state] : []), ...(kind ? kindWords(kind) : [])].join(' · ');
  const facts = environmentFacts(plan, environment);
  const instances = instancesTable(plan, environment);
  return [
    heading(3, phraseToMarkdown(words(name), resolve)),
    ...(about ? [paragraph(text(about))] : []),
    ...(kind ? [paragraph(text(`${kind.purpose}.`))] : []),
    ...blocksToMarkdown([facts, ...(instances ? [instances] : [])], resolve),
  ];
}

function findingsToMarkdown({ plan, file, findings }: Entry, resolve: Resolve): RootContent[] {
  const unread = 'The data of this plan could not be read, so there is nothing else to show.';
  return [
    ...(plan ? [] : nothing(unread)),
    ...(findings.length > 0
      ? [list(gravestFirst(findings).map((finding) => findingToMarkdown(finding, resolve)))]
      : nothing('The linter has nothing to say about this plan.')),
    paragraph(...phraseToMarkdown(line('The plan is written in', code(file.file)), resolve)),
  ];
}

function findingToMarkdown(finding: Finding, resolve: Resolve): BlockContent[] {
  const { message, help, accepted, notes } = findingWords(finding);
  const lines = [help, ...(accepted ? [accepted] : []), ...notes];
  return [
    paragraph(strong(text(graveOf(finding))), text(' '), ...phraseToMarkdown(message, resolve)),
    ...lines.map((each) => paragraph(...phraseToMarkdown(each, resolve))),
  ];
}
