import { z } from 'zod';
import { keysOfKind } from '../../schemas/environment.ts';
import { planSchema } from '../../schemas/plan.ts';
import { container } from '../../schemas/walk.ts';
import { kindIds } from '../../src/lifecycle/kinds.ts';

/** Plans in which every key of the schema has a value, made by walking the schema. */

/** What the text at a path is to be, such as `contacts[].name`. */
export type Write = (path: string) => string;

/** How a plan is to be filled. */
interface Filling {
  /** The text of whatever takes any text. */
  readonly text: Write;
  /** The same in an address that browsers can open. */
  readonly url: Write;
  /** In place of every value that is not of free choice; such values are right where it is left out. */
  readonly wrong?: Write;
}

/** A plan with all there is to say, twice where it is a list. */
export interface FilledPlan {
  readonly value: Readonly<Record<string, unknown>>;
  /** The paths that took the text. */
  readonly texts: ReadonlySet<string>;
  /** The paths that took an address. */
  readonly urls: ReadonlySet<string>;
}

/** Fills every key of the plan's schema. */
export function filledPlan(filling: Filling): FilledPlan {
  const filler = new Filler(filling);
  const value = filler.fill(planSchema(), '') as Record<string, unknown>;
  return { value, texts: filler.texts, urls: filler.urls };
}

class Filler {
  readonly texts = new Set<string>();
  readonly urls = new Set<string>();
  readonly #filling: Filling;
  #day = 0;

  constructor(filling: Filling) {
    this.#filling = filling;
  }

  /** @throws Error for a kind of schema that it does not know: then this is to be taught it. */
  fill(schema: z.core.$ZodType, path: string, nth = 0): unknown {
    const inside = container(schema);
    if (inside instanceof z.ZodObject) return this.#object(inside, path);
    if (inside instanceof z.ZodRecord) return this.#environments(inside, path);
    if (inside instanceof z.ZodArray) {
      return [0, 1].map((index) => this.fill(inside.def.element, `${path}[]`, index));
    }
    if (inside instanceof z.ZodUnion) {
      const option = inside.options[nth % inside.options.length];
      if (option) return this.fill(option, path);
    }
    return this.#scalar(schema, path);
  }

  #object(schema: z.ZodObject, path: string, keys = Object.keys(schema.shape)) {
    const filled = keys.map((key) => [
      key,
      this.fill(schema.shape[key], path ? `${path}.${key}` : key),
    ]);
    return Object.fromEntries(filled);
  }

  /** One of each kind, with the keys that its kind has, and one whose id says nothing. */
  #environments(schema: z.ZodRecord, path: string) {
    const environment = container(schema.def.valueType);
    if (!(environment instanceof z.ZodObject)) throw new Error(`${path} has no records`);
    const ids = [...kindIds.map((kind) => [kind, kind] as const), ['val-2', 'val'] as const];
    const filled = ids.map(([id, kind]) => {
      const value = this.#object(environment, `${path}.{id}`, keysOfKind(kind));
      return [id, { ...value, kind }];
    });
    return Object.fromEntries(filled);
  }

  #scalar(schema: z.core.$ZodType, path: string): unknown {
    const { text, url, wrong } = this.#filling;
    const takes = (value: unknown) => z.safeParse(schema, value).success;
    const named = metaOf(schema).names;
    if (named) return wrong?.(path) ?? this.#nameOf(named);
    if (takes(text(path))) {
      this.texts.add(path);
      return text(path);
    }
    if (takes(url(path))) {
      this.urls.add(path);
      return wrong?.(path) ?? url(path);
    }
    const words = container(schema);
    const choices = words instanceof z.ZodEnum ? words.options : [];
    const right = [this.#date(), '26.1', '5120.2026-01-09T17:05:00Z', true, 3, ...choices].find(
      takes,
    );
    if (right === undefined) throw new Error(`What may stand at ${path}?`);
    return wrong?.(path) ?? right;
  }

  /** Something that is in every plan this makes. */
  #nameOf(what: NonNullable<z.GlobalMeta['names']>): string {
    switch (what) {
      case 'environment':
        return 'val';
      case 'instance':
        return 'val.main';
      case 'finding':
        return this.#filling.text('validations[].findings[].id');
      case 'rule':
        return 'val-idle';
    }
  }

  /** Every day later than the one before, so that all have a place of their own. */
  #date(): string {
    return new Date(Date.UTC(2026, 0, 1 + this.#day++)).toISOString().slice(0, 10);
  }
}

function metaOf(schema: z.core.$ZodType): z.GlobalMeta {
  const meta = z.globalRegistry.get(schema);
  if (meta?.expected !== undefined) return meta;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return metaOf(schema.def.innerType);
  }
  return schema instanceof z.ZodPipe ? metaOf(schema.def.in) : {};
}
