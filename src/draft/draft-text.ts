import { addDays, daysBetween } from '../lifecycle/dates.ts';

/** What a new plan starts from. */
export interface Start {
  readonly customer: string;
  /** Day on which the contract is signed. */
  readonly signed: string;
  readonly goLive: string;
  /** Name of the legacy volunteer database; undefined where there is none. */
  readonly sourceDatabase: string | undefined;
}

/**
 * A plan of a whole onboarding as a writer would begin it, with each day where experience would put
 * it in the time between contract and go-live. Whether the days suit the rules is for others to see.
 *
 * @returns YAML
 */
export function draftText({ customer, signed, goLive, sourceDatabase }: Start): string {
  const span = daysBetween(signed, goLive);
  /** A part of the way from contract to go-live. */
  const at = (percent: number) => addDays(signed, Math.round((span * percent) / 100));
  const after = (days: number) => addDays(goLive, days);
  const text = JSON.stringify;
  const migrates = sourceDatabase !== undefined;

  const migrationEnvironment = `
  migration:
    created: ${at(20)}
    destroyed: ${at(57)}`;
  const migration = `
# The name and version of the specification, and more iterations where one is not enough.
migration:
  specification: ${text(`Migration Specification for ${sourceDatabase}`)}
  testVolunteers: { count: 20, data: fictitious }
  iterations:
    - { specReviewed: ${at(22)}, loaded: ${at(27)}, reviewed: ${at(32)} }
    - { specReviewed: ${at(36)}, loaded: ${at(41)}, reviewed: ${at(46)} }
  acceptance: { date: ${at(50)}, environment: migration }
  approval: { date: ${at(53)}, by: customer }
  legacyFrozen: ${at(88)}
  databaseMigrated: ${at(90)}
`;

  return `customer: ${text(customer)}
# What is dated on or before this day has happened; what is dated after it is planned.
statusDate: ${signed}
contractSigned: ${signed}
goLive: ${goLive}
sourceDatabase: ${text(sourceDatabase ?? 'none')}

environments:
  sandbox:
    created: ${at(2)}
    destroyed: ${after(14)}
    main:
    test:${migrates ? migrationEnvironment : ''}
  pre-prod:
    created: ${at(15)}
    # Add the number of the document and who approved it once the IQ is done.
    iq: { date: ${at(18)} }
    configurationFinal: ${at(47)}
    reports:
      - { date: ${at(47)} }
  val:
    created: ${at(50)}
    destroyed: ${after(10)}
    clonedFrom: pre-prod
    iq: { date: ${at(52)} }
    reports:
      - { date: ${at(52)}, comparedWith: pre-prod }
    main:
    test:
  prod:
    created: ${at(90)}
    promotedFrom: pre-prod
    reports:
      - { date: ${at(91)}, comparedWith: pre-prod }
    main:
      iq: { date: ${at(91)} }
    test:
      iq: { date: ${at(91)} }
  community:
    access: ${at(10)}
${migrates ? migration : ''}
validations:
  - environment: val
    owner: customer
    started: ${at(54)}
    completed: ${at(84)}
    scope: [study-build, study-test, study-publish]

# One entry for each group that will work in PROD.
training:
  - group: Clinic staff
    role: To be agreed
    instance: prod.test
    started: ${at(92)}
    signedOff: ${at(97)}
    mainAccess: ${at(98)}

transfers:
  - { date: ${at(40)}, from: sandbox, to: pre-prod, what: configuration, method: by-hand }

masterLibrary:
  environment: pre-prod
  ready: ${at(45)}
  carryOver: To be agreed
`;
}
