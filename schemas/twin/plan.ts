import { z } from 'zod';
import { planSchema } from '../plan.ts';
import { lenient } from '../walk.ts';
import { TwinEnvironment } from './environment.ts';
import { TwinEvent } from './event.ts';
import { TwinFinding } from './finding.ts';
import { day, text } from './scalars.ts';

const unread = 'null where the plan’s data could not be read';

/**
 * The twin of a plan's page for programs, `/plans/<id>.json`. What the plan does not say is null. Where
 * its data could not be read, it has findings and no facts. Further keys may come under the same
 * version; keys that are here stay, and keep their meaning.
 */
export const PlanTwin = z
  .strictObject({
    version: z.literal(1),
    id: z.string().describe('The file’s name without its ending'),
    page: z.string().describe('Address of the page for people'),
    file: z.string().describe('Path of the plan’s file'),
    customer: text('Name of the customer'),
    statusDate: day('The day the plan was last true: what is dated later is planned'),
    phase: z
      .strictObject({ id: z.string(), name: z.string(), summary: z.string() })
      .nullable()
      .describe('The phase on the status date; null where that cannot be told'),
    nextEvent: TwinEvent.nullable().describe('The first event after the status date'),
    keyDates: z
      .strictObject({
        contractSigned: day('The day the contract was signed'),
        promotion: day('The day Pre-PROD becomes PROD Main'),
        goLive: day('The day the customer goes live in PROD'),
      })
      .nullable()
      .describe(`The dates that matter most; ${unread}`),
    environments: z.array(TwinEnvironment).nullable().describe(`In the plan’s order; ${unread}`),
    events: z.array(TwinEvent).nullable().describe(`All that the plan dates, in order; ${unread}`),
    findings: z.array(TwinFinding).describe('What the linter says, by place'),
    summary: z
      .strictObject({ errors: z.int(), warnings: z.int(), waived: z.int() })
      .describe('How many findings count, and how many are accepted deviations'),
    waivers: z
      .array(
        z.strictObject({
          rule: text('Rule that is deviated from'),
          at: text('Path below which it holds; null for the whole plan'),
          reason: text('Why the deviation is accepted'),
          approvedBy: text('Who approved it'),
          approved: day('The day it was approved'),
          until: day('The last day on which it holds'),
        }),
      )
      .nullable()
      .describe(`Accepted deviations, as the plan documents them; ${unread}`),
    plan: lenient(planSchema())
      .nullable()
      .describe(`The facts as they are written, without what is wrong; ${unread}`),
  })
  .meta({ title: 'Waypost plan, for programs' });

/** What a program gets to read of a plan. */
export type PlanTwin = z.output<typeof PlanTwin>;

/** Words for the linter's messages, which stand in the schemas of plans. */
const inner = ['noun', 'expected', 'suggestions', 'names'];

/** The JSON Schema of the twin, as the text of its file. It lets further keys through. */
export function planTwinSchema(): string {
  const schema = z.toJSONSchema(PlanTwin, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      for (const key of inner) delete jsonSchema[key];
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
