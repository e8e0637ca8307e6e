// Neovim without a screen, with its own client of the protocol: an editor that knows nothing of this project.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { BINARY } from './editor.mjs';
import { PACK } from './packs.mjs';

const nvim = ['nvim', '/usr/bin/nvim'].find((name) => spawnSync(name, ['--version']).status === 0);

const SCRIPT = `
local function fail(text) io.stderr:write(text .. "\\n") vim.cmd("cquit 1") end
local client = vim.lsp.start_client({ name = "wegwijzer", cmd = { os.getenv("WEGWIJZER"), "lsp" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)
local function wait(what, fits) if not vim.wait(20000, fits, 20) then fail("no " .. what .. ": " .. vim.inspect(vim.diagnostic.get(0))) end end
local function errors() return vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) end
local function ask(method, extra)
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(), extra or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  return answers and answers[client] and answers[client].result
end

wait("finding", function() return #errors() == 1 end)
local finding = errors()[1]
local report = { code = finding.code, line = finding.lnum + 1, message = finding.message }
local line = vim.fn.getline(report.line)
report.marked = line:sub(finding.col + 1, finding.end_col)

-- The way out, as Neovim carries it out.
local actions = ask("textDocument/codeAction", {
  range = { start = { line = finding.lnum, character = finding.col }, ["end"] = { line = finding.lnum, character = finding.end_col } },
  context = { diagnostics = {} } })
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
wait("end of the finding", function() return #errors() == 0 end)
report.mended = vim.fn.getline(report.line)

vim.fn.search("tenzij")
report.hover = ask("textDocument/hover").contents.value
vim.fn.search("beleid contact")
vim.fn.search("lage_presentie", "W")
report.definition = vim.fn.getline(ask("textDocument/definition")[1].range.start.line + 1)
vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", { newName = "weinig_aanwezig" }), "utf-16")
report.renamed = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\\n")
wait("sound text", function() return #errors() == 0 end)
vim.lsp.stop_client(client)
io.stdout:write("REPORT" .. vim.fn.json_encode(report) .. "\\n")
vim.cmd("qall!")
`;

test('Neovim shows findings, carries out a way out, and finds its way', { skip: nvim ? false : 'Neovim is not there (tools/install_debian.sh editors)' }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wegwijzer-nvim-'));
  try {
    fs.writeFileSync(path.join(folder, 'proef.regels'), PACK.replace('signaal lage_presentie "Lage presentie"', 'signaal lage_presentie "Lage 🎓 presentie"')
      .replace('\n  als    recente_presentie < grens', ' als recente_presentie < 70'));
    fs.writeFileSync(path.join(folder, 'proef.lua'), SCRIPT);
    const out = execFileSync(nvim, ['--headless', '-u', 'NONE', '-n', 'proef.regels', '-c', 'luafile proef.lua'],
      { cwd: folder, env: { ...process.env, WEGWIJZER: BINARY, HOME: folder, XDG_CACHE_HOME: folder, XDG_STATE_HOME: folder }, timeout: 60000, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const report = JSON.parse(out.slice(out.indexOf('REPORT') + 6).split('\n')[0]);
    assert.equal(report.code, 'F014');
    assert.equal(report.marked, '70');
    assert.match(report.mended, /< 70%$/);
    assert.match(report.hover, /Engels: `unless`/);
    assert.match(report.definition, /^signaal lage_presentie/);
    assert.equal(report.renamed.match(/weinig_aanwezig/g).length, 3);
    assert.doesNotMatch(report.renamed, /lage_presentie/);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
