import { fileURLToPath } from 'node:url';
import type { Plan } from '../../../src/lifecycle/plan.ts';
import { defaultPlansFolder, readPlans } from '../../../src/source/discover.ts';
import { planFile } from '../../support/plans.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The plans of this repository, by their ids. */
export async function ownPlans(): Promise<Map<string, Plan>> {
  const { files } = await readPlans([defaultPlansFolder], root);
  const plans = files.flatMap(({ plan }) => (plan ? [plan] : []));
  if (plans.length === 0) throw new Error('There are no plans');
  return new Map(plans.map((plan) => [plan.id, plan]));
}

/** The plan in a text, read as far as it is well-formed. */
export function planOf(text: string, file?: string): Plan {
  const { plan } = planFile(text, file);
  if (!plan) throw new Error('The plan could not be read');
  return plan;
}

/** A small plan that has all there is to draw. Its status date lies between Main and Test of PROD. */
export const small = `
customer: Small Unit
statusDate: 2026-08-17
contractSigned: 2026-01-12
goLive: 2026-09-01
sourceDatabase: VolTrak
environments:
  sandbox: { created: 2026-01-14, destroyed: 2026-09-18, release: "26.1", main: {}, test: {} }
  migration: { created: 2026-02-23, destroyed: 2026-05-08 }
  pre-prod:
    created: 2026-02-17
    configurationFinal: 2026-05-08
    iq: { date: 2026-02-20, document: IQ-1 }
    changes: [{ date: 2026-06-10, summary: A label, ecr: ECR-1 }]
    reports: [{ date: 2026-05-08 }]
  val:
    created: 2026-05-13
    destroyed: 2026-09-15
    clonedFrom: pre-prod
    iq: { date: 2026-05-15, document: IQ-2 }
    main: {}
    test: {}
  prod:
    promotedFrom: pre-prod
    release: "26.1"
    main: { created: 2026-08-17, iq: { date: 2026-08-19 } }
    test: { created: 2026-08-18, iq: { date: 2026-08-20 } }
  val-27-1: { kind: val, release: "27.1", created: 2027-01-22, clonedFrom: prod, main: {}, test: {} }
  community: { access: 2026-01-21 }
migration:
  iterations: [{ specReviewed: 2026-02-20, loaded: 2026-03-02, reviewed: 2026-03-13 }]
  approval: { date: 2026-05-06, by: customer }
  databaseMigrated: 2026-08-17
validations:
  - environment: val
    started: 2026-05-18
    completed: 2026-08-07
    findings: [{ id: F-1, severity: minor, opened: 2026-06-03, resolved: 2026-06-12 }]
upgrades: [{ release: "27.1", val: val-27-1, upgraded: 2027-04-21 }]
training: [{ group: Nurses, instance: prod.test, started: 2026-08-20, signedOff: 2026-08-27 }]
transfers:
  - { date: 2026-04-20, from: sandbox.main, to: pre-prod, what: configuration, method: by-hand }
  - { date: 2026-03-23, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
  - { date: 2026-04-01, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
  - { date: 2026-04-22, from: sandbox, to: pre-prod, what: crf-elements, method: odm-xml }
  - { date: 2026-09-03, from: prod.main, to: prod.test, what: study-design, method: study-export }
`;

/** A text with some of it replaced; what is replaced must be there. */
export function replaced(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`There is no ${JSON.stringify(from)}`);
    return before.replace(from, to);
  }, text);
}
