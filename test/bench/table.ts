/** Lines of cells as a Markdown table whose columns stand one below the other. */
export function alignedTable(lines: readonly (readonly string[])[]): string {
  const [head = []] = lines;
  const widths = head.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const [first = '', ...others] = lines.map(line);
  return first + line(widths.map((width) => '-'.repeat(width))) + others.join('');
}
