import { text } from '../example.ts';

/** The blocks of an upgrade to 26.2 that is in order, to be put together with what an example changes. */
export const upgradeVal = text`
  environments:
    val-26-2:
      kind: val
      release: "26.2"
      created: 2026-09-14
      clonedFrom: prod
      obfuscated: 2026-09-14
      destroyed: 2026-11-10
      iq: { date: 2026-09-16 }
      reports:
        - { date: 2026-09-16, comparedWith: prod }
      main: {}
      test: {}
`.trimEnd();

export const bothValidations = text`
  validations:
    - environment: val
      owner: customer
      started: 2026-05-14
      completed: 2026-06-26
      scope: [study-build, study-test, study-publish]
    - environment: val-26-2
      owner: customer
      started: 2026-09-17
      completed: 2026-10-30
      scope: [study-build, study-test, study-publish]
`.trimEnd();
