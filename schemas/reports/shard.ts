import { z } from 'zod';
import { escaped } from '../../src/lifecycle/words.ts';
import { TwinFinding } from '../twin/finding.ts';

const count = z.int().nonnegative();

/** Reports for people have the words of the linter as they are: in those, what plans say is escaped. */
const words = z.string().refine((text) => text === escaped(text));

const Fix = z.strictObject({
  finding: count.describe('Which of the findings it is for, counted from 0'),
  title: words,
  edits: z.array(z.strictObject({ start: count, end: count, text: z.string() })).readonly(),
});

/** What the report of a shard has besides, so that it can be merged with those of the others. */
export const ShardMember = z
  .strictObject({
    number: z.int().positive().describe('Which shard it is, counted from 1'),
    of: z.int().positive().describe('How many shards there are'),
    waypost: z.string().describe('The version that made it'),
    paths: z.array(z.string()).describe('Where the plans of the run are'),
    config: z.string().nullable().describe('The configuration that was named; null where none was'),
    portfolio: z.strictObject({
      plans: count.describe('How many plans all shards have together'),
      hash: z.string().describe('What they say, and how the rules were set for them'),
    }),
    plans: z.record(z.string(), z.string()).describe('The plans of this shard: file -> hash'),
    attachments: z
      .record(z.string(), z.record(z.string(), z.string()))
      .describe('What the rules have found where plans name files: plan -> path -> what is there'),
    since: z
      .string()
      .nullable()
      .describe('The commit that changes are measured from; null where all findings are shown'),
    failed: z.boolean().describe('Whether something could not be read'),
    fixes: z.array(Fix).describe('How findings can be mended'),
  })
  .refine(({ number, of }) => number <= of, { path: ['number'] });

export type ShardMember = z.output<typeof ShardMember>;

const ShardFinding = TwinFinding.extend({
  rule: words,
  message: words,
  help: words,
  url: words,
  related: z.array(TwinFinding.shape.related.element.extend({ message: words })),
});

/** The report of a shard, as `waypost lint --shard 1/4 --format json` writes it. */
export const ShardReport = z.strictObject({
  version: z.literal(1),
  plans: count,
  findings: z.array(ShardFinding),
  summary: z.strictObject({ errors: count, warnings: count, waived: count }),
  since: z.strictObject({ revision: z.string(), changed: count, unshown: count }).optional(),
  shard: ShardMember,
});

export type ShardReport = z.output<typeof ShardReport>;
