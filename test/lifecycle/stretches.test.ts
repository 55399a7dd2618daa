import { expect, test } from 'vitest';
import { stretches } from '../../src/lifecycle/stretches.ts';

const code = (text: string) => ({ text, code: true });
const plain = (text: string) => ({ text, code: false });

test.each([
  ['no quotes at all', [plain('no quotes at all')]],
  ['`val` is cloned', [code('val'), plain(' is cloned')]],
  ['unknown key `creatd`', [plain('unknown key '), code('creatd')]],
  ['`a` and `b`', [code('a'), plain(' and '), code('b')]],
  ['`a``b`', [code('a'), code('b')]],
  ['one ` alone', [plain('one ` alone')]],
  ['`a` and one ` alone', [code('a'), plain(' and one ` alone')]],
  ['```', [plain('```')]],
  ['', []],
])('%j', (message, parts) => {
  expect(stretches(message)).toEqual(parts);
});
