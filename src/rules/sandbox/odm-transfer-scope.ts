import { quote } from '../../lifecycle/words.ts';
import automaticConfigurationTransfer from '../configuration-management/automatic-configuration-transfer.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import sandboxLibraryCopy from './sandbox-library-copy.ts';

export default rule({
  id: 'odm-transfer-scope',
  severity: 'warning',
  title: 'CRF design elements leave Sandbox as ODM XML, and nothing else does',
  why: 'The CDISC ODM XML export and import takes basic CRF design elements from one environment to another. It does not take more than these, and no other file takes them out of Sandbox.',
  remedy: 'Carry CRF design elements as ODM XML, or build them again by hand.',
  yieldsTo: [automaticConfigurationTransfer, sandboxLibraryCopy],
  examples: () => ({
    bad: [
      {
        title: 'More than CRF design elements as ODM XML',
        text: text`
          transfers:
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
            - { date: 2026-05-05, from: sandbox, to: pre-prod, what: study-design, method: «odm-xml» }
        `,
        finds: ['`odm-xml` does not carry `study-design` from Sandbox to Pre-PROD'],
      },
      {
        title: 'CRF design elements by another way',
        text: text`
          transfers:
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
            - { date: 2026-05-05, from: sandbox, to: pre-prod, what: crf-elements, method: «study-export» }
        `,
        finds: ['`study-export` does not carry `crf-elements` from Sandbox to Pre-PROD'],
      },
    ],
    good: [
      {
        text: text`
          transfers:
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
            - { date: 2026-05-05, from: sandbox, to: pre-prod, what: crf-elements, method: odm-xml }
            - { date: 2026-05-06, from: sandbox, to: pre-prod, what: crf-elements, method: by-hand }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const transfer of plan.transfersOutOf('sandbox')) {
      const { from, to, what, method } = transfer;
      if (what === undefined || method === undefined) continue;
      const ways = what === 'crf-elements' ? ['odm-xml', 'by-hand'] : undefined;
      if (ways ? ways.includes(method) : method !== 'odm-xml') continue;
      report.value(transfer, 'method', {
        message: `${quote(method)} does not carry ${quote(what)} from ${plan.nameAt(from)} to ${plan.nameAt(to)}`,
        help: ways
          ? 'Carry CRF design elements by `odm-xml`, or build them again `by-hand`.'
          : 'ODM XML takes `crf-elements` only; plan another way for the rest.',
        restsOn: (['from', 'to', 'what'] as const).map((key) => ({ record: transfer, key })),
      });
    }
  },
});
