/** A line of the table: what is measured, what stands beside it, and what it is to reach. */
export interface Row {
  readonly what: string;
  readonly figure: Measurement;
  /** The least that it could take, whoever writes it; or the figure that it is a part of. */
  readonly floor?: Measurement & { readonly name: string };
  /** At most so many times the floor, or so many of the figure's own unit. */
  readonly reach: { readonly ratio: number } | { readonly most: number };
  readonly unit: 'ms' | 'MB';
}

export interface Measurement {
  /** Done before every run, and not measured. */
  readonly before?: () => void | Promise<void>;
  readonly run: () => Promise<number>;
}

export const headings = ['what', 'figure', 'floor', 'ratio', 'reach', 'met'];

/** Measures a figure and its floor in turn, so that a busy moment of the machine befalls both. */
export async function measured(row: Row, runs: number): Promise<string[]> {
  const { what, figure, floor, reach, unit } = row;
  const figures: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < runs; run++) {
    if (floor) floors.push(await once(floor));
    figures.push(await once(figure));
  }
  const ratio = floor && median(figures) / median(floors);
  const met = 'most' in reach ? median(figures) <= reach.most : (ratio ?? 0) <= reach.ratio;
  return [
    what,
    shown(figures, unit),
    floor ? `${floor.name}: ${shown(floors, unit)}` : '',
    ratio?.toFixed(2) ?? '',
    'most' in reach ? `<= ${reach.most} ${unit}` : `<= ${reach.ratio} x`,
    met ? 'yes' : 'NO',
  ];
}

async function once({ before, run }: Measurement): Promise<number> {
  await before?.();
  return run();
}

/** The median, and how far the runs lie apart. */
function shown(figures: readonly number[], unit: Row['unit']): string {
  const digits = median(figures) < 10 ? 1 : 0;
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  return `${median(figures).toFixed(digits)} ${unit} (${least.toFixed(digits)}-${most.toFixed(digits)})`;
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [upper = 0, lower = upper] = [sorted[middle], sorted[sorted.length - 1 - middle]];
  return (lower + upper) / 2;
}
