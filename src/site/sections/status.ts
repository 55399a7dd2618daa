import { nextEventOf } from '../../lifecycle/events.ts';
import { phaseOf } from '../../lifecycle/phase.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import type { Finding } from '../../lint/finding.ts';
import { summaryOf } from '../../report/report.ts';
import type { Fact } from './blocks.ts';
import { day, line, link, words } from './pieces.ts';

/**
 * Where the customer stands: phase, status date, what comes next, go-live, findings.
 *
 * @param page address of the page that lists the findings, from the root of the site; the one that shows this
 * where left out
 */
export function statusOf(plan: Plan, findings: readonly Finding[], page = ''): Fact[] {
  const phase = phaseOf(plan);
  const next = nextEventOf(plan);
  const { statusDate, goLive } = plan.facts;
  return [
    {
      name: 'Phase',
      value: [{ type: 'phase', text: phase?.name ?? 'Unknown' }],
      note: line(phase?.summary ?? 'The plan does not say when it was last true'),
    },
    {
      name: 'Status date',
      value: line(day(statusDate)),
    },
    {
      name: 'Next',
      value: line(day(next?.date, plan)),
      note: next ? words(next.title) : line('No step is dated after the status date'),
    },
    { name: 'Go-live', value: line(day(goLive, plan)) },
    {
      name: 'Findings',
      value: [link(`${page}#findings`, { type: 'tally', tally: summaryOf(findings) })],
    },
  ];
}
