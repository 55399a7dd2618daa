import { expect, test } from 'vitest';
import { madeDuring, makers, regularExpressions, type Written } from './regular-expressions.ts';

/**
 * Those that could take long for a text which they are never given, and why they are not. Hostile text
 * must not reach any of them at length.
 */
const accepted: Readonly<Record<string, string>> = {
  'src/cli/completion/candidates.ts': 'names of our own arguments',
  'src/diagram/environments/shape.ts': 'a drawing that mermaid has made, of labels without markup',
  'src/diagram/mermaid/escape.ts':
    'mermaid text of our own, in which every label stands on one line',
  'src/diagram/mermaid/grounds.ts': 'a drawing that mermaid has made: each tag is closed',
  'src/diagram/mermaid/purge.ts': 'numbers in a drawing that mermaid has made',
  'src/diagram/mermaid/stand-ins.ts': 'a drawing that mermaid has made: each tag is closed',
  'src/lifecycle/vocabulary.ts': 'at most 200 characters',
  'src/lint/configuration.ts': 'an address in the configuration of the site',
  'src/lint/plan-site.ts': 'names of our own pages',
  'src/lsp/data-offers.ts': 'begins at a separator, and none is in the word that follows',
  'src/lsp/prose-offers.ts': 'one tag of prose, asked for once when something is completed there',
  'src/site/build/script-files.ts': 'pages of our own, and names of modules',
  'src/site/prose/tame.ts': 'one expression of prose that has been read: no more than a passage',
  'src/site/links.ts': 'an address in the configuration of the site',
  'src/source/prose-errors.ts':
    'begins at the beginning, and each part ends at the next back quote',
};

// Its other engines are programs of their own, which not every platform has.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/** The checker also tries what it suspects, against the clock: only what it finds twice is held to be so. */
function isSafe({ source, flags }: Pick<Written, 'source' | 'flags'>): boolean {
  const seemsSafe = () => checkSync(source, flags, { timeout: 120_000 }).status === 'safe';
  return seemsSafe() || seemsSafe();
}

test('the checker knows what is not safe', () => {
  expect(isSafe({ source: '^(a+)+$', flags: '' })).toBe(false);
  expect(isSafe({ source: '\\s+$', flags: '' })).toBe(false);
  expect(isSafe({ source: '^a+$', flags: '' })).toBe(true);
});

test('no text makes a regular expression take very long', { timeout: 300_000 }, () => {
  const all = regularExpressions();
  expect(all.length).toBeGreaterThan(200);
  const unsafe = all.filter((regex) => !Object.hasOwn(accepted, regex.file) && !isSafe(regex));
  expect(unsafe).toEqual([]);
});

test('each that is accepted is still there', () => {
  const files = new Set(regularExpressions().map(({ file }) => file));
  expect(Object.keys(accepted).filter((file) => !files.has(file))).toEqual([]);
});

test('nor one that is made of texts', { timeout: 590_000 }, async () => {
  const made = await madeDuring(async () => {
    for (const file of makers())
      await import(/* @vite-ignore */ new URL(`../../${file}`, import.meta.url).href);
    const { PlanSite } = await import('../../src/lint/plan-site.ts');
    new PlanSite([]).page('/');
  });
  expect([...new Set(made.map(({ file }) => file))].sort()).toEqual(makers());
  expect(made.filter((regex) => !isSafe(regex))).toEqual([]);
});
