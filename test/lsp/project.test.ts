import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnosticsOf } from '../../src/lsp/diagnostics.ts';
import { homeOf } from '../../src/lsp/home.ts';
import { OpenPlan } from '../../src/lsp/open-plan.ts';
import { Project } from '../../src/lsp/project.ts';
import { rule } from '../../src/rules/rule.ts';
import { changed } from '../support/plans.ts';
import { folderWith } from '../support/waypost.ts';

const text = changed('planned');

const broken = rule({
  id: 'broken',
  severity: 'error',
  title: 'A rule that fails',
  why: 'It is a mistake of the program.',
  remedy: 'None.',
  examples: () => ({ bad: [], good: [] }),
  check() {
    throw new Error('it broke');
  },
});

test('where a rule fails the plan is not in order but unknown, and that is logged once', async () => {
  const logged: string[] = [];
  const root = await folderWith({});
  const project = new Project(root, {
    warn: () => {},
    log: (message) => logged.push(message),
    rules: [broken],
  });
  const plan = new OpenPlan({ uri: 'untitled:1', version: 1, text }, 'a.yaml');
  const home = { root, path: undefined, shown: 'a.yaml', together: false };
  for (let keystroke = 0; keystroke < 2; keystroke++) {
    const verdict = await project.verdict(plan.file, home);
    expect(diagnosticsOf({ plan, home, project }, verdict)).toMatchObject([
      {
        severity: 1,
        message: expect.stringContaining('The rule broken failed on a.yaml: it broke'),
      },
    ]);
  }
  expect(logged).toEqual(['The rule broken failed on a.yaml: it broke']);
});

test.each([
  ['/repo/a/content/plans/b.yaml', '/repo/a', 'content/plans/b.yaml', true],
  ['/repo/a/content/plans/deep/b.mdx', '/repo/a', 'content/plans/deep/b.mdx', true],
  [
    '/repo/a/content/plans/a/content/plans/b.yaml',
    '/repo/a/content/plans/a',
    'content/plans/b.yaml',
    true,
  ],
  ['/repo/a/content/plans/b.yml', '/repo/a', 'content/plans/b.yml', true],
  ['/repo/a/drafts/b.yaml', '/repo/a', 'drafts/b.yaml', false],
  ['/elsewhere/b.yaml', '/elsewhere', 'b.yaml', false],
])('%s belongs to %s', (path, root, shown, together) => {
  const document = { uri: `file://${path}`, languageId: 'yaml', text };
  expect(homeOf(document, ['/repo/a'])).toEqual({ root, path: join(path), shown, together });
});

test.each([
  'file:///repo/a/readme.yml',
  'file:///repo/a/readme.md',
  'file:///repo/a/content/plans/plan.pdf',
  'git:/repo/a/content/plans/b.yaml',
  'https://example.com/content/plans/b.yaml',
  'nothing',
])('%s is no plan of this machine', (uri) => {
  expect(homeOf({ uri, languageId: 'yaml', text }, ['/repo/a'])).toBeUndefined();
});
