import type { Plan } from '../../lifecycle/plan.ts';
import { upgradeDays } from '../../lifecycle/upgrades.ts';
import { label } from '../format/labels.ts';
import type { Block } from './blocks.ts';
import { cell, code, day, head, place } from './pieces.ts';

const columns = [
  'Release',
  'Type',
  'Validated in',
  'Main upgraded',
  'Test upgraded',
  'ECR',
  'Ticket',
  'Build',
];

/** Upgrades and hotfixes of PROD after go-live. */
export function upgradeBlocks(plan: Plan): Block[] {
  const rows = plan.upgrades.map((upgrade) => [
    head(upgrade.release),
    cell(upgrade.type && label(upgrade.type)),
    cell(place(upgrade.val, plan)),
    cell(day(upgradeDays(upgrade).main?.date, plan)),
    cell(day(upgradeDays(upgrade).test?.date, plan)),
    cell(upgrade.ecr),
    cell(upgrade.ticket),
    cell(code(upgrade.build)),
  ]);
  return [{ type: 'table', label: 'Upgrades', columns, rows }];
}
