import type { PlanEvent } from '../../lifecycle/events.ts';
import { fullDate } from '../dates.ts';
import type { Span } from './lanes.ts';
import type { MarkWords } from './marks.ts';
import type { PlacedBar, PlacedLabel, PlacedMark } from './placed.ts';
import type { Scale } from './scale.ts';
import { fitted, sizes, widthOf } from './text.ts';
import { firstFree, Track } from './track.ts';

const trackHeight = 15;

/** How large marks are drawn: in full, or smaller where they stand on thin bars. */
export type MarkSize = 'full' | 'small';

/** Half the room of a mark: two that stand side by side are seen apart. */
const reaches: Readonly<Record<MarkSize, number>> = { full: 6.5, small: 5 };

/** From a mark or bar to the text beside it. */
export const gap = 3;

/** The widest name beside a mark or bar; a date may come before it. */
export const widestName = 180;

/** What a lane is filled on: tracks below each other, on which nothing overlaps. Lengths are in SVG units. */
export class Sheet {
  readonly scale: Scale;
  readonly words: MarkWords;
  readonly size: MarkSize;
  readonly bars: PlacedBar[] = [];
  readonly marks: PlacedMark[] = [];
  readonly labels: PlacedLabel[] = [];
  /** The tracks in use; further ones are added at the end. */
  tracks: Track[] = [];
  /** The upper edge of the first track. */
  top: number;

  constructor(scale: Scale, words: MarkWords, size: MarkSize, top: number) {
    this.scale = scale;
    this.words = words;
    this.size = size;
    this.top = top;
  }

  get reach(): number {
    return reaches[this.size];
  }

  /** The lower edge of the last track. */
  get bottom(): number {
    return this.top + this.tracks.length * trackHeight;
  }

  /** The line through the middle of a track. */
  middle(track: number): number {
    return this.top + (track + 0.5) * trackHeight;
  }

  bar(span: Span, y: number, height: number): void {
    this.bars.push({ span, y, height });
  }

  mark(event: PlanEvent, y: number): void {
    const sign = this.words.signOf(event);
    this.marks.push({ event, sign, size: this.size, x: this.scale.x(event.date), y });
  }

  label(text: string, x: number, y: number, anchor: PlacedLabel['anchor']): void {
    this.labels.push({ text, x, y, anchor });
  }

  /** Begins anew below what is there: nothing is put on the tracks above any more. */
  closeTracks(): void {
    this.top = this.bottom;
    this.tracks = [];
  }

  /** Puts marks on as few tracks as they need; then names them where there is room. */
  placeMarks(events: readonly PlanEvent[]): void {
    const placed = events.map((event) => {
      const x = this.scale.x(event.date);
      const track = this.#take(
        firstFree(this.tracks, x - this.reach, x + this.reach),
        x - this.reach,
        x + this.reach,
      );
      this.mark(event, this.middle(track));
      return { event, track, sides: { left: x - this.reach - gap, right: x + this.reach + gap } };
    });
    for (const { event, track, sides } of placed) {
      const name = this.words.shortNameOf(event);
      if (name === undefined) continue;
      const short = fitted(name, sizes.label, widestName);
      const dated = `${fullDate(event.date)} ${short}`;
      if (!this.#isNamed(dated, track, sides)) this.#isNamed(short, track, sides);
    }
  }

  /**
   * Puts something that reaches from one place to another on a track, with its name on whichever side
   * it fits further up; without its name where it fits on neither.
   *
   * @returns the index of the track
   */
  placeNamed(from: number, to: number, text: string): number {
    const width = gap + widthOf(text, sizes.label);
    const right = { from, to: to + width, track: firstFree(this.tracks, from, to + width) };
    const left = { from: from - width, to, track: firstFree(this.tracks, from - width, to) };
    const fitsRight = right.to <= this.scale.right;
    const fitsLeft = left.from >= this.scale.left;
    if (fitsRight && (!fitsLeft || right.track <= left.track)) {
      this.#take(right.track, right.from, right.to);
      this.label(text, to + gap, this.middle(right.track), 'start');
      return right.track;
    }
    if (fitsLeft) {
      this.#take(left.track, left.from, left.to);
      this.label(text, from - gap, this.middle(left.track), 'end');
      return left.track;
    }
    return this.#take(firstFree(this.tracks, from, to), from, to);
  }

  #take(index: number, from: number, to: number): number {
    this.tracks[index] ??= new Track();
    this.tracks[index].take(from, to);
    return index;
  }

  #isNamed(text: string, index: number, { left, right }: { left: number; right: number }): boolean {
    const track = this.tracks[index];
    const width = widthOf(text, sizes.label) + gap;
    if (track && right + width <= this.scale.right && track.isFree(right, right + width)) {
      track.take(right, right + width);
      this.label(text, right, this.middle(index), 'start');
      return true;
    }
    if (track && left - width >= this.scale.left && track.isFree(left - width, left)) {
      track.take(left - width, left);
      this.label(text, left, this.middle(index), 'end');
      return true;
    }
    return false;
  }
}
