/**
 * `npm run audit`: fails where something is known against a package that users install. Where the registry
 * cannot be asked, it says so, and nothing is held against anybody.
 */
import { billOfMaterials, nameOf } from './bill-of-materials.ts';
import { audit, type Vulnerability } from './vulnerabilities.ts';

const result = audit();
if ('unasked' in result) {
  process.stderr.write(
    `Nobody could be asked about known vulnerabilities: ${result.unasked}\nAsk again before the release is passed on.\n`,
  );
} else {
  const installed = new Set(billOfMaterials().components.map(nameOf));
  const own = result.known.filter(({ name }) => installed.has(name));
  const others = result.known.filter(({ name }) => !installed.has(name));
  tell('Users install these packages, against which something is known:', own);
  tell('Something is known against packages that only development needs:', others);
  if (own.length > 0) process.exitCode = 1;
  else process.stderr.write('Nothing is known against any package that users install.\n');
}

function tell(title: string, vulnerabilities: readonly Vulnerability[]): void {
  if (vulnerabilities.length === 0) return;
  const lines = vulnerabilities.map(({ name, severity, advisories }) =>
    [`  ${name} (${severity})`, ...advisories.map((advisory) => `    ${advisory}`)].join('\n'),
  );
  process.stderr.write(`${title}\n${lines.join('\n')}\n`);
}
