import { styleText } from 'node:util';
import type { Style } from './report.ts';

/** Shows a text of a report in one of the colors that it has for something. */
export type Paint = (
  format: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'green',
  text: string,
) => string;

/** Whether there is color has been decided before: where a report goes to, it does not know. */
export function painter({ color }: Style): Paint {
  return (format, text) => (color ? styleText(format, text, { validateStream: false }) : text);
}
