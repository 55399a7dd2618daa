import { expect, test } from 'vitest';
import { text } from '../../src/rules/example.ts';

test('a text has the margin of its own lines alone', () => {
  const written = text`
    environments:
      val:

        instances: {}
  `;
  expect(written).toBe('environments:\n  val:\n\n    instances: {}\n');
});

test('a text in one line is as it is written', () => {
  expect(text`val: 5`).toBe('val: 5');
});

test('all lines of a value are indented as the line is that it stands alone in', () => {
  const value = 'main: {}\ntest: {}';
  expect(text`
    instances:
      ${value}
    after: ${'5'}
  `).toBe('instances:\n  main: {}\n  test: {}\nafter: 5\n');
  expect(text`${value}`).toBe(value);
});

test('back quotes, dollars and backslashes are as a reader would write them', () => {
  expect(text`a \`code\` for \$5 \\ \n`).toBe('a `code` for $5 \\\\ \\n');
});
