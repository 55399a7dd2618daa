import { text, unseen, visible } from './scalars.ts';

/** What people write until they know more. Taken for evidence, it would hide that there is none. */
const standIns = ['tbd', 'tba', 'tbc', 'todo', 'n/a', 'none', 'unknown', 'pending'];

const standIn = new RegExp(
  `^[${unseen}]*[<([]?(?:${standIns.map(inAnyCase).join('|')})[>)\\]]?[${unseen}]*$`,
);

const anyEvidence = text('').refine((given) => !standIn.test(given));

/**
 * Text that shows something: the number of a record, or who has made it. A word for "not yet" does not.
 *
 * @param expected what it is, as the end of "expected …"
 */
export function evidence(description: string, expected: string) {
  return anyEvidence.meta({
    type: ['string', 'number'],
    pattern: visible.source,
    not: { pattern: standIn.source },
    expected,
    description,
  });
}

/** The number of a record, once there is one. */
export function recordNumber(description: string) {
  return evidence(description, 'a number (leave the key out until there is one)');
}

/** Who has made or approved a record, once that is known. */
export function signatory(description: string) {
  return evidence(description, 'a name (leave the key out until it is known)');
}

/** A pattern that needs no flag, since a JSON Schema has none. */
function inAnyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}
