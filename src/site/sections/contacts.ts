import type { Plan } from '../../lifecycle/plan.ts';
import { label } from '../format/labels.ts';
import type { Block } from './blocks.ts';
import { cell, head, line, link } from './pieces.ts';

/** The customer's sites, and whom to turn to. */
export function contactBlocks({ facts: { sites, contacts } }: Plan): Block[] {
  const blocks: Block[] = [];
  if (sites) {
    const names = `${sites.length === 1 ? 'Site' : 'Sites'}: ${sites.join(', ')}`;
    blocks.push({ type: 'text', phrase: line(names) });
  }
  if (contacts) {
    const rows = contacts.map(({ role, party, name, email }) => [
      head(role),
      cell(party && label(party)),
      cell(name),
      cell(email && isAddress(email) ? link(`mailto:${email}`, email) : email),
    ]);
    const columns = ['Role', 'Of', 'Name', 'E-mail'];
    blocks.push({ type: 'table', label: 'Contacts', columns, rows });
  }
  return blocks;
}

function isAddress(email: string): boolean {
  return /^[^\s@?&:/]+@[^\s@?&:/]+$/.test(email);
}
