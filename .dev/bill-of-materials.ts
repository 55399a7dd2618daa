import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.ts';

/** What users install, as CycloneDX. */
export interface Bill {
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
}

interface Component {
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn: readonly string[];
}

/**
 * The bill of materials, from the lock alone.
 *
 * @throws {Error} where npm fails
 */
export function billOfMaterials(): Bill {
  // Asked to leave out development, npm also leaves out packages that both sides need, such as `zod`.
  const everything = execFileSync(
    'npm',
    ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const bill: Bill = JSON.parse(everything);
  const inBundle = withDependencies(bill, directly(bill, bundled));
  const left = new Set(
    bill.components
      .filter(isForDevelopment)
      .map((one) => one['bom-ref'])
      .filter((ref) => !inBundle.has(ref)),
  );
  const components = bill.components.filter((one) => !left.has(one['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => !left.has(ref))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: dependsOn.filter((other) => !left.has(other)),
    }));
  return { ...bill, components, dependencies };
}

/** The name that a package is installed by. */
export function nameOf({ group, name }: Component): string {
  return group && !name.startsWith('@') ? `${group}/${name}` : name;
}

function isForDevelopment({ properties = [] }: Component): boolean {
  return properties.some(
    ({ name, value }) => name === 'cdx:npm:package:development' && value === 'true',
  );
}

/** Of several versions of a package, this one's own is what it depends on itself. */
function directly({ components, dependencies }: Bill, names: readonly string[]): string[] {
  const known = new Set(components.map((one) => one['bom-ref']));
  const own = dependencies.find(({ ref }) => !known.has(ref))?.dependsOn ?? [];
  return components
    .filter((one) => names.includes(nameOf(one)) && own.includes(one['bom-ref']))
    .map((one) => one['bom-ref']);
}

function withDependencies({ dependencies }: Bill, refs: readonly string[]): ReadonlySet<string> {
  const all = new Set(refs);
  // A set goes on with what is added to it meanwhile.
  for (const ref of all) {
    for (const other of dependencies.find((one) => one.ref === ref)?.dependsOn ?? [])
      all.add(other);
  }
  return all;
}
