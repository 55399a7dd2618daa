import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { bin, folderWith } from '../support/waypost.ts';

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;
const unpaired = changed('planned', ['    test: {}\n', '']);

/** Starts the server for the buffer, waits for its diagnostics, and lets it rename an environment. */
const script = (node: string) => `
local id = vim.lsp.start_client({
  name = 'waypost',
  cmd = { ${JSON.stringify(node)}, ${JSON.stringify(bin)}, 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, id)
local function await(what, condition)
  if not vim.wait(50000, condition, 20) then
    io.stderr:write('No ' .. what)
    vim.cmd('cquit!')
  end
end
await('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
local found = vim.tbl_map(function(diagnostic)
  return { line = diagnostic.lnum + 1, code = diagnostic.code or diagnostic.user_data.lsp.code, text = diagnostic.message }
end, vim.diagnostic.get(0))
vim.fn.search('^  val:')
vim.cmd('normal! w')
local hover
vim.lsp.buf_request(0, 'textDocument/hover', vim.lsp.util.make_position_params(), function(_, result)
  hover = result.contents.value
end)
await('hover', function() return hover end)
vim.lsp.buf.rename('val-26-1')
await('rename', function() return vim.fn.search('^  val-26-1:', 'n') > 0 end)
vim.cmd('write')
vim.fn.writefile({ vim.fn.json_encode({ found = found, hover = hover }) }, 'told.json')
vim.lsp.stop_client(id)
await('end of the server', function() return vim.lsp.client_is_stopped(id) end)
vim.cmd('qall!')
`;

test.runIf(hasNeovim)('Neovim shows findings, explains an environment and renames it', async () => {
  const folder = await folderWith({
    'content/plans/quillon-bay.yaml': unpaired,
    'drive.lua': script(process.execPath),
  });
  const args = ['--headless', '--clean', 'content/plans/quillon-bay.yaml', '+luafile drive.lua'];
  await promisify(execFile)('nvim', args, { cwd: folder, env: { ...process.env, HOME: folder } });
  const told = JSON.parse(await readFile(join(folder, 'told.json'), 'utf8'));
  expect(told.found).toEqual([
    { line: 7, code: 'pair-incomplete', text: expect.stringContaining('Sandbox has no Test') },
  ]);
  expect(told.hover).toContain('**VAL**: Main and Test');
  const renamed = await readFile(join(folder, 'content/plans/quillon-bay.yaml'), 'utf8');
  expect(renamed).toBe(
    unpaired
      .replace('  val:\n', '  val-26-1:\n    kind: val\n')
      .replace('environment: val,', 'environment: val-26-1,'),
  );
});
