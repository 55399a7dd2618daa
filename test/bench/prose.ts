import type { Dice } from '../support/portfolio/dice.ts';

const nouns = ['labels', 'rooms', 'reports', 'roles', 'visits', 'kits', 'forms', 'wards'] as const;
const verbs = ['keep', 'name', 'check', 'print', 'review', 'replace', 'share', 'order'] as const;
const times = ['every morning', 'once a week', 'before a visit', 'at night', 'in spring'] as const;
const people = ['Lab operations', 'Recruitment', 'The pharmacy', 'Data management'] as const;

export function nounOf(dice: Dice): string {
  return dice.pick(nouns);
}

export function sentenceOf(dice: Dice): string {
  return `${dice.pick(people)} and ${dice.number(2, 40)} others ${dice.pick(verbs)} the ${nounOf(dice)} ${dice.pick(times)}.`;
}

/**
 * About 60 lines of prose: headings, paragraphs, lists, a table and components.
 *
 * @param rich whether it has emphasis, links and code in it too, as most prose sooner or later has
 */
export function proseOf(dice: Dice, rich: boolean): string {
  const sentence = () => sentenceOf(dice);
  const markup = [
    () => `Ask the **${dice.pick(people)}** first, and *then* go on with the ${dice.pick(nouns)}.`,
    () => `The [guide](/guides/validation/) tells how to ${dice.pick(verbs)} ${dice.pick(nouns)}.`,
    () => `Codes are written as \`${dice.pick(nouns)}-${dice.number(1, 99)}\`, never otherwise.`,
  ] as const;
  const marked = () => (rich ? dice.pick(markup)() : sentence());
  const topic = (number: number) => `## Topic ${number}: ${dice.pick(nouns)}

The teams met in the week of <Date of="statusDate" /> and went on. ${sentence()}
${marked()}
${sentence()} ${sentence()}

- ${sentence()}
- ${marked()}
- ${sentence()}
- ${sentence()}

| Question | Who answers | When |
| --- | --- | --- |
| Who may ${dice.pick(verbs)} the ${dice.pick(nouns)}? | ${dice.pick(people)} | <Date of="goLive" /> |
| Who may ${dice.pick(verbs)} the ${dice.pick(nouns)}? | ${dice.pick(people)} | <Date of="goLive" /> |

<Note>
  <Environment id="sandbox" /> may be changed at any time; <Environment id="pre-prod" /> may not.
</Note>
`;
  return [1, 2, 3].map(topic).join('\n');
}
