/** The components that the prose of a plan may use: the one list that rules, site and guides go by. */

/** What writers may put into prose besides Markdown. */
export interface ProseComponent {
  readonly name: string;
  /** Its attributes. Each is needed, and is plain text: `of="goLive"`. */
  readonly attributes: readonly string[];
  /** Within a line, or on lines of its own. */
  readonly stands: 'inline' | 'alone';
  /** Whether it encloses text. */
  readonly encloses: boolean;
  /** What a reader sees, in one line. */
  readonly shows: string;
}

export const proseComponents = [
  {
    name: 'Date',
    attributes: ['of'],
    stands: 'inline',
    encloses: false,
    shows: 'a date of the plan, by its path',
  },
  {
    name: 'Environment',
    attributes: ['id'],
    stands: 'inline',
    encloses: false,
    shows: 'the name of an environment or instance, linked to its section',
  },
  {
    name: 'EnvironmentDiagram',
    attributes: [],
    stands: 'alone',
    encloses: false,
    shows: 'the environments and how they come from one another',
  },
  {
    name: 'Timeline',
    attributes: [],
    stands: 'alone',
    encloses: false,
    shows: 'the plan on a time axis',
  },
  {
    name: 'Note',
    attributes: [],
    stands: 'alone',
    encloses: true,
    shows: 'a box for something worth knowing',
  },
  {
    name: 'Warning',
    attributes: [],
    stands: 'alone',
    encloses: true,
    shows: 'a box for something that can go wrong',
  },
] as const satisfies readonly ProseComponent[];

export type ProseComponentName = (typeof proseComponents)[number]['name'];

/** The component with this name, if prose may use it. */
export function proseComponent(
  name: string | null,
): (ProseComponent & { readonly name: ProseComponentName }) | undefined {
  return proseComponents.find((component) => component.name === name);
}
