import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What npm knows against the packages of the lock; or why nobody could be asked. */
export type Audit = { readonly known: readonly Vulnerability[] } | { readonly unasked: string };

export interface Vulnerability {
  readonly name: string;
  readonly severity: string;
  /** What there is to read about it. */
  readonly advisories: readonly string[];
}

/** The part of `npm audit --json` that is asked for here. */
interface Report {
  readonly auditReportVersion?: number;
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, Reported>>;
}

interface Reported {
  readonly name: string;
  readonly severity: string;
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
}

/**
 * Asks the registry about all packages of the lock, those for development included.
 *
 * @throws {Error} where npm tells neither what is known nor why it could not ask
 */
export function audit(): Audit {
  const { stdout } = spawnSync('npm', ['audit', '--package-lock-only', '--json'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { auditReportVersion, message, vulnerabilities }: Report = JSON.parse(stdout || '{}');
  if (message !== undefined) return { unasked: message };
  if (auditReportVersion !== 2 || !vulnerabilities) {
    throw new Error('`npm audit` gave no report that is known here');
  }
  const known = Object.values(vulnerabilities).map(({ name, severity, via }) => ({
    name,
    severity,
    advisories: via.flatMap((each) =>
      typeof each === 'string' ? [] : [`${each.title} (${each.url})`],
    ),
  }));
  // Of the others, something is known against what they need.
  return { known: known.filter(({ advisories }) => advisories.length > 0) };
}
