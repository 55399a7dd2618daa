import { z } from 'zod';

/** A stretch of a file. Lines and columns are 1-based, columns count UTF-16 units, the end is exclusive. */
const place = {
  file: z.string().describe('Path of the plan’s file'),
  line: z.int().positive(),
  column: z.int().positive(),
  endLine: z.int().positive(),
  endColumn: z.int().positive(),
};

/** A finding of the linter, as `waypost lint --format json` reports it. */
export const TwinFinding = z
  .strictObject({
    rule: z.string().describe('Id of the rule'),
    severity: z.enum(['error', 'warning']),
    message: z.string().describe('What is wrong; back quotes mark what the plan says'),
    help: z.string().describe('What to do about it'),
    path: z.string().nullable().describe('Where in the plan; null for prose and syntax'),
    ...place,
    related: z.array(z.strictObject({ message: z.string(), ...place })),
    url: z.string().describe('Address of the rule’s page'),
    waived: z
      .strictObject({
        reason: z.string(),
        approvedBy: z.string(),
        approved: z.string(),
        until: z.string().nullable(),
      })
      .nullable()
      .describe('Why the deviation is accepted; null where it is not'),
  })
  .describe('A finding, as `waypost lint --format json` reports it');
