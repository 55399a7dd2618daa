import type { ArtifactLocation, Location, Log, ReportingDescriptor, Result, Run } from 'sarif';
import type { Finding, Place } from '../lint/finding.ts';
import { membersOf, rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { Lines } from '../source/text.ts';
import { version } from '../version.ts';
import { acceptanceOf } from './acceptance.ts';
import { fingerprints } from './fingerprint.ts';
import { type Checked, pathInRepository, type Surroundings } from './report.ts';

/**
 * SARIF 2.1.0, with what GitHub's code scanning asks for besides the standard. Accepted deviations are
 * suppressed results that carry their reason.
 */
export function sarif({ files, findings, failed }: Checked, surroundings: Surroundings): string {
  const names = fingerprints(findings);
  const lines = new Map(files.map((file) => [file.file, file.lines]));
  const descriptors = descriptorsFor(findings);
  const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));
  const results: Result[] = findings.map((finding, index) => ({
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule) ?? -1,
    level: finding.severity,
    message: { text: messageOf(finding) },
    locations: [location(finding, surroundings)],
    relatedLocations: finding.related.map((other, id) => ({
      id,
      ...location(other, surroundings),
      message: { text: linkless(other.message) },
    })),
    partialFingerprints: { primaryLocationLineHash: `${names[index]}:1` },
    suppressions: suppressionsOf(finding),
    ...fixesOf(finding, lines.get(finding.file), surroundings),
  }));
  const run: Run = {
    tool: { driver: { name: 'Waypost', semanticVersion: version(), rules: descriptors } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: !failed }],
    results,
  };
  const log: Log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** All rules, and those members of a family that were met: GitHub lists a finding under its rule's name. */
function descriptorsFor(findings: readonly Finding[]) {
  const urls = new Map(findings.map(({ rule, url }) => [rule, url]));
  return rules.flatMap((rule) => {
    const members = membersOf(rule).filter((id) => urls.has(id));
    return [rule.id, ...members].map((id) => descriptor(rule, id, urls.get(id)));
  });
}

function descriptor(
  { title, why, remedy, severity }: Rule,
  id: string,
  url: string | undefined,
): ReportingDescriptor {
  const help = `${why} ${remedy}`;
  return {
    id,
    name: id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: help, markdown: `${why}\n\n**What to do:** ${remedy}` },
    ...(url?.startsWith('http') && { helpUri: url }),
    defaultConfiguration: { level: severity },
    properties: {
      precision: 'very-high',
      'problem.severity': severity,
      tags: ['lifecycle'],
    },
  };
}

/** What is wrong first: where space is short, only the first sentence is shown. */
function messageOf({ message, help, related }: Finding): string {
  const others = related.map((other, id) => ` [${linkless(other.message)}](${id}).`);
  return `${linkless(message)}. ${linkless(help)}${others.join('')}`;
}

/** In SARIF's plain text, brackets are links unless they are escaped. */
function linkless(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

function location(place: Place, surroundings: Surroundings): Location {
  const { file, line, column, endLine, endColumn } = place;
  return {
    physicalLocation: {
      artifactLocation: artifact(file, surroundings),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

function artifact(file: string, surroundings: Surroundings): ArtifactLocation {
  const path = pathInRepository(file, surroundings);
  return { uri: path.split('/').map(encodeURIComponent).join('/') };
}

function fixesOf(
  { file, fix }: Finding,
  lines: Lines | undefined,
  surroundings: Surroundings,
): Pick<Result, 'fixes'> {
  if (!fix || !lines) return {};
  const replacements = fix.edits.map(({ start, end, text }) => {
    const [from, to] = [lines.position(start), lines.position(end)];
    const { line: startLine, column: startColumn } = from;
    const { line: endLine, column: endColumn } = to;
    return {
      deletedRegion: { startLine, startColumn, endLine, endColumn },
      insertedContent: { text },
    };
  });
  const artifactLocation = artifact(file, surroundings);
  const description = { text: linkless(fix.title) };
  return { fixes: [{ description, artifactChanges: [{ artifactLocation, replacements }] }] };
}

function suppressionsOf({ waived }: Finding): NonNullable<Result['suppressions']> {
  if (!waived) return [];
  return [{ kind: 'inSource', status: 'accepted', justification: acceptanceOf(waived) }];
}
