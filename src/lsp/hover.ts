import { type Hover, MarkupKind } from 'vscode-languageserver/node';
import { planSchema } from '../../schemas/plan.ts';
import { metaAt } from '../../schemas/walk.ts';
import type { Kind } from '../lifecycle/kinds.ts';
import { proseComponent } from '../lifecycle/prose-components.ts';
import { ruleById } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { ProseModel } from '../source/prose-model.ts';
import type { Range } from '../source/text.ts';
import { type Value, valuesOf } from '../source/values.ts';
import { environmentKind, keyMeaning, kindCalled, kindNamed } from './meaning.ts';
import { environmentOf, shifted } from './mentions.ts';
import type { OpenPlan } from './open-plan.ts';
import { kindPage, rulePage } from './pages.ts';
import { type Spot, spotAt } from './spot.ts';
import { mentionAt } from './targets.ts';
import type { Entry, Workspace } from './workspace.ts';

/** What an editor shows about a place: what stands there, and the rules that find fault with it. */
export async function hoverAt(
  workspace: Workspace,
  entry: Entry,
  offset: number,
): Promise<Hover | null> {
  const { plan, project } = entry;
  const address = await project.address();
  const about = plan.dataAt(offset)
    ? inData(plan, offset, address)
    : await inProse(plan, offset, address);
  const faults = (await rulesAt(workspace, entry, offset)).map((rule) => rulePage(rule, address));
  const texts = [about?.text ?? '', ...faults].filter((text) => text !== '');
  if (texts.length === 0) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: texts.join('\n\n---\n\n') },
    ...(about && { range: plan.span(about.range) }),
  };
}

/** What is said about a token. */
interface About {
  readonly text: string;
  readonly range: Range;
}

function inData({ tree }: OpenPlan, offset: number, address: string): About | undefined {
  const spot = tree && spotAt(tree, offset);
  const text = spot && textFor(spot, valuesOf(tree), address);
  return text ? { text, range: spot.token } : undefined;
}

function textFor(spot: Spot, values: Value, address: string): string {
  const kind = kindMeant(spot, values);
  if (kind) return kindPage(kind, address);
  const rule = ruleNamed(spot);
  return rule ? rulePage(rule, address) : keyMeaning(spot.path);
}

/** The kind of the environment that a key is the id of, or that a value stands for or refers to. */
function kindMeant({ path, part, text }: Spot, values: Value): Kind | undefined {
  if (part === 'key') return path.length === 2 ? environmentKind(values, path) : undefined;
  if (path.at(-1) === 'kind') return kindCalled(text);
  const { names } = metaAt(planSchema(), path);
  return names === 'environment' || names === 'instance' ? kindNamed(values, text) : undefined;
}

function ruleNamed({ path, part, text }: Spot): Rule | undefined {
  if (part === 'key' || metaAt(planSchema(), path).names !== 'rule') return undefined;
  return ruleById(text);
}

async function inProse(
  plan: OpenPlan,
  offset: number,
  address: string,
): Promise<About | undefined> {
  const mention = await mentionAt(plan, offset);
  if (mention) {
    const environment = plan.file.plan?.environment(environmentOf(mention));
    if (environment?.kind) {
      return { text: kindPage(environment.kind, address), range: mention.range };
    }
  }
  const prose = await plan.file.prose();
  if (!(prose instanceof ProseModel)) return undefined;
  for (const element of prose.elements) {
    const range = shifted(element.nameRange, plan.file.proseRange?.start);
    const component = proseComponent(element.name);
    if (!component || offset < range.start || offset > range.end) continue;
    return { text: `\`<${component.name}>\`: ${component.shows}`, range };
  }
  return undefined;
}

/** The rules with findings at an offset, each once. */
async function rulesAt(workspace: Workspace, entry: Entry, offset: number) {
  const verdict = await workspace.verdict(entry);
  if ('unknown' in verdict) return [];
  const { lines } = entry.plan.file;
  const here = verdict.findings.filter(({ line, column, endLine, endColumn }) => {
    const start = lines.offset({ line, column });
    return start <= offset && offset <= lines.offset({ line: endLine, column: endColumn });
  });
  return [...new Set(here.flatMap(({ rule }) => ruleById(rule) ?? []))];
}
