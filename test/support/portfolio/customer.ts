import type { PlanFacts } from '../../../schemas/plan.ts';
import { addDays } from '../../../src/lifecycle/dates.ts';
import type { Dice } from './dice.ts';

/** The day around which all plans of a made-up portfolio were last true. */
const today = '2026-10-01';

const iqvia = { approvedBy: 'IQVIA Quality', preparedBy: 'IQVIA Engineering' };
const scope = ['study-build', 'study-test', 'study-publish', 'dashboards', 'reports'];
const groups = [
  ['Clinic staff', 'Study coordinator'],
  ['Recruitment', 'Recruiter'],
  ['Monitors', 'CRA'],
  ['Data managers', 'Data manager'],
  ['Pharmacy', 'Pharmacist'],
] as const;

/**
 * A plan that is in order: an onboarding of about nine months, begun within the last two years. What
 * happens and how long it takes differs from customer to customer.
 */
export function customerPlan(customer: string, code: string, dice: Dice): PlanFacts {
  const statusDate = addDays(today, -dice.number(0, 27));
  const has = (date: string) => date <= statusDate;
  const host = code.toLowerCase();
  const url = (name: string) => `https://${host}-${name}.example.com`;
  const numbers = new Map<string, number>();
  const number = (kind: string) => {
    const next = (numbers.get(kind) ?? 0) + 1;
    numbers.set(kind, next);
    return `${kind}-${code}-${String(next).padStart(3, '0')}`;
  };
  const owed = <T>(date: string, value: T) => (has(date) ? value : undefined);
  const iqOn = (date: string) => owed(date, { date, document: number('IQ'), ...iqvia }) ?? { date };
  const pair = (name: string, main: 'dummy' | 'real' | 'obfuscated') => ({
    main: { url: url(name), data: main },
    test: { url: url(`${name}-test`), data: 'dummy' as const },
  });

  const contractSigned = addDays(statusDate, -dice.number(5, 700));
  const release = dice.pick(['25.2', '26.1', '26.2', '26.10']);
  const sandbox = addDays(contractSigned, dice.number(1, 12));
  const preProd = addDays(contractSigned, dice.number(28, 55));
  const final = addDays(preProd, dice.number(60, 100));
  const val = addDays(final, dice.number(2, 12));
  const valIq = addDays(val, dice.number(1, 5));
  const started = addDays(valIq, dice.number(1, 5));
  const completed = addDays(started, dice.number(50, 90));
  const migration = dice.happens(0.7)
    ? migrationFrom(addDays(contractSigned, dice.number(30, 50)))
    : undefined;
  const cutOver = addDays(completed, dice.number(5, 18));
  const promoted = migration && migration.approved > cutOver ? migration.approved : cutOver;
  const prodTest = addDays(promoted, dice.number(0, 2));
  const prodIq = addDays(prodTest, dice.number(1, 3));
  const goLive = addDays(promoted, dice.number(14, 21));
  const valEnds = addDays(goLive, dice.number(2, 14));
  const sandboxEnds = addDays(goLive, dice.number(5, 28));
  const findings = Array.from({ length: dice.number(0, 3) }, (_, index) => {
    const opened = addDays(started, 4 + index * 12 + dice.number(0, 5));
    return { id: `F-${index + 1}`, opened, resolved: addDays(opened, dice.number(2, 9)) };
  }).filter(({ resolved }) => has(resolved));
  const changes = findings.map(({ id, resolved }) => ({
    date: addDays(resolved, -1),
    summary: `Adjust a role and the label of a form for ${id}`,
    ecr: number('ECR'),
    finding: id,
    size: 'minor' as const,
    by: 'customer' as const,
    requestedBy: `${customer} validation lead`,
    approvedBy: `${customer} Quality`,
  }));
  const upgrade = dice.happens(0.4)
    ? upgradeFrom(addDays(goLive, dice.number(120, 200)))
    : undefined;

  return {
    customer,
    statusDate,
    contractSigned,
    goLive,
    sourceDatabase: migration
      ? dice.pick(['VolTrak 5', 'SubjectBase 2.8', 'Site register'])
      : 'none',
    sites: [`${customer.split(' ')[0]} Main Clinic`, 'Riverside Ward'],
    contacts: [
      {
        role: 'Project lead',
        party: 'customer',
        name: 'Edwina Park',
        email: `lead@${host}.example`,
      },
      { role: 'Validation lead', party: 'customer', name: 'Tomas Eklund' },
      { role: 'Recruitment manager', party: 'customer', name: 'Gwen Abara' },
      { role: 'Project manager', party: 'iqvia', name: 'Rafael Stone' },
    ],
    environments: {
      sandbox: { release, created: sandbox, destroyed: sandboxEnds, ...pair('sandbox', 'dummy') },
      ...(migration && { migration: migration.environment }),
      'pre-prod': {
        release,
        created: preProd,
        configurationFinal: final,
        url: url('preprod'),
        data: 'dummy',
        iq: iqOn(addDays(preProd, dice.number(1, 6))),
        changes,
        reports: [final, ...changes.map(({ date }) => addDays(date, 1))].map((date) => ({ date })),
      },
      val: {
        release,
        created: val,
        destroyed: valEnds,
        clonedFrom: 'pre-prod',
        iq: iqOn(valIq),
        reports: [{ date: valIq, comparedWith: 'pre-prod', differences: 'none' }],
        ...pair('val', 'dummy'),
      },
      prod: {
        release,
        promotedFrom: 'pre-prod',
        main: { created: promoted, url: url('prod'), data: 'real', iq: iqOn(prodIq) },
        test: { created: prodTest, url: url('prod-test'), data: 'dummy', iq: iqOn(prodIq) },
        reports: [{ date: prodIq, comparedWith: 'val', differences: 'Environment name only' }],
      },
      ...(upgrade && { [upgrade.id]: upgrade.environment }),
      ...(dice.happens(0.3) && { demo: { release } }),
      community: { access: addDays(contractSigned, dice.number(5, 60)), release },
    },
    ...(migration && { migration: { ...migration.block, databaseMigrated: promoted } }),
    validations: [
      {
        environment: 'val',
        owner: 'customer',
        started,
        completed,
        report: owed(completed, number('VSR')),
        scope,
        findings: findings.map((finding) => ({
          ...finding,
          severity: 'minor',
          summary: 'A form shows another label than the specification says',
        })),
      },
      ...(upgrade ? [upgrade.validation] : []),
    ],
    ...(upgrade && { upgrades: [upgrade.upgrade] }),
    activities: [
      {
        activity: 'feature-exploration',
        instance: 'sandbox.main',
        from: sandbox,
        to: preProd,
        owner: 'customer',
      },
      {
        activity: 'configuration',
        instance: 'pre-prod',
        from: addDays(preProd, 7),
        to: final,
        owner: 'customer',
      },
      {
        activity: 'formal-testing',
        instance: 'val.main',
        from: started,
        to: completed,
        owner: 'customer',
      },
      {
        activity: 'study-conduct',
        instance: 'prod.main',
        from: goLive,
        to: addDays(goLive, 90),
        owner: 'customer',
      },
    ],
    transfers: [
      {
        date: addDays(preProd, dice.number(14, 24)),
        from: 'sandbox',
        to: 'pre-prod',
        what: 'configuration',
        method: 'by-hand',
      },
      {
        date: addDays(preProd, dice.number(30, 55)),
        from: 'sandbox',
        to: 'pre-prod',
        what: 'configuration',
        method: 'by-hand',
      },
      ...(dice.happens(0.5)
        ? [
            {
              date: addDays(preProd, dice.number(30, 55)),
              from: 'sandbox',
              to: 'pre-prod',
              what: 'crf-elements' as const,
              method: 'odm-xml' as const,
            },
          ]
        : []),
    ],
    decisions: [
      {
        id: 'D-01',
        made: addDays(sandbox, 14),
        summary: 'Volunteers are recruited in separate pools',
        applied: addDays(preProd, 14),
      },
      {
        id: 'D-02',
        made: addDays(sandbox, 21),
        summary: 'Kits are labelled by visit',
        applied: addDays(preProd, 28),
      },
    ],
    masterLibrary: {
      environment: 'pre-prod',
      ready: final,
      carryOver: 'Compared with the library list in PROD Main on the day of promotion',
    },
    training: groups.slice(0, dice.number(2, groups.length)).map(([group, role]) => ({
      group,
      role,
      instance: 'prod.test',
      started: prodIq,
      signedOff: addDays(prodIq, dice.number(3, 6)),
      mainAccess: addDays(prodIq, dice.number(6, 8)),
    })),
  };

  function migrationFrom(created: string) {
    const count = dice.number(2, 4);
    const rounds = Array.from({ length: count }, (_, index) => {
      const loaded = addDays(created, 7 + index * 24);
      const last = index === count - 1;
      const reviewed = addDays(loaded, dice.number(7, 14));
      return {
        specReviewed: addDays(loaded, -dice.number(3, 7)),
        loaded,
        reviewed,
        outcome: owed(reviewed, last ? ('accepted' as const) : ('changes-needed' as const)),
        qcReport: owed(loaded, number('QC')),
      };
    });
    const accepted = rounds.at(-1)?.reviewed ?? created;
    const approved = addDays(accepted, dice.number(1, 3));
    return {
      approved,
      environment: {
        release,
        created,
        destroyed: addDays(approved, dice.number(1, 5)),
        url: url('migration'),
        data: 'migrated' as const,
      },
      block: {
        specification: `${number('MS')} version 3`,
        testVolunteers: { count: 20, data: 'fictitious' as const },
        iterations: rounds,
        acceptance: {
          date: accepted,
          environment: 'migration',
          document: owed(accepted, number('MAT')),
        },
        approval: { date: approved, by: 'customer' as const, name: 'Gwen Abara' },
      },
    };
  }

  function upgradeFrom(created: string) {
    const next = '27.1';
    const id = 'val-27-1';
    const iq = addDays(created, dice.number(1, 5));
    const begins = addDays(iq, dice.number(1, 4));
    const ends = addDays(begins, dice.number(30, 60));
    const upgraded = addDays(ends, dice.number(5, 14));
    return {
      id,
      environment: {
        kind: 'val' as const,
        release: next,
        created,
        obfuscated: addDays(created, dice.number(0, 1)),
        destroyed: addDays(upgraded, dice.number(5, 14)),
        clonedFrom: 'prod',
        iq: iqOn(iq),
        reports: [{ date: iq, comparedWith: 'prod', differences: owed(iq, 'Release only') }],
        ...pair(id, 'obfuscated'),
      },
      validation: {
        environment: id,
        owner: 'customer' as const,
        started: begins,
        completed: ends,
        report: owed(ends, number('VSR')),
        scope: [...scope, 'integrations'],
      },
      upgrade: {
        release: next,
        type: 'release' as const,
        val: id,
        upgraded,
        ecr: owed(upgraded, number('ECR')),
      },
    };
  }
}
