import { proseComponent, proseComponents } from '../../lifecycle/prose-components.ts';
import { meant, nearest } from '../../lifecycle/suggest.ts';
import { inWords, quote } from '../../lifecycle/words.ts';
import type { ProseElement } from '../../source/prose-facts.ts';
import type { Range } from '../../source/text.ts';
import { text } from '../example.ts';
import type { Repair } from '../repair.ts';
import { rule, type Words } from '../rule.ts';

export default rule({
  id: 'prose-unknown-component',
  severity: 'error',
  title: 'Prose uses the components for plans, and no HTML',
  why: 'The page of a plan shows Markdown and a handful of components that read the plan. Everything else is left out of it, so that nobody can slip markup into a page that others trust.',
  remedy:
    'Use Markdown or one of the components for plans, with just the attributes it has. Where the tag itself is meant, put it in back quotes.',
  examples: () => ({
    bad: [
      {
        title: 'A component that plans do not have',
        text: text`
          ---
          ---

          <«Timelin» />
        `,
        finds: ['`<Timelin>` is no component for plans'],
      },
      {
        title: 'HTML',
        text: text`
          ---
          ---

          Kit labels show <«b»>the visit name</b>.
        `,
        finds: ['`<b>` is HTML, which plans do without'],
      },
      {
        title: 'A tag without a name',
        text: text`
          ---
          ---

          Kit labels show «<>»the visit name</>.
        `,
        finds: ['`<>` is no component for plans'],
      },
      {
        title: 'An attribute that the component does not have',
        text: text`
          ---
          ---

          The first study begins on <Date of="goLive" «style»="short" />.
        `,
        finds: ['`<Date>` has no attribute `style`'],
      },
      {
        title: 'An attribute that is missing',
        text: text`
          ---
          ---

          The first study begins on <«Date» />.
        `,
        finds: ['`<Date>` lacks its attribute `of`'],
      },
      {
        title: 'An attribute that says nothing',
        text: text`
          ---
          ---

          The first study begins on <Date «of» />.
        `,
        finds: ['`of` of `<Date>` has no value'],
      },
      {
        title: 'An attribute that is given twice',
        text: text`
          ---
          ---

          The first study begins on <Date of="goLive" «of»="statusDate" />.
        `,
        finds: ['`of` of `<Date>` is given twice'],
      },
      {
        title: 'A drawing in the middle of a sentence',
        text: text`
          ---
          ---

          See <«Timeline» /> for the year.
        `,
        finds: ['`<Timeline>` stands within a line'],
      },
      {
        title: 'A component around text that it cannot show',
        text: text`
          ---
          ---

          The first study begins on <«Date» of="goLive">a Monday</Date>.
        `,
        finds: ['`<Date>` encloses text'],
      },
    ],
    good: [
      {
        text: text`
          ---
          ---

          <Timeline />

          <Environment id="val.main" /> is for **building** a study; the first one begins on <Date of="goLive" />.

          <Note>
            Labels are printed on the ward.
          </Note>
        `,
      },
    ],
  }),
  checkProse(prose, _, report) {
    for (const element of prose.elements) {
      for (const { range, ...words } of faultsOf(element)) report.at(range, words);
    }
  },
});

interface Fault extends Words {
  readonly range: Range;
}

function* faultsOf(element: ProseElement): Generator<Fault> {
  const tag = quote(`<${element.name ?? ''}>`);
  const { nameRange: range } = element;
  const component = proseComponent(element.name);
  if (!component) {
    yield { range, ...unknown(element.name ?? '', tag, element.isClosed) };
    return;
  }
  yield* faultsOfAttributes(element, component.attributes, tag);
  if (component.stands === 'alone' && element.isInline && !isOnItsOwn(element)) {
    yield {
      range,
      message: `${tag} stands within a line`,
      help: 'Put it on a line of its own, with an empty line before and after it.',
    };
  }
  if (!component.encloses && !element.isEmpty) {
    const closed = `<${component.name}${component.attributes.map((name) => ` ${name}="…"`).join('')} />`;
    yield {
      range,
      message: `${tag} encloses text`,
      help: `Close it at once, as in \`${closed}\`, and write the text beside it.`,
    };
  }
}

