import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { deviating, reported, sound } from './reported.ts';

const schema = readFileSync(new URL('../fixtures/consumers/junit-10.xsd', import.meta.url), 'utf8');

async function document(plans: Readonly<Record<string, string>>) {
  const { text, findings } = await reported('junit', plans);
  const { errors } = await validateXML({ xml: text, schema });
  expect(errors).toEqual([]);
  const { document } = new JSDOM(text, { contentType: 'text/xml' }).window;
  return { document, findings };
}

test('a plan in order is a suite with one case that passes', async () => {
  const { document: xml } = await document({ 'plans/a.yaml': sound });
  expect(xml.querySelectorAll('testsuite > testcase')).toHaveLength(1);
  expect(xml.querySelectorAll('failure, skipped, error')).toHaveLength(0);
});

test('each finding is a failed case, in the suite of its plan', async () => {
  const plans = { 'plans/a b&c.yaml': deviating, 'plans/b.yaml': 'customer: "<script>"\n' };
  const { document: xml, findings } = await document(plans);
  const messages = [...xml.querySelectorAll('failure')].map((failure) =>
    failure.getAttribute('message'),
  );
  const counted = findings.filter(({ waived }) => waived === null);
  expect(messages).toEqual(counted.map(({ message }) => message));
  for (const suite of xml.querySelectorAll('testsuite')) {
    expect(Number(suite.getAttribute('tests'))).toBe(suite.querySelectorAll('testcase').length);
    expect(Number(suite.getAttribute('failures'))).toBe(suite.querySelectorAll('failure').length);
    expect(Number(suite.getAttribute('skipped'))).toBe(suite.querySelectorAll('skipped').length);
  }
  expect(Number(xml.documentElement.getAttribute('tests'))).toBe(findings.length);
});

test('an accepted deviation is skipped, with its reason in characters that XML has', async () => {
  const { document: xml } = await document({ 'a.yaml': deviating });
  const skipped = xml.querySelector('skipped')?.getAttribute('message');
  expect(skipped).toContain(']]><b>&amp; %0A ::error::x');
  expect(skipped).toContain('\\u{7} \\u{202e} é 😀');
});
