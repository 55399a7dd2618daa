import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver/node';
import type { Finding, Fix } from '../lint/finding.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { Entry, Workspace } from './workspace.ts';

/** The findings within a range that have one right answer, each with that answer. */
export async function fixesIn(
  workspace: Workspace,
  entry: Entry,
  range: Range,
): Promise<CodeAction[]> {
  const verdict = await workspace.verdict(entry);
  if ('unknown' in verdict) return [];
  const { plan } = entry;
  const [start, end] = [plan.offset(range.start), plan.offset(range.end)];
  return verdict.findings.flatMap((finding) => {
    if (!finding.fix || finding.waived) return [];
    const from = plan.offset(plan.placed(finding).start);
    const to = plan.offset(plan.placed(finding).end);
    return from <= end && start <= to ? [quickFix(entry, finding, finding.fix)] : [];
  });
}

function quickFix(entry: Entry, finding: Finding, { title, edits }: Fix): CodeAction {
  const { plan } = entry;
  const changes = edits.map(({ text, ...place }) => ({ range: plan.span(place), newText: text }));
  const textDocument = { uri: plan.uri, version: plan.version };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(entry, finding)],
    isPreferred: true,
    edit: { documentChanges: [{ textDocument, edits: changes }] },
  };
}
