import type { Plan, Transfer } from '../../lifecycle/plan.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'configuration-by-hand-missing',
  severity: 'warning',
  title: 'What was decided in Sandbox is configured by hand in Pre-PROD',
  why: 'This is the one step of the onboarding in which configuration is entered anew, and all that VAL and PROD will be comes from it. A plan without it leaves out weeks of work.',
  remedy: 'Plan the transfer of the configuration from Sandbox to Pre-PROD.',
  examples: {
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
  },
  check(plan, report) {
    const [sandbox] = plan.ofKind('sandbox');
    const [preProd] = plan.ofKind('pre-prod');
    if (!sandbox || !preProd) return;
    if (plan.transfers.some((transfer) => mayBeMeant(plan, transfer))) return;
    report.missing(plan.facts, 'transfers', {
      message: `No configuration is carried by hand from ${sandbox.name} to ${preProd.name}`,
      help: `Add to the transfers: \`{ date: …, from: ${sandbox.id}, to: ${preProd.id}, what: configuration, method: by-hand }\`.`,
    });
  },
});

/**
 * Whether a transfer is the one from Sandbox to Pre-PROD, or may become it once a finding about
 * itself is resolved: by a wrong method, or between places that the plan does not have.
 */
function mayBeMeant(plan: Plan, { what = 'configuration', from, to }: Transfer): boolean {
  const source = plan.kindAt(from) ?? 'sandbox';
  const target = plan.kindAt(to) ?? 'pre-prod';
  return what === 'configuration' && source === 'sandbox' && target === 'pre-prod';
}
