import { writeFileSync } from 'node:fs';
import { planJsonSchema } from '../schemas/json-schema.ts';

/** Writes the JSON Schema of a plan anew: `npm run schema`. */
writeFileSync(new URL('../schemas/plan.schema.json', import.meta.url), planJsonSchema());
