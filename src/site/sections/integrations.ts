import type { Plan } from '../../lifecycle/plan.ts';
import type { Block } from './blocks.ts';
import { cell, day, head, place } from './pieces.ts';

/** Single sign-on by instance, and the labs. */
export function integrationBlocks(plan: Plan): Block[] {
  const { sso, labs } = plan.facts.integrations ?? {};
  const blocks: Block[] = [];
  if (sso) {
    const rows = sso.map(({ instance, enabled, signaturesTested, ticket }) => [
      head(place(instance, plan)),
      cell(day(enabled, plan)),
      cell(day(signaturesTested, plan)),
      cell(ticket),
    ]);
    const columns = ['Single sign-on of', 'Enabled', 'Signatures tested', 'Ticket'];
    blocks.push({ type: 'table', label: 'Single sign-on', columns, rows });
  }
  if (labs) {
    const rows = labs.map(({ name, testEnvironment }) => [
      head(name),
      cell(stated(testEnvironment)),
    ]);
    blocks.push({ type: 'table', label: 'Labs', columns: ['Lab', 'Has a test environment'], rows });
  }
  return blocks;
}

function stated(value: boolean | undefined): string {
  if (value === undefined) return 'not stated';
  return value ? 'yes' : 'no';
}
