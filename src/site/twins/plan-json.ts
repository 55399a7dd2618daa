import type { PlanTwin } from '../../../schemas/twin/plan.ts';
import { eventsOf, nextEventOf, type PlanEvent } from '../../lifecycle/events.ts';
import { placeOf } from '../../lifecycle/moments.ts';
import { phaseOf } from '../../lifecycle/phase.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { reportedFinding } from '../../report/json.ts';
import { summaryOf } from '../../report/report.ts';
import type { Entry } from '../portfolio.ts';
import { inFull, planAddresses } from './address.ts';
import { twinEnvironment } from './environment-json.ts';

/**
 * The twin of a plan's page for programs, as text.
 *
 * @param address where the site is published, as it stands before `/plans/…`
 */
export function planJson(entry: Entry, address: string): string {
  return `${JSON.stringify(planTwin(entry, address), null, 2)}\n`;
}

/** The twin of a plan's page for programs. */
export function planTwin({ slug, file, plan, findings }: Entry, address: string): PlanTwin {
  const next = plan && nextEventOf(plan);
  const phase = plan && phaseOf(plan);
  return {
    version: 1,
    id: file.id,
    page: planAddresses(slug, address).page,
    file: file.file,
    customer: plan?.facts.customer ?? null,
    statusDate: plan?.facts.statusDate ?? null,
    phase: phase ? { id: phase.id, name: phase.name, summary: phase.summary } : null,
    nextEvent: plan && next ? twinEvent(plan, next) : null,
    keyDates: plan ? keyDates(plan) : null,
    environments: plan?.allEnvironments.map((each) => twinEnvironment(plan, each)) ?? null,
    events: plan ? eventsOf(plan).map((event) => twinEvent(plan, event)) : null,
    findings: findings.map((finding) =>
      reportedFinding({ ...finding, url: inFull(finding.url, address) }),
    ),
    summary: summaryOf(findings),
    waivers: plan?.waivers.map(twinWaiver) ?? null,
    plan: plan?.facts ?? null,
  };
}

function keyDates({ facts, promotion }: Plan): PlanTwin['keyDates'] {
  return {
    contractSigned: facts.contractSigned ?? null,
    promotion: promotion?.date ?? null,
    goLive: facts.goLive ?? null,
  };
}

function twinEvent(plan: Plan, event: PlanEvent): NonNullable<PlanTwin['nextEvent']> {
  const { date, kind, title, environment, moment } = event;
  return {
    date,
    kind,
    title,
    environment: environment?.id ?? null,
    path: placeOf(moment),
    happened: plan.facts.statusDate === undefined ? null : plan.hasHappened(date),
  };
}

function twinWaiver(waiver: Plan['waivers'][number]) {
  return {
    rule: waiver.rule ?? null,
    at: waiver.at ?? null,
    reason: waiver.reason ?? null,
    approvedBy: waiver.approvedBy ?? null,
    approved: waiver.approved ?? null,
    until: waiver.until ?? null,
  };
}
