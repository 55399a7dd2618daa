import { addDays, daysBetween } from '../../../src/lifecycle/dates.ts';

/** What is known while a plan is being written: which day it is, and which numbers are taken. */
export class Writing {
  readonly statusDate: string;
  readonly #numbering: Numbering;
  #documents = 0;

  constructor(statusDate: string, numbering: Numbering) {
    this.statusDate = statusDate;
    this.#numbering = numbering;
  }

  happened(date: string): boolean {
    return date <= this.statusDate;
  }

  /** The number of a document on what is dated `date`: given once that day has come, never before. */
  document(kind: string, date: string): string | undefined {
    this.#documents += 1;
    const number = this.#documents;
    if (!this.happened(date)) return undefined;
    if (this.#numbering === 'digits') return String(1000 + number);
    if (this.#numbering === 'zeros') return `00${number}`;
    return `${kind}-${number}`;
  }

  /** What is owed once a day has come, and may be given before. */
  owed<T>(date: string, value: T, early: boolean): T | undefined {
    return early || this.happened(date) ? value : undefined;
  }
}

export const numberings = ['words', 'digits', 'zeros'] as const;

export type Numbering = (typeof numberings)[number];

export function latestOf(first: string, ...others: readonly string[]): string {
  return others.reduce((latest, date) => (date > latest ? date : latest), first);
}

export function earliestOf(first: string, ...others: readonly string[]): string {
  return others.reduce((earliest, date) => (date < earliest ? date : earliest), first);
}

/** A day from `first` to `last`, where `position` from 0 to 1 says. */
export function between(first: string, last: string, position: number): string {
  return addDays(first, Math.round(Math.max(daysBetween(first, last), 0) * position));
}

export { addDays };
