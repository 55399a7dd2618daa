import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../lint/package-folder.ts';
import { version } from '../version.ts';

/** Where a repository may be checked. */
export const services = ['github', 'gitlab', 'none'] as const;

export type Service = (typeof services)[number];

/** A file of a repository of plans, by its path there. */
export interface StarterFile {
  readonly file: string;
  readonly text: string;
}

/** What a repository of plans begins with, the plans aside. */
export function starterFiles(service: Service): StarterFile[] {
  const checks = workflows[service];
  return [
    { file: 'package.json', text: packageJson() },
    { file: '.gitignore', text: template('gitignore') },
    { file: 'waypost.config.yaml', text: template('waypost.config.yaml') },
    { file: '.pre-commit-config.yaml', text: preCommit() },
    { file: '.vscode/settings.json', text: template('vscode-settings.json') },
    { file: '.vscode/extensions.json', text: template('vscode-extensions.json') },
    ...(checks ? [{ file: checks.file, text: template(checks.template) }] : []),
  ];
}

/** Where each service looks for what it is to do. */
const workflows = {
  github: { file: '.github/workflows/plans.yml', template: 'github-workflow.yml' },
  gitlab: { file: '.gitlab-ci.yml', template: 'gitlab-ci.yml' },
  none: undefined,
} as const satisfies Record<Service, { file: string; template: string } | undefined>;

function packageJson(): string {
  const manifest = {
    private: true,
    scripts: {
      start: 'waypost dev',
      lint: 'waypost lint',
      build: 'waypost build',
      preview: 'waypost preview',
    },
    devDependencies: { waypost: version() },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The hook as it is published, run by the package that is installed. */
function preCommit(): string {
  const hook = fileOfPackage('.pre-commit-hooks.yaml').trimEnd().replace(/^/gm, '      ');
  return `repos:\n  - repo: local\n    hooks:\n${hook}\n`;
}

function template(name: string): string {
  return fileOfPackage(join('src/cli/templates', name));
}

function fileOfPackage(path: string): string {
  return readFileSync(join(packageFolder, path), 'utf8');
}