/** @param isClosed whether its name stands there only once */
function unknown(name: string, tag: string, isClosed: boolean): Words {
  const names = proseComponents.map((component) => component.name);
  const near = nearest(name, names);
  const known = inWords(names.map((each) => `\`<${each}>\``));
  const markdown = Object.hasOwn(inMarkdown, name) ? inMarkdown[name] : undefined;
  if (markdown !== undefined) {
    return { message: `${tag} is HTML, which plans do without`, help: `In Markdown: ${markdown}.` };
  }
  const isHtml = /^[a-z]/.test(name);
  const isSpeltOtherwise = near && near.toLowerCase() === name.toLowerCase();
  const right = isClosed && (isSpeltOtherwise || !isHtml) ? meant(name, names) : undefined;
  return {
    message:
      isHtml && !isSpeltOtherwise
        ? `${tag} is HTML, which plans do without`
        : `${tag} is no component for plans`,
    help:
      near !== undefined && (isSpeltOtherwise || !isHtml)
        ? `Did you mean \`<${near}>\`?`
        : `Use Markdown instead, or one of ${known}.`,
    repair: right === undefined ? undefined : { write: right },
  };
}

/** What people write HTML for most often. */
const inMarkdown: Readonly<Record<string, string>> = {
  a: '`[text](https://…)`',
  b: '`**text**`',
  strong: '`**text**`',
  i: '`*text*`',
  em: '`*text*`',
  code: 'back quotes around the text',
  br: 'a backslash at the end of the line, or an empty line for a new paragraph',
  hr: '`---` on a line of its own, between empty lines',
  p: 'an empty line before and after the paragraph',
  ul: 'lines that begin with `- `',
  ol: 'lines that begin with `1. `',
  li: 'a line that begins with `- `',
  table: 'rows of cells between `|`',
};

function* faultsOfAttributes(
  element: ProseElement,
  wanted: readonly string[],
  tag: string,
): Generator<Fault> {
  const given = new Set<string>();
  let hasSpread = false;
  for (const attribute of element.attributes) {
    const { name, nameRange: range } = attribute;
    if (name === null) {
      // It may hold any of them; that it must not be there is for `prose-code` to say.
      hasSpread = true;
      continue;
    }
    if (!wanted.includes(name)) {
      yield {
        range,
        message: `${tag} has no attribute ${quote(name)}`,
        help: helpFor(name, wanted),
        repair: repairFor(name, wanted, element),
      };
    } else if (given.has(name)) {
      const message = `${quote(name)} of ${tag} is given twice`;
      yield { range, message, help: 'Keep the one that is meant.' };
    } else if (attribute.text === undefined && !attribute.isCode) {
      const message = `${quote(name)} of ${tag} has no value`;
      yield { range, message, help: `Write \`${name}="…"\`.` };
    }
    given.add(name);
  }
  const missing = wanted.filter((name) => !given.has(name));
  if (missing.length === 0 || hasSpread) return;
  yield {
    range: element.nameRange,
    message: `${tag} lacks its attribute ${inWords(missing.map(quote))}`,
    help: `Add ${inWords(missing.map((name) => `\`${name}="…"\``))}.`,
  };
}

function helpFor(name: string, wanted: readonly string[]): string {
  if (wanted.length === 0) return 'Delete it: this component takes none.';
  const near = nearest(name, wanted);
  if (near !== undefined) return `Did you mean ${quote(near)}?`;
  return `Delete it: this component takes ${inWords(wanted.map(quote))}.`;
}

/** The attribute that is meant, unless the component has it already. */
function repairFor(
  name: string,
  wanted: readonly string[],
  { attributes }: ProseElement,
): Repair | undefined {
  const given = attributes.map((other) => other.name);
  const right = meant(name, wanted);
  return right === undefined || given.includes(right) ? undefined : { write: right };
}

/** Whether its paragraph holds only components that stand alone: it is on a line of its own, to whoever reads it. */
function isOnItsOwn({ among }: ProseElement): boolean {
  return among.length > 0 && among.every((name) => proseComponent(name)?.stands === 'alone');
}
