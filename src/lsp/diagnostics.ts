import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { printable } from '../lifecycle/words.ts';
import type { Finding, Place } from '../lint/finding.ts';
import type { OpenPlan } from './open-plan.ts';
import type { Verdict } from './project.ts';
import type { Entry } from './workspace.ts';

/** Who says so, beside each diagnostic. */
export const source = 'waypost';

/** A verdict as editors show it. That there is none is an error, never silence. */
export function diagnosticsOf(entry: Entry, verdict: Verdict): Diagnostic[] {
  if ('unknown' in verdict) return [unknown(entry.plan, verdict.unknown)];
  return verdict.findings.map((finding) => diagnosticOf(entry, finding));
}

/** A finding as editors show it. An accepted deviation stays visible, as information. */
export function diagnosticOf({ plan, project }: Entry, finding: Finding): Diagnostic {
  const { rule, message, help, related, url } = finding;
  return {
    range: plan.placed(finding),
    severity: severityOf(finding),
    code: rule,
    ...(isWebAddress(url) && { codeDescription: { href: url } }),
    source,
    message: `${acceptanceOf(finding)}${message}\n${help}`,
    relatedInformation: related.map((place) => ({
      location: locationOf(plan, project.root, place),
      message: place.message,
    })),
  };
}

/** Whether an address can be opened as it is: without a site's address, those of rules cannot. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//.test(address);
}

function severityOf({ waived, severity }: Finding): DiagnosticSeverity {
  if (waived) return DiagnosticSeverity.Information;
  return severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
}

function acceptanceOf({ waived }: Finding): string {
  if (!waived) return '';
  const { approved, until } = waived;
  const approvedBy = printable(waived.approvedBy);
  return `Accepted by ${approvedBy} on ${approved}${until ? `, until ${until}` : ''}: `;
}

function unknown(plan: OpenPlan, reason: string): Diagnostic {
  return {
    range: plan.span({ start: 0, end: 0 }),
    severity: DiagnosticSeverity.Error,
    source,
    message: `Whether this plan is in order is unknown\n${reason}`,
  };
}

function locationOf(plan: OpenPlan, root: string, place: Place) {
  if (place.file === plan.file.file) return { uri: plan.uri, range: plan.placed(place) };
  const uri = pathToFileURL(join(root, place.file)).href;
  const { line, column, endLine, endColumn } = place;
  return {
    uri,
    range: {
      start: { line: line - 1, character: column - 1 },
      end: { line: endLine - 1, character: endColumn - 1 },
    },
  };
}
