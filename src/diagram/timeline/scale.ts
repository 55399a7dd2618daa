import { addDays, daysBetween } from '../../lifecycle/dates.ts';

/** Where days lie on the drawing: the same width for each. */
export class Scale {
  readonly start: string;
  readonly end: string;
  /** Left end of the axis, in SVG units. */
  readonly left: number;
  /** Length of the axis, in SVG units. */
  readonly width: number;
  readonly #days: number;

  constructor(start: string, end: string, left: number, width: number) {
    this.start = start;
    this.end = end;
    this.left = left;
    this.width = width;
    this.#days = daysBetween(start, end);
  }

  get right(): number {
    return this.left + this.width;
  }

  /** The place of a day, in SVG units. */
  x(date: string): number {
    return this.left + (daysBetween(this.start, date) / this.#days) * this.width;
  }

  /** The day at a place; the inverse of {@link Scale.x}. */
  date(x: number): string {
    return addDays(this.start, Math.round(((x - this.left) / this.width) * this.#days));
  }
}
