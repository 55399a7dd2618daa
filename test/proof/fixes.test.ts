import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanFacts } from '../../schemas/plan.ts';
import { formatPath } from '../../src/lifecycle/paths.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { type Fixed, fixPlans } from '../../src/lint/fixing.ts';
import { lint } from '../../src/lint/lint.ts';
import { withSortedKeys } from '../../src/lint/sorting.ts';
import { applyEdits } from '../../src/source/edits.ts';
import { type PlanFile, readPlan } from '../../src/source/plan-file.ts';
import type { Range } from '../../src/source/text.ts';
import { valuesOf } from '../../src/source/values.ts';
import { isWord, references, scalarsIn } from './breakers/format.ts';
import { notations } from './notations/notation.ts';
import { type Rendered, render, type Value } from './notations/render.ts';
import { validPlans } from './plans/index.ts';
import { runs } from './runs.ts';

/** A place of a plan in which a word may be misspelt. */
interface Word {
  readonly path: string;
  readonly token: 'key' | 'value';
  readonly right: string;
}

const slips: readonly ((word: string) => string)[] = [
  (word) => word.slice(0, 2) + word.slice(3),
  (word) => word.slice(0, 2) + word.slice(1),
  (word) => word.replace(/(.)(.)(?=.$)/, '$2$1'),
  (word) => word.toUpperCase(),
];

test.each([
  ['key', keysOf],
  ['word of a closed list', wordsOf],
  ['name', namesOf],
] as const)(
  'a misspelt %s is put right, or left alone, and nothing else is touched',
  async (_, wordsIn) => {
    let tried = 0;
    let mended = 0;
    await fc.assert(
      fc.asyncProperty(
        validPlans({ waivers: fc.constant([]) }),
        notations,
        fc.nat(999),
        fc.constantFrom(...slips),
        async (plan, notation, pick, slip) => {
          const right = render(plan as Value, notation);
          const words = wordsIn(plan).filter(
            ({ right: word }) => word.length > 4 && slip(word) !== word,
          );
          const word = words[pick % words.length];
          const place = word && right.place(word.path, word.token);
          if (!word || !place || isShared(right.text, place)) return;
          const wrong = misspelt(right, place, slip(word.right));
          const { files, findings } = await fixed(wrong);
          tried += 1;
          const text = files[0]?.text ?? '';
          if (text === wrong.text) return;
          mended += 1;
          expect(findings).toEqual([]);
          expect(text.slice(0, place.start)).toBe(right.text.slice(0, place.start));
          expect(text.slice(place.end - right.text.length)).toBe(right.text.slice(place.end));
          expect(dataOf(files[0])).toEqual(dataOf(fileOf(right.file, right.text)));
        },
      ),
      runs(60, 5_000),
    );
    expect(mended).toBeGreaterThan(tried / 3);
  },
);

test('a waiver that covers nothing is cut out in one piece, or left alone', async () => {
  const idle = fc.constantFrom('sandbox-late', 'go-live-gap', 'iq-late');
  let tried = 0;
  let mended = 0;
  await fc.assert(
    fc.asyncProperty(validPlans(), notations, idle, fc.nat(9), async (plan, notation, rule, at) => {
      const others = plan.waivers ?? [];
      if (others.some((waiver) => waiver.rule === rule)) return;
      const waiver = { rule, reason: 'Agreed', approvedBy: 'Nobody', approved: plan.statusDate };
      const index = at % (others.length + 1);
      const waivers = others.toSpliced(index, 0, waiver as (typeof others)[number]);
      const { file, text } = render({ ...plan, waivers } as Value, notation);
      const { files } = await fixed({ file, text });
      tried += 1;
      const after = files[0]?.text ?? '';
      if (after === text) return;
      mended += 1;
      expect(isCutOut(after, text)).toBe(true);
      const { waivers: left, ...rest } = dataOf(files[0]);
      const { waivers: all, ...same } = dataOf(fileOf(file, text));
      expect(rest).toEqual(same);
      expect(left ?? []).toEqual((all as unknown[]).toSpliced(index, 1));
    }),
    runs(60, 5_000),
  );
  expect(mended).toBeGreaterThan(tried / 3);
});

