import type { CompletionItem } from 'vscode-languageserver/node';
import type { Range } from '../source/text.ts';

/** Something that may be written at the cursor. */
export interface Offer extends Pick<CompletionItem, 'label' | 'kind' | 'detail' | 'preselect'> {
  /** What is written; the label where it is left out. */
  readonly text?: string;
  /** What it means, as Markdown. */
  readonly meaning?: string;
}

/** What may be written at a place. */
export interface Offers {
  /** What stands there already. */
  readonly replaced: Range;
  readonly offers: readonly Offer[];
}
