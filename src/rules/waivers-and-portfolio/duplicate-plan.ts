import type { Plan } from '../../lifecycle/plan.ts';
import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'duplicate-plan',
  severity: 'error',
  title: 'A plan’s id is its own',
  why: 'The id names the customer’s pages. With two files of one name, only one of them could be shown, and on some machines one would overwrite the other.',
  remedy: 'Rename one of the files, or remove the copy.',
  examples: () => ({
    bad: [
      {
        title: 'A copy in the other notation',
        text: text`
          «customer»: Quillon Bay Research
        `,
        beside: [{ file: 'example.mdx', text: 'customer: Quillon Bay Research\n' }],
        finds: ['Another file has the plan id `example` already'],
      },
    ],
    good: [
      {
        text: text`
          customer: Quillon Bay Research
        `,
        beside: [
          text`
            customer: Quillon Point Research
          `,
        ],
      },
    ],
  }),
  checkAll(plans, report) {
    const first = new Map<string, Plan>();
    for (const plan of plans) {
      // Some disks take names for one that differ in capitals, or in how an accent is put on a letter.
      const id = plan.id.normalize().toLowerCase();
      const known = first.get(id);
      if (!known) {
        first.set(id, plan);
        continue;
      }
      report.record(plan.facts, {
        message: `Another file has the plan id ${quote(known.id)} already`,
        help: 'Give each plan a file name of its own; capitals and the ending make no difference.',
        related: [{ record: known.facts, message: 'The first file is this one' }],
      });
    }
  },
});
