import { describe, expect, test } from 'vitest';
import { staysInSite } from '../../src/lifecycle/site.ts';

describe('a link on the page of a plan', () => {
  test.each([
    '/rules/iq-late/',
    '../bay/#environment-val',
    '../../guides/overview/',
    './../.././rules/',
    'reports/../../../rules/',
    '/rules/../guides/',
    '#notes',
    '?q=../../../..#/../..',
    '/rules?..%2f..%2f..',
    '/rules#\\',
    '/guides/a%20b%2d/',
    '/guides/..../...',
    '',
  ])('stays in the site: %s', (href) => {
    expect(staysInSite(href)).toBe(true);
  });

  test.each([
    ['climbs above the site', '../../../secret.yaml'],
    ['climbs above it on the way', '../../../plans/acme/'],
    ['climbs beside empty steps', '..//..//../secret.yaml'],
    ['climbs beside steps on the spot', './../../../secret.yaml'],
    ['climbs from the root', '/../secret.yaml'],
    ['climbs from the root later', '/rules/../../secret.yaml'],
    ['climbs in the end', '../../..'],
    ['climbs before its query', '../../..?page=2'],
    ['climbs in escapes', '%2e%2E/rules/'],
    ['ends a folder in an escape', 'rules%2fiq-late'],
    ['ends a folder with a back slash', 'rules\\iq-late'],
    ['ends a folder with an escaped back slash', 'rules%5Ciq-late'],
    ['holds a line’s end', '/ru\nles/'],
    ['holds an escaped line’s end', '/ru%0ales/'],
    ['holds an escaped control character', '/ru%1Fles/'],
    ['holds an escaped delete', '/ru%7Fles/'],
  ])('may leave it where it %s', (_, href) => {
    expect(staysInSite(href)).toBe(false);
  });
});
