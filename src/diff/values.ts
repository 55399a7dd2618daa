import { planSchema } from '../../schemas/plan.ts';
import { metaAt, wordsAt } from '../../schemas/walk.ts';
import { isDate } from '../lifecycle/dates.ts';
import type { Path } from '../lifecycle/paths.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { escaped, inWords, quote } from '../lifecycle/words.ts';
import { type DataMap, type Datum, isList, isMap } from './data.ts';

/** How values of a plan, and the keys they stand under, are told. */

const spelled: Readonly<Record<string, string>> = {
  goLive: 'go-live',
  statusDate: 'status date',
  ecr: 'ECR',
  iq: 'IQ',
  sso: 'single sign-on',
  url: 'address',
  qcReport: 'QC Import Report',
  document: 'document number',
  databaseMigrated: 'participants’ data into PROD',
  by: 'done by',
  at: 'place',
  val: 'VAL',
  mainAccess: 'access to PROD Main',
  signedOff: 'sign-off',
  access: 'access of the customer’s users',
};

/** A key in words: `configurationFinal` is "configuration final"; one of nobody's is quoted. */
export function labelOf(key: string): string {
  const known = Object.hasOwn(spelled, key) ? spelled[key] : undefined;
  if (known !== undefined) return known;
  if (!/^[a-z]+([A-Z][a-z]+)*$/.test(key)) return quote(key);
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Whether a date is meant at `path`. */
export function isDayAt(path: Path): boolean {
  return metaAt(planSchema(), path).format === 'date';
}

/** A value in words: dates, words of the format and names of places as they are, text in back quotes. */
export function inWordsOf(value: Datum, plan: Plan, path: Path): string {
  if (value === null) return 'nothing';
  if (isList(value)) {
    return inWords(value.map((item, index) => inWordsOf(item, plan, [...path, index])));
  }
  if (isMap(value)) return detailsOf(value, plan, path) || 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (isDayAt(path) && isDate(value)) return value;
  if (wordsAt(planSchema(), path).includes(value)) return value.replaceAll('-', ' ');
  const { names } = metaAt(planSchema(), path);
  if ((names === 'environment' || names === 'instance') && plan.place(value)) {
    return plan.nameAt(value);
  }
  return quote(value);
}

/** What a record says: "made 2026-04-01, summary `Kits are labelled by visit`". */
export function detailsOf(record: DataMap, plan: Plan, path: Path): string {
  return Object.entries(record)
    .map(([key, value]) => `${labelOf(key)} ${inWordsOf(value, plan, [...path, key])}`)
    .join(', ');
}

/** Long texts that begin alike are cut before the point at which they differ. */
export function quotedApart(before: string, after: string): [string, string] {
  if (quote(before) !== quote(after)) return [quote(before), quote(after)];
  const [was, is] = [[...escaped(before)], [...escaped(after)]];
  const common = was.findIndex((character, index) => character !== is[index]);
  const from = Math.max((common < 0 ? Math.min(was.length, is.length) : common) - 20, 0);
  const rest = (text: readonly string[]) => `…${text.slice(from).join('')}`;
  return [quote(rest(was)), quote(rest(is))];
}
