import { type DateInPlan, datesOf } from '../../lifecycle/date-at.ts';
import { datesIn } from '../../lifecycle/dates.ts';
import { formatPath } from '../../lifecycle/paths.ts';
import { inWords, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'prose-date',
  severity: 'warning',
  title: 'Prose takes the plan’s dates from the plan',
  why: 'A date that stands in two places is right in both until one of them changes. Then the text says one day and the plan another, and nobody can tell which was agreed.',
  remedy:
    'Name the date by its path: `<Date of="goLive" />`. A date of the plan that stays in the text on purpose goes in back quotes.',
  examples: () => ({
    bad: [
      {
        text: text`
          ---
          goLive: 2026-07-20
          ---

          The first study begins on «2026-07-20».
        `,
        finds: ['2026-07-20 is written out; the plan has this date as `goLive`'],
      },
      {
        title: 'A date that the plan holds twice',
        text: text`
          ---
          ---

          Settings are complete on «2026-05-08».
        `,
        finds: [
          '2026-05-08 is written out; the plan has this date as `environments.pre-prod.configurationFinal` and `environments.pre-prod.reports[0].date`',
        ],
      },
    ],
    good: [
      {
        text: text`
          ---
          goLive: 2026-07-20
          ---

          The first study begins on <Date of="goLive" />. The hospital is closed on 2026-07-14.
        `,
      },
    ],
  }),
  checkProse(prose, { plan }, report) {
    const written = prose.passages.flatMap(({ text: words, rangeOf }) =>
      datesIn(words).map(({ date, start, end }) => ({ date, range: rangeOf(start, end) })),
    );
    if (!plan || written.length === 0) return;
    const planned = Map.groupBy(datesOf(plan), ({ date }) => date);
    for (const { date, range } of written) {
      const same = planned.get(date);
      const [first] = same ?? [];
      if (!same || !first) continue;
      const { record, key } = first;
      report.at(
        range,
        {
          message: `${date} is written out; the plan has this date as ${namesOf(same)}`,
          help:
            same.length === 1
              ? `Write ${componentFor(first)}, so that the text follows the plan.`
              : `Write ${componentFor(first)}, or the path of the other date where that one is meant, so that the text follows the plan.`,
          related: [{ record, key, message: `${date} is written here` }],
        },
        first.path,
      );
    }
  },
});

/** The first few paths, which are those that matter most. */
function namesOf(dates: readonly DateInPlan[]): string {
  const paths = dates.map(({ path }) => quote(formatPath(path)));
  if (paths.length <= 3) return inWords(paths);
  return inWords([...paths.slice(0, 2), `${paths.length - 2} more`]);
}

function componentFor({ path }: DateInPlan): string {
  const written = formatPath(path);
  const mark = written.includes('"') ? "'" : '"';
  return quote(`<Date of=${mark}${written}${mark} />`);
}
