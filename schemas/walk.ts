import { z } from 'zod';

/** Ways through the schemas: what is known at a path, and what is left when nothing is required. */

type Path = readonly (string | number)[];
type Schema = z.core.$ZodType;

/** What is known of the value at `path`: the first schema that says, from the outside in. */
export function metaAt(root: z.ZodType, path: Path): z.GlobalMeta {
  let schema: Schema | undefined = schemaAt(root, path);
  while (schema) {
    const meta = z.globalRegistry.get(schema);
    if (meta?.expected !== undefined) return meta;
    if (meta?.noun !== undefined) return { ...meta, expected: `${meta.noun} with its keys` };
    schema = inner(schema);
  }
  return {};
}

/** The keys of the map at `path`; none where its keys are free. */
export function keysAt(root: z.ZodType, path: Path): string[] {
  return Object.keys(recordAt(root, path)?.shape ?? {});
}

/** What the map at `path` is, with its article: "an environment". */
export function nounAt(root: z.ZodType, path: Path): string {
  const record = recordAt(root, path);
  return (record && z.globalRegistry.get(record)?.noun) ?? 'a map';
}

function recordAt(root: z.ZodType, path: Path): z.ZodObject | undefined {
  const schema = container(schemaAt(root, path));
  const options = schema instanceof z.ZodUnion ? schema.options.map(container) : [schema];
  return options.find((option) => option instanceof z.ZodObject);
}

/** The words that are allowed at `path`; none where the value is free. */
export function wordsAt(root: z.ZodType, path: Path): string[] {
  const schema = container(schemaAt(root, path));
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

/** Whether a flag or a number is meant at `path`. */
export function kindAt(root: z.ZodType, path: Path): 'flag' | 'number' | undefined {
  const schema = container(schemaAt(root, path));
  if (schema instanceof z.ZodBoolean) return 'flag';
  return schema instanceof z.ZodNumber ? 'number' : undefined;
}

/** Whether a map or a list is meant at `path`: they stand below their key, other values beside it. */
export function blockAt(root: z.ZodType, path: Path): 'map' | 'list' | undefined {
  const schema = container(schemaAt(root, path));
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return 'map';
  return schema instanceof z.ZodArray ? 'list' : undefined;
}

function schemaAt(root: z.ZodType, path: Path): Schema | undefined {
  let schema: Schema | undefined = root;
  for (const step of path) {
    if (!schema) return undefined;
    schema = child(container(schema), step);
  }
  return schema;
}

function child(schema: Schema | undefined, step: string | number): Schema | undefined {
  if (schema instanceof z.ZodObject) {
    return Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
  }
  if (schema instanceof z.ZodRecord) return schema.def.valueType;
  if (schema instanceof z.ZodArray) return schema.def.element;
  if (!(schema instanceof z.ZodUnion)) return undefined;
  for (const option of schema.options) {
    const found = child(container(option), step);
    if (found) return found;
  }
  return undefined;
}

/** The schema under everything that only makes it optional or prepares its value. */
export function container(schema: Schema | undefined): Schema | undefined {
  let current = schema;
  for (let next = current && inner(current); next; next = inner(next)) current = next;
  return current;
}

function inner(schema: Schema): Schema | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return schema.def.innerType;
  }
  if (!(schema instanceof z.ZodPipe)) return undefined;
  return schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in;
}

/**
 * The same schema with no key required and holes allowed in lists: it takes what is left of a plan
 * once its wrong values are taken out.
 */
export function lenient(schema: Schema): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape).map(([key, value]) => [key, hole(value as Schema)]);
    return z.strictObject(Object.fromEntries(shape));
  }
  if (schema instanceof z.ZodRecord) return z.record(z.string(), hole(schema.def.valueType));
  if (schema instanceof z.ZodArray) return z.array(hole(schema.def.element));
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map(lenient));
  if (schema instanceof z.ZodOptional) return z.optional(lenient(schema.def.innerType));
  if (schema instanceof z.ZodNullable) return z.nullable(lenient(schema.def.innerType));
  if (schema instanceof z.ZodPipe) return z.pipe(lenient(schema.def.in), lenient(schema.def.out));
  return schema as z.ZodType;
}

function hole(schema: Schema): z.ZodType {
  return z.optional(lenient(schema));
}

/** What {@link lenient} leaves of a type: every key optional, all the way down. */
export type Lenient<T> = T extends readonly (infer Item)[]
  ? Lenient<Item>[]
  : T extends object
    ? { [Key in keyof T]?: Lenient<T[Key]> | undefined }
    : T;
