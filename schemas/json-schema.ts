import { z } from 'zod';
import { instanceIds, type KindId, kindIds, kinds } from '../src/lifecycle/kinds.ts';
import { type EnvironmentKey, isLetThrough, keysOfKind } from './environment.ts';
import { planSchema } from './plan.ts';

/**
 * The JSON Schema of a plan, for editors. It is written from the Zod schemas, and says what they
 * cannot: which keys go with which kind of environment.
 */

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Keys that are the team's own. */
const teamsOwn = { '^x-': true } as const;

/** The JSON Schema as the text of its file. */
export function planJsonSchema(): string {
  return `${JSON.stringify(schema(), null, 2)}\n`;
}

function schema(): JsonSchema {
  const plan = z.toJSONSchema(planSchema(), {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => adapt(jsonSchema as JsonSchema),
  }) as JsonSchema;
  const properties = plan.properties ?? {};
  const environments = asSchema(properties.environments);
  const environment = asSchema(environments.additionalProperties);
  // Nothing after `main:` is an instance of which nothing is known yet.
  for (const id of instanceIds) {
    const instance = asSchema(environment.properties?.[id]);
    Object.assign(instance, nullable(instance));
  }
  return {
    ...plan,
    properties: { ...properties, environments: environmentsByKind(environments) },
    // Where there is a source database, there is a migration.
    if: {
      required: ['sourceDatabase'],
      properties: { sourceDatabase: { not: { pattern: '^\\s*[Nn][Oo][Nn][Ee]\\s*$' } } },
    },
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
    then: { required: ['migration'], properties: { migration: { not: { type: 'null' } } } },
    definitions: {
      environment,
      ...Object.fromEntries(kindIds.map((kind) => [kind, ofKind(kind, environment)])),
    },
  };
}

/** Turns Zod's output for one schema into what editors show well. */
function adapt(schema: JsonSchema): void {
  const { noun, expected, suggestions } = schema;
  for (const key of ['noun', 'expected', 'suggestions', 'names', 'propertyNames']) {
    delete schema[key];
  }
  if (typeof noun === 'string') schema.title ??= titleOf(noun);
  if (expected) schema.errorMessage = `Expected ${expected}`;
  // Some editors take every 31st for a date, and a 30 February with it.
  if (schema.format === 'date') schema.pattern = z.core.regexes.date.source;
  if (suggestions) schema.examples = suggestions as unknown[];
  if (schema.additionalProperties === false) schema.patternProperties = teamsOwn;
  mergeNull(schema);
}

/** `a set of test volunteers` -> `Set of test volunteers`. */
function titleOf(noun: string): string {
  const bare = noun.replace(/^an? /, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** "Something or null" as one schema, so that its description is at the top for the hover. */
function mergeNull(schema: JsonSchema): void {
  const [something, nothing, ...others] = schema.anyOf ?? [];
  if (!something || nothing?.type !== 'null' || others.length > 0) return;
  delete schema.anyOf;
  Object.assign(schema, something, nullable(something));
}

function nullable(schema: JsonSchema): JsonSchema {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return {
    type: [...types, 'null'] as unknown as 'null',
    ...(schema.enum && { enum: [...schema.enum, null] }),
  };
}

/** The map of environments: an id that is a kind's name has that kind, any other states it. */
function environmentsByKind(environments: JsonSchema): JsonSchema {
  const instances = instanceIds.join('|');
  return {
    ...environments,
    propertyNames: { pattern: `^x-|^(?!(${instances})$)[a-z0-9]+(-[a-z0-9]+)*$` },
    properties: Object.fromEntries(kindIds.map((kind) => [kind, reference(kind)])),
    patternProperties: teamsOwn,
    additionalProperties: {
      title: 'Environment',
      description: 'An environment that states its kind',
      type: ['object', 'null'] as unknown as 'object',
      required: ['kind'],
      properties: { kind: { enum: [...kindIds], description: 'Kind of environment' } },
      allOf: kindIds.map((kind) => ({
        if: { required: ['kind'], properties: { kind: { const: kind } } },
        // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
        then: reference(kind),
      })),
    },
  };
}

/**
 * An environment of one kind. Keys that rules have more to say about are let through, but are not
 * among the properties that an editor offers.
 */
function ofKind(kind: KindId, environment: JsonSchema): JsonSchema {
  const keys = Object.keys(environment.properties ?? {}) as EnvironmentKey[];
  const property = (key: string) => reference(`environment/properties/${key}`);
  const letThrough = keys.filter((key) => isLetThrough(key, kind));
  return {
    title: kinds[kind].name,
    description: kinds[kind].purpose,
    type: ['object', 'null'] as unknown as 'object',
    properties: {
      ...Object.fromEntries(keysOfKind(kind).map((key) => [key, property(key)])),
      kind: {
        description: `\`${kind}\`; may be left out where that is the id`,
        enum: [kind, null],
      },
    },
    patternProperties: {
      ...teamsOwn,
      ...Object.fromEntries(letThrough.map((key) => [`^${key}$`, property(key)])),
    },
    additionalProperties: false,
  };
}

function reference(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}

function asSchema(schema: JsonSchema | boolean | undefined): JsonSchema {
  if (typeof schema !== 'object') throw new Error('The schema has no such part');
  return schema;
}
