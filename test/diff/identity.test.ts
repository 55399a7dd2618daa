import { expect, test } from 'vitest';
import { z } from 'zod';
import { planSchema } from '../../schemas/plan.ts';
import { identifiedLists } from '../../src/diff/records.ts';

test('it is said of every list of records what identifies its items', () => {
  const lists = listsIn(z.toJSONSchema(planSchema(), { io: 'input', unrepresentable: 'any' }));
  expect(identifiedLists.toSorted()).toEqual(lists.toSorted());
});

type Json = z.core.JSONSchema.BaseSchema;

function listsIn(schema: Json, at = ''): string[] {
  const options = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])] as Json[];
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  const { items, additionalProperties: values } = schema as {
    items?: Json;
    additionalProperties?: Json;
  };
  const isOfRecords = items && JSON.stringify(items).includes('"properties"');
  return [
    ...new Set([
      ...(isOfRecords ? [`${at}[]`, ...listsIn(items, `${at}[]`)] : []),
      ...options.flatMap((option) => listsIn(option, at)),
      ...properties.flatMap(([key, inner]) => listsIn(inner, at === '' ? key : `${at}.${key}`)),
      ...(typeof values === 'object' ? listsIn(values, `${at}.*`) : []),
    ]),
  ];
}
