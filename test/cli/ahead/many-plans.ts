import { join } from 'node:path';
import { portfolioOf } from '../../support/portfolio/index.ts';
import { folderWith } from '../../support/waypost.ts';

/** Files of plans: some in order, some with mistakes, some that cannot be read. */
export async function manyPlans(count: number): Promise<string[]> {
  const plans = portfolioOf(count).map((plan, index): [string, string] => {
    const { name } = plan;
    const content = name.endsWith('.mdx') ? `${plan.content}\nPlan ${index}.\n` : plan.content;
    if (index % 17 === 0) return [name, content.replace('customer:', 'customer: [')];
    if (index % 13 === 0) return [name, `${content}\n{code}\n\n* odd\n- style\n`];
    return [name, index % 5 === 0 ? content.replaceAll('sandbox', 'sand-box') : content];
  });
  const folder = await folderWith(Object.fromEntries(plans));
  return plans.map(([name]) => join(folder, name));
}
