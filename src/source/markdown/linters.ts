import type { Root } from 'mdast';
import comments from 'remark-lint';
import preset from 'remark-preset-lint-recommended';
import { type Pluggable, type Processor, unified } from 'unified';
import { spokenOf, subjects } from './subjects.ts';

type Linter = Processor<undefined, Root, Root>;

/**
 * The recommended preset as it is, but for the plugin that lets comments in the text turn rules off: a
 * deviation that nobody gives a reason for would be invisible.
 */
const plugins = (preset.plugins ?? []).filter((plugin) => plugin !== comments);

const linters = new Map<string, Linter>();

/** The rules of the preset, but for those that could not find anything in a text. */
export function linterFor(tree: Root, prose: string): Linter {
  const spoken = spokenOf(tree, prose);
  const key = [...spoken].sort().join();
  const linter = linters.get(key) ?? linterOf(spoken);
  linters.set(key, linter);
  return linter;
}

function linterOf(spoken: ReadonlySet<string>): Linter {
  const asked = plugins.filter((plugin) => {
    const rule = nameOf(plugin);
    return spoken.has(rule) || !Object.hasOwn(subjects, rule);
  });
  return unified().use({ plugins: asked }).freeze() as unknown as Linter;
}

/** `final-newline` for `remark-lint:final-newline`, as a plugin calls itself. */
function nameOf(plugin: Pluggable): string {
  const [{ name }] = [plugin].flat() as [{ name: string }];
  return name.replace(/^remark-lint:/, '');
}
