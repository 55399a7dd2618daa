import type { List, ListItem } from 'mdast';
import { expect, test } from 'vitest';
import { rules } from '../../../src/rules/index.ts';
import { llmsText } from '../../../src/site/twins/llms.ts';
import { entryOf } from '../support/entries.ts';
import { nodesIn, said, sectionOf, understood } from '../support/markdown.ts';

const published = { title: 'Plans | of *Acme*', address: 'https://plans.example.com/base' };
const guides = [{ title: 'Overview', description: 'The way.', address: '/guides/overview/' }];

async function textOf(...plans: string[]) {
  const entries = await Promise.all(plans.map((plan) => entryOf(plan)));
  return llmsText({ entries, ...published }, guides);
}

test('is a title, a quote, and sections that are lists of links with notes', async () => {
  const { children } = understood(await textOf('customer: A\n'));
  const [title, quote, about, ...rest] = children;
  expect(title).toMatchObject({ type: 'heading', depth: 1 });
  expect(title && said(title)).toBe('Plans | of *Acme*');
  expect([quote?.type, about?.type]).toEqual(['blockquote', 'paragraph']);
  expect(rest.map(({ type }) => type).join(' ')).toMatch(/^(heading list ?)+$/);
  const items = rest.flatMap((node) => (node.type === 'list' ? node.children : []));
  for (const {
    children: [line],
  } of items) {
    expect(line?.type).toBe('paragraph');
    expect(nodesIn(line as ListItem['children'][number])[1]?.type).toBe('link');
  }
});

test('leads to the plans in Markdown, the guides and every rule', async () => {
  const tree = understood(
    await textOf('customer: "A ](javascript:x) | <b>"\nstatusDate: 2026-01-01\n'),
  );
  const linksOf = (title: string) =>
    sectionOf(tree, title)
      .flatMap(nodesIn)
      .flatMap((node) => (node.type === 'link' ? node.url : []));
  expect(linksOf('Plans')).toEqual([`${published.address}/plans/plan.md`]);
  expect(linksOf('Guides')).toEqual([`${published.address}/guides/overview/`]);
  expect(linksOf('Rules')).toEqual(rules.map(({ id }) => `${published.address}/rules/${id}/`));
  const [plans] = sectionOf(tree, 'Plans') as List[];
  expect(plans && said(plans)).toMatch(/^A \]\(javascript:x\) \| <b>: Before contract, 1 error$/);
});

test('a plan that cannot be read is listed as such', async () => {
  const tree = understood(await textOf('customer: [\n'));
  expect(sectionOf(tree, 'Plans').map(said)).toEqual(['plan: cannot be read, 1 error']);
});
