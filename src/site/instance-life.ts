import { fullDate } from '../diagram/dates.ts';
import { type Spans, valueOn } from '../lifecycle/spans.ts';
import type { Ending, State } from '../lifecycle/state.ts';

/** What must be known of an instance to say how it stands on any day; the pages carry it as JSON. */
export interface InstanceLife {
  readonly statusDate: string | undefined;
  readonly states: Spans<State | undefined>;
  readonly releases: Spans<string | undefined>;
  readonly endsBy: Ending['by'] | undefined;
  /** Under change control a release is another only after an upgrade that the plan has. */
  readonly controlled: boolean;
}

/** How an instance stands on a day. */
export interface Standing {
  readonly state: State | 'undated';
  /** Whether it stands so only as far as the plan foresees. */
  readonly isForeseen: boolean;
  readonly stateWords: string;
  readonly releaseWords: string;
}

/** The sorts of instances that a reader can choose from. */
export const standings = [
  { id: 'exists', name: 'In use' },
  { id: 'planned', name: 'Planned' },
  { id: 'ended', name: 'Ended' },
  { id: 'undated', name: 'Not dated' },
] as const;

/** How an instance stands on a day; on its plan's status date where none is given. */
export function standingOn(life: InstanceLife, chosen: string | undefined): Standing {
  const { statusDate, states, endsBy } = life;
  const day = chosen ?? statusDate;
  const state = day === undefined ? undefined : valueOn(states, day);
  const isForeseen = isAfter(day, statusDate) && state !== undefined && state !== 'planned';
  const word = stateWord(state, endsBy);
  return {
    state: state ?? 'undated',
    isForeseen,
    stateWords: isForeseen ? `${word}, as planned` : word,
    releaseWords: releaseWords(life, day),
  };
}

/** Which day a table shows. */
export function dayWords(chosen: string | undefined): string {
  return chosen === undefined
    ? 'Each customer’s instances as of the status date of its plan.'
    : `As of ${fullDate(chosen)}: facts up to the status date of each plan, and what it plans after that.`;
}

/** What a page calls a state. */
export function stateWord(state: State | undefined, endsBy: Ending['by'] | undefined): string {
  if (state === 'ended') return endsBy === 'promotion' ? 'Promoted' : 'Destroyed';
  return standings.find(({ id }) => id === (state ?? 'undated'))?.name ?? '';
}

/** A plan keeps former releases of what is under change control alone: of the others it knows one. */
function releaseWords({ statusDate, releases, controlled }: InstanceLife, day?: string): string {
  const release = valueOn(releases, day);
  if (release === undefined) return '–';
  if (statusDate === undefined || day === statusDate) return release;
  if (!controlled) return `${release} on ${fullDate(statusDate)}`;
  const isForeseen = isAfter(day, statusDate) && release !== valueOn(releases, statusDate);
  return isForeseen ? `${release}, as planned` : release;
}

function isAfter(day: string | undefined, statusDate: string | undefined): boolean {
  return day !== undefined && statusDate !== undefined && day > statusDate;
}
