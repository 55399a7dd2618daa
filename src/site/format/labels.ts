/** The plan format's words, as a page shows them. */

const spelled: Readonly<Record<string, string>> = {
  iqvia: 'IQVIA',
  sso: 'SSO',
  'crf-elements': 'CRF design elements',
  'odm-xml': 'CDISC ODM XML',
};

const ofTheFormat = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** `dry-run-formal-testing` as "Dry run formal testing"; what writers put in words of their own stays. */
export function label(word: string): string {
  const known = Object.hasOwn(spelled, word) ? spelled[word] : undefined;
  if (known !== undefined) return known;
  if (!ofTheFormat.test(word)) return word;
  const text = word.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "IQVIA", "the customer": one of the two sides within a sentence. */
export function partyInWords(party: string): string {
  return party === 'customer' ? `the ${party}` : label(party);
}
