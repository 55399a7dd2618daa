import type { Breakers } from './breaker.ts';

/** Breakers of the rules on prose. */
export const prose: Breakers = {
  'prose-code': (draft) =>
    draft.write(
      draft.one([
        '«import» a from "a"',
        '«export» const a = 1',
        'There are «{1 + 1}» of them.',
        'It begins on <Date of=«{"goLive"}» />.',
      ]) ?? '',
    ),
  'prose-unknown-component': (draft) =>
    draft.write(
      draft.one([
        '<«Nothing» />',
        'Text in <«b»>bold</b>.',
        'It begins on <Date of="goLive" «style»="short" />.',
        'It begins on <«Date» />.',
      ]) ?? '',
    ),
  'prose-broken-link': (draft) =>
    draft.write(
      draft.one([
        'See [the rule](«/rules/no-such-rule/»).',
        'See [below](«#below»).',
        'Call [us](«tel:+15550100»).',
        'See [the report](«absent/report.pdf»).',
      ]) ?? '',
    ),
  'prose-term': (draft) =>
    draft.write(
      draft.one([
        'Labels come from «preprod».',
        'After «Go-Live» there is less to do.',
        '## «pre-prod»',
      ]) ?? '',
    ),
  'prose-date': (draft) => draft.write(`The first study begins on «${draft.plan.goLive}».`),
  'remark-lint': (draft) =>
    draft.write(
      draft.one([
        '1«)» Print the labels.',
        'See «https://quillon.example.com» for labels.',
        'See «[the manual][]».',
      ]) ?? '',
    ),
};
