import { text } from '../example.ts';

/** A deviation for the examples on waivers: Pre-PROD is qualified 15 days after its creation. */
export const lateIq = text`
  environments:
    pre-prod:
      release: "26.1"
      created: 2026-03-23
      iq: { date: 2026-04-07 }
      configurationFinal: 2026-05-08
      reports:
        - { date: 2026-05-08 }
`.trimEnd();
