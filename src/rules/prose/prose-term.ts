import type { Plan } from '../../lifecycle/plan.ts';
import { misspellingsIn } from '../../lifecycle/vocabulary.ts';
import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'prose-term',
  severity: 'warning',
  title: 'Prose spells the words of the lifecycle as everybody does',
  why: 'An auditor who reads of “Preprod” in one plan and of “Pre-PROD” in another has to ask whether they are the same environment. One spelling also makes them all turn up in a search.',
  remedy:
    'Write the name as it is given here. The name of a file or of something else that is spelled otherwise goes in back quotes.',
  examples: () => ({
    bad: [
      {
        title: 'Names of environments',
        text: text`
          ---
          ---

          Labels are settled in «preprod»; «Val» follows in May, «prod» in July.
        `,
        finds: ['Pre-PROD is spelled `preprod`', 'VAL is spelled `Val`', 'PROD is spelled `prod`'],
      },
      {
        title: 'Other words',
        text: text`
          ---
          ---

          ## The «Go-Live»

          There is no «signoff» before the «Clinspark» training.
        `,
        finds: [
          'Go-live is spelled `Go-Live`',
          'Sign-off is spelled `signoff`',
          'ClinSpark is spelled `Clinspark`',
        ],
      },
    ],
    good: [
      {
        title: 'A hyphen is part of the word',
        text: text`
          ---
          ---

          Labels are settled in Pre-PROD. Validation in VAL has an interval of a week before PROD takes over, and Main goes
          live in July; \`preprod\` is the name of a folder.
        `,
      },
    ],
  }),
  checkProse(prose, { plan }, report) {
    const names = namesOf(plan);
    for (const { text: words, rangeOf } of prose.passages) {
      for (const { term, right, start, end } of misspellingsIn(words)) {
        if (names.some((name) => isPartOf(words, name, start, end))) continue;
        const range = rangeOf(start, end);
        const spelled = words.slice(start, end);
        const canonical = term.canonical.replace(/^./, (first) => first.toUpperCase());
        report.at(range, {
          message: `${canonical} is spelled ${quote(spelled.replace(/\s+/g, ' '))}`,
          help: plan?.environment(term.kind)
            ? `Write “${right}”, or \`<Environment id="${term.kind}" />\` for a link to it.`
            : `Write “${right}”.`,
          // Markup in the middle of a word is not to be lost.
          repair: prose.source(range) === spelled ? { write: right } : undefined,
        });
      }
    }
  },
});

/** What the plan calls by a name of its own: nobody may respell it. */
function namesOf(plan: Plan | undefined): string[] {
  if (!plan) return [];
  const { customer, sites = [], contacts = [], sourceDatabase, integrations } = plan.facts;
  const labs = integrations?.labs ?? [];
  return [
    customer,
    sourceDatabase,
    ...sites,
    ...[...contacts, ...labs].map(({ name }) => name),
  ].filter((name) => name !== undefined);
}

/** Whether the part of a text from `start` to `end` lies in an occurrence of `name`. */
function isPartOf(words: string, name: string, start: number, end: number): boolean {
  const from = Math.max(end - name.length, 0);
  const at = words.indexOf(name, from);
  return name !== '' && at >= 0 && at <= start && at + name.length >= end;
}
