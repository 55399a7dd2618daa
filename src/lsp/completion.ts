import { type CompletionItem, MarkupKind } from 'vscode-languageserver/node';
import { offersInData } from './data-offers.ts';
import { offersInProse } from './prose-offers.ts';
import type { Entry } from './workspace.ts';

/** What may be written at an offset, in the order in which the format has it. */
export async function completionsAt(
  { plan, project }: Entry,
  offset: number,
): Promise<CompletionItem[]> {
  const found = plan.dataAt(offset)
    ? offersInData(plan, offset, await project.address())
    : offersInProse(plan, offset);
  if (!found) return [];
  const range = plan.span(found.replaced);
  return found.offers.map(({ label, text = label, meaning, ...offer }, index) => ({
    ...offer,
    label,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText: text },
    ...(meaning && { documentation: { kind: MarkupKind.Markdown, value: meaning } }),
  }));
}