test('no fix adds a finding, and once all are made there is none left', async () => {
  const swaps = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      validPlans(),
      notations,
      swaps,
      fc.array(fc.nat()),
      async (valid, notation, pairs, picks) => {
        const plan = structuredClone(valid);
        const scalars = scalarsIn(plan);
        for (const [from, to] of pairs) {
          const source = scalars[from % scalars.length];
          const target = scalars[to % scalars.length];
          if (source && target) Reflect.set(target.record, target.key, source.value);
        }
        for (const pick of picks) {
          const target = scalars[pick % scalars.length];
          if (typeof target?.value !== 'string') continue;
          Reflect.set(target.record, target.key, slips[pick % slips.length]?.(target.value));
        }
        const { file, text } = render(plan as Value, notation);
        const before = await lint([fileOf(file, text)]);
        const { files, findings, mended } = await fixed({ file, text });
        const left = names(before);
        for (const name of names(mended))
          if (left.includes(name)) left.splice(left.indexOf(name), 1);
        expect(left).toEqual(expect.arrayContaining(names(findings)));
        const [again] = (await fixPlans({ files, findings: await lint(files) })).files;
        expect(again?.text).toBe(files[0]?.text);
      },
    ),
    runs(40, 3_000),
  );
});

test('keys that are put in order say the same, with the same remarks, or stay as they are', async () => {
  let tried = 0;
  let sorted = 0;
  await fc.assert(
    fc.asyncProperty(validPlans(), notations, async (plan, notation) => {
      const { file, text } = render(plan as Value, notation);
      const before = fileOf(file, text);
      const after = withSortedKeys(before);
      tried += 1;
      if ('reason' in after) return;
      sorted += 1;
      expect(dataOf(after)).toEqual(dataOf(before));
      expect(linesOf(after)).toEqual(linesOf(before));
      expect(names(await lint([after])).toSorted()).toEqual(names(await lint([before])).toSorted());
      expect(withSortedKeys(after)).toMatchObject({ text: after.text });
    }),
    runs(60, 5_000),
  );
  expect(sorted).toBeGreaterThan(tried / 20);
});

/** What stands on the lines of a file, whatever their order and whether a hyphen stands before it. */
function linesOf({ text }: PlanFile): string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[\s-]*/, ''))
    .toSorted();
}

function keysOf(plan: PlanFacts): Word[] {
  return scalarsIn(plan).flatMap(({ key, path }) =>
    typeof key === 'string' ? [{ path: formatPath(path), token: 'key' as const, right: key }] : [],
  );
}

function wordsOf(plan: PlanFacts): Word[] {
  return scalarsIn(plan)
    .filter(isWord)
    .map(({ path, value }) => ({ path: formatPath(path), token: 'value', right: String(value) }));
}

function namesOf(plan: PlanFacts): Word[] {
  const named = new Map(references(plan).map(({ record, key, text }) => [record, { key, text }]));
  return scalarsIn(plan).flatMap(({ record, key, value, path }) => {
    const isName = named.get(record)?.key === key;
    return isName
      ? [{ path: formatPath(path), token: 'value' as const, right: String(value) }]
      : [];
  });
}

/** Whether what stands there is an alias, or has an anchor: then a slip is one in other places, too. */
function isShared(text: string, { start }: Range): boolean {
  return text[start] === '*' || /&\S+\s+$/.test(text.slice(0, start));
}

/** The same text with another word in the place of one, in the quotes that it has. */
function misspelt({ file, text }: Rendered, { start, end }: Range, word: string) {
  const mark = /^['"]/.exec(text.slice(start, end))?.[0] ?? '';
  return { file, text: applyEdits(text, [{ start, end, text: mark + word + mark }]) };
}

async function fixed({ file, text }: { file: string; text: string }): Promise<Fixed> {
  const files = [fileOf(file, text)];
  return fixPlans({ files, findings: await lint(files) });
}

function fileOf(file: string, text: string): PlanFile {
  const bytes = new TextEncoder().encode(text);
  return readPlan(file, bytes, bytes.length, { inspect: () => 'pdf' });
}

/** The data of a plan, the team's own keys included. */
function dataOf(file: PlanFile | undefined): Record<string, unknown> {
  if (!file?.root) throw new Error('The plan cannot be read');
  return { ...Object(valuesOf(file.root, { teamsOwn: true })) };
}

/** Whether a text is another one without one part of it. */
function isCutOut(text: string, whole: string): boolean {
  let start = 0;
  while (start < text.length && text[start] === whole[start]) start += 1;
  return whole.endsWith(text.slice(start));
}

/** The findings that count, those that no waiver covers. */
function names(findings: readonly Finding[]): string[] {
  const counted = findings.filter(({ waived }) => waived === null);
  return counted.map(({ file, rule, message }) => `${file} ${rule} ${message}`);
}
