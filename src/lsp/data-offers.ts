import { CompletionItemKind } from 'vscode-languageserver/node';
import { planSchema } from '../../schemas/plan.ts';
import { blockAt, keysAt, kindAt, metaAt, wordsAt } from '../../schemas/walk.ts';
import { kindIds } from '../lifecycle/kinds.ts';
import type { Path } from '../lifecycle/paths.ts';
import { namesIn } from '../lifecycle/references.ts';
import { membersOf, rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { nodeAt } from '../source/places.ts';
import { planOf } from '../source/plan-file.ts';
import { knownKeys } from '../source/shape.ts';
import type { Range } from '../source/text.ts';
import { type Value, valuesOf } from '../source/values.ts';
import type { Node } from '../source/yaml.ts';
import { environmentKind, keyMeaning, kindCalled, kindNamed } from './meaning.ts';
import { unquoted } from './mentions.ts';
import type { Offer, Offers } from './offers.ts';
import type { OpenPlan } from './open-plan.ts';
import { kindPage, rulePage } from './pages.ts';
import { sketchYaml } from './sketch.ts';
import { type Spot, spotAt } from './spot.ts';

/**
 * What may be written at an offset of the data, however unfinished they are.
 *
 * @param address where the site is published; empty where nobody has said
 */
export function offersInData(plan: OpenPlan, offset: number, address: string): Offers | undefined {
  const data = plan.dataAt(offset);
  if (!data || offset < data.start) return undefined;
  const cursor = cursorIn(plan.file.text.slice(data.start, data.end), data.start, offset);
  if (!cursor) return undefined;
  const { root, spot, replaced, isFinished } = cursor;
  const values = valuesOf(root);
  const map = spot.path.slice(0, -1);
  if (spot.part === 'value' || !mayHaveKeys(map)) {
    const path = spot.part === 'value' ? spot.path : map;
    return { replaced, offers: valueOffers(path, values, address) };
  }
  const others = new Set(keysBeside(root, map, spot));
  const keys = keysThere(values, map).filter((key) => !others.has(key));
  const offers = keys.map((key) => keyOffer([...map, key], key, { isFinished, address }));
  return { replaced, offers };
}

/** The word at the cursor, and where in the plan it stands. */
interface Cursor {
  readonly root: Node;
  readonly spot: Spot;
  /** What a writer has written of the word. */
  readonly replaced: Range;
  /** Whether it is a key with its colon. */
  readonly isFinished: boolean;
}

/** Stands for a word that is not there yet. */
const placeholder = 'x';

/** Finishes what stands at the cursor, so that it can be read what it is to become. */
function cursorIn(written: string, base: number, offset: number): Cursor | undefined {
  const before = written.slice(0, offset - base);
  const after = written.slice(offset - base);
  const head = /(?<=^|[\s[{,"'])[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.exec(before)?.[0] ?? '';
  const tail = /^[\p{L}\p{N}_.-]*/u.exec(after)?.[0] ?? '';
  const filler = head + tail === '' ? placeholder : '';
  // Without a blank between them, a value is no value and an item no item.
  if (filler && /[:\-}\]]$/.test(before)) return undefined;
  const upTo = before + filler + tail;
  const rest = after.slice(tail.length);
  const root = sketchYaml(upTo + missingAfter(upTo, rest) + rest, base);
  const spot = root && spotAt(root, offset);
  if (!root || !spot) return undefined;
  const word = { start: offset - head.length, end: offset + filler.length + tail.length };
  const token = unquoted(spot.token, upTo.padStart(base + upTo.length));
  if (token.start !== word.start || token.end !== word.end) return undefined;
  const replaced = { start: word.start, end: word.end - filler.length };
  return { root, spot, replaced, isFinished: /^["']?[ \t]*:/.test(rest) };
}

/** A word that has a line to itself becomes a key; one in quotes or braces ends where the next begins. */
function missingAfter(upTo: string, rest: string): string {
  const [, quotes] = /[\s[{,](["'])[^\s"']*$/.exec(upTo) ?? [];
  if (quotes) return rest.split(/[\r\n]/, 1)[0]?.includes(quotes) ? '' : quotes;
  const isAlone = /(^|[\r\n])[ \t]*(- +)*[^\s[{,:#]+$/.test(upTo);
  if (isAlone && /^[ \t]*([\r\n]|$)/.test(rest)) return ':';
  const isInBraces = /[[{,][ \t]*[^\s[{,]+$/.test(upTo);
  return isInBraces && /^[ \t]+[^\s,}\]#]/.test(rest) ? ',' : '';
}

/** Whether a map may stand at a path, though it need not. */
function mayHaveKeys(path: Path): boolean {
  return blockAt(planSchema(), path) === 'map' || keysAt(planSchema(), path).length > 0;
}

function keysThere(values: Value, map: Path): readonly string[] {
  return map.length === 1 && map[0] === 'environments' ? kindIds : knownKeys(values, map);
}

function keysBeside(root: Node, map: Path, { token }: Spot): string[] {
  const node = map.length === 0 ? root : nodeAt(root, map);
  if (node?.type !== 'map') return [];
  return node.entries.filter(({ key }) => key.start !== token.start).map(({ name }) => name);
}

function keyOffer(
  path: Path,
  key: string,
  { isFinished, address }: { isFinished: boolean; address: string },
): Offer {
  const separator = blockAt(planSchema(), path) ? ':' : ': ';
  const kind = path.length === 2 && path[0] === 'environments' ? kindCalled(key) : undefined;
  return {
    label: key,
    kind: kind ? CompletionItemKind.Module : CompletionItemKind.Property,
    text: isFinished ? key : key + separator,
    meaning: kind ? kindPage(kind, address) : keyMeaning(path),
  };
}

function valueOffers(path: Path, values: Value, address: string): Offer[] {
  if (kindAt(planSchema(), path) === 'flag') return ['true', 'false'].map(wordOffer);
  const words = wordsAt(planSchema(), path);
  if (path.at(-1) === 'kind') {
    const own = environmentKind(values, path);
    return words.flatMap((word) => kindOffer(word, address, own?.id === word));
  }
  if (words.length > 0) return words.map(wordOffer);
  const { names, suggestions = [] } = metaAt(planSchema(), path);
  if (names === 'rule') return rules.flatMap((rule) => ruleOffers(rule, address));
  if (names === undefined) return suggestions.map(wordOffer);
  return namesIn(planOf('sketch', values).plan, names).map((name) => {
    const kind = kindNamed(values, name);
    return {
      label: name,
      kind: CompletionItemKind.Reference,
      ...(kind && { detail: kind.name, meaning: kindPage(kind, address) }),
    };
  });
}

function wordOffer(label: string): Offer {
  return { label, kind: CompletionItemKind.EnumMember };
}

function kindOffer(word: string, address: string, preselect: boolean): Offer[] {
  const kind = kindCalled(word);
  if (!kind) return [];
  const { EnumMember } = CompletionItemKind;
  return [
    {
      label: word,
      kind: EnumMember,
      detail: kind.name,
      meaning: kindPage(kind, address),
      preselect,
    },
  ];
}

/** The rules that can be waived, those of a family each by itself. */
function ruleOffers(rule: Rule, address: string): Offer[] {
  if (rule.waivable === false) return [];
  const ids = rule.family ? membersOf(rule) : [rule.id];
  return ids.map((label) => ({
    label,
    kind: CompletionItemKind.Constant,
    detail: rule.title,
    meaning: rulePage(rule, address),
  }));
}
