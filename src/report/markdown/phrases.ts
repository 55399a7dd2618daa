import type { PhrasingContent } from 'mdast';
import { stretches } from '../../lifecycle/stretches.ts';
import { inert } from './inert.ts';
import { code, text } from './nodes.ts';

/** A message for GitHub; what stands in back quotes is code, in which nothing means anything. */
export function phrases(message: string): PhrasingContent[] {
  return stretches(message).map((stretch) =>
    stretch.code ? code(stretch.text) : text(inert(stretch.text)),
  );
}
