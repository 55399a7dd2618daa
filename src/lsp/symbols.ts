import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver/node';
import { planSchema } from '../../schemas/plan.ts';
import { blockAt, metaAt } from '../../schemas/walk.ts';
import { type DataMap, isMap, recordAt } from '../diff/data.ts';
import { nameOfRecord } from '../diff/records.ts';
import { instanceIds } from '../lifecycle/kinds.ts';
import type { Path } from '../lifecycle/paths.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { printable } from '../lifecycle/words.ts';
import type { Range } from '../source/text.ts';
import { valuesOf } from '../source/values.ts';
import type { Node } from '../source/yaml.ts';
import type { OpenPlan } from './open-plan.ts';

/** The outline of a plan: its keys with what they say, and the items of its lists by their names. */
export function symbolsIn(open: OpenPlan): DocumentSymbol[] {
  const { tree, plan } = open;
  const data = tree && valuesOf(tree);
  return tree && plan && isMap(data) ? new Outline(open, plan, data).below(tree, []) : [];
}

class Outline {
  readonly #open: OpenPlan;
  readonly #plan: Plan;
  readonly #data: DataMap;

  constructor(open: OpenPlan, plan: Plan, data: DataMap) {
    this.#open = open;
    this.#plan = plan;
    this.#data = data;
  }

  below(node: Node, path: Path): DocumentSymbol[] {
    if (node.type === 'map') {
      return node.entries.map(({ key, name, value }) =>
        this.#symbol(printable(name), key, value, [...path, name]),
      );
    }
    if (node.type !== 'list') return [];
    return node.items.flatMap((item, index) => {
      if (item.type !== 'map') return [];
      const at = [...path, index];
      const record = recordAt(this.#data, at);
      const name = nameOfRecord(record, { plan: this.#plan, data: this.#data, path: at });
      return [this.#symbol(name, item.entries[0]?.key ?? item, item, at)];
    });
  }

  #symbol(name: string, token: Range, value: Node, path: Path): DocumentSymbol {
    const detail = this.#detail(value, path);
    return {
      name: name || '""',
      ...(detail && { detail }),
      kind: kindOf(path),
      range: this.#open.span({ start: token.start, end: Math.max(token.end, endOf(value)) }),
      selectionRange: this.#open.span(token),
      children: this.below(value, path),
    };
  }

  #detail(value: Node, path: Path): string | undefined {
    if (value.type === 'scalar') return printable(value.text);
    const [block, id] = path;
    if (block !== 'environments' || path.length !== 2) return undefined;
    return this.#plan.environment(String(id))?.kind?.name;
  }
}

function kindOf(path: Path): SymbolKind {
  const isInstance = instanceIds.some((instance) => instance === path.at(-1));
  if (path[0] === 'environments' && path.length === 2) return SymbolKind.Module;
  if (path[0] === 'environments' && path.length === 3 && isInstance) return SymbolKind.Object;
  if (typeof path.at(-1) === 'number') return SymbolKind.Object;
  if (metaAt(planSchema(), path).format === 'date') return SymbolKind.Event;
  const block = blockAt(planSchema(), path);
  if (block === 'list') return SymbolKind.Array;
  return block === 'map' ? SymbolKind.Namespace : SymbolKind.Field;
}

/** Where the last of what stands in a node ends. */
function endOf(node: Node): number {
  if (node.type === 'list') return Math.max(node.end, ...node.items.map(endOf));
  if (node.type !== 'map') return node.end;
  return Math.max(
    node.end,
    ...node.entries.map(({ key, value }) => Math.max(key.end, endOf(value))),
  );
}
