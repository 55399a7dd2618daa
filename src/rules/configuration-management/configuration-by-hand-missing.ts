import type { Plan, Transfer } from '../../lifecycle/plan.ts';
import { isIncomplete } from '../../lifecycle/records.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import automaticConfigurationTransfer from './automatic-configuration-transfer.ts';
import configurationByHandElsewhere from './configuration-by-hand-elsewhere.ts';

export default rule({
  id: 'configuration-by-hand-missing',
  severity: 'warning',
  title: 'What was decided in Sandbox is configured by hand in Pre-PROD',
  why: 'This is the one step of the onboarding in which configuration is entered anew, and all that VAL and PROD will be comes from it. A plan without it leaves out weeks of work.',
  remedy: 'Plan the transfer of the configuration from Sandbox to Pre-PROD.',
  // The configuration is carried, but in the wrong way or to the wrong place.
  yieldsTo: [automaticConfigurationTransfer, configurationByHandElsewhere],
  examples: () => ({
    bad: [
      {
        title: 'Nothing is carried yet',
        text: text`
          «transfers»: # to be planned
        `,
        finds: ['No configuration is carried by hand from Sandbox to Pre-PROD'],
      },
      {
        title: 'Forms are not the configuration',
        text: text`
          «transfers»:
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: crf-elements, method: odm-xml }
        `,
        finds: ['No configuration is carried by hand from Sandbox to Pre-PROD'],
      },
    ],
    good: [
      {
        title: 'From one instance of Sandbox, and in two steps',
        text: text`
          transfers:
            - { date: 2026-04-13, from: sandbox.main, to: pre-prod, what: configuration, method: by-hand }
            - { date: 2026-05-04, from: sandbox.main, to: pre-prod, what: configuration, method: by-hand }
        `,
      },
    ],
  }),
  check(plan, report) {
    const [sandbox] = plan.ofKind('sandbox');
    const [preProd] = plan.ofKind('pre-prod');
    if (!sandbox || !preProd) return;
    const candidates = plan.transfers.filter((transfer) => mayBeMeant(plan, transfer));
    const isByHand = ({ to, method }: Transfer) =>
      method === 'by-hand' && plan.kindAt(to) === 'pre-prod';
    if (candidates.some(isByHand)) return;
    // An entry that could not be read may be the one that seems to be missing.
    if (isIncomplete(plan.facts.transfers)) return;
    report.missing(plan.facts, 'transfers', {
      message: `No configuration is carried by hand from ${sandbox.name} to ${preProd.name}`,
      help: `Add to the transfers: \`{ date: …, from: ${sandbox.id}, to: ${preProd.id}, what: configuration, method: by-hand }\`.`,
      restsOn: candidates.flatMap((transfer) =>
        (['from', 'to', 'what', 'method'] as const).map((key) => ({ record: transfer, key })),
      ),
    });
  },
});

/** Whether a transfer carries configuration out of Sandbox, or may do so for all the plan says. */
function mayBeMeant(plan: Plan, { what = 'configuration', from }: Transfer): boolean {
  return what === 'configuration' && (plan.kindAt(from) ?? 'sandbox') === 'sandbox';
}
