// Starts `wegwijzer lsp` and connects it to VS Code. What it does stands in dsl/editor and cli/lsp.
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

function settings() {
  const configuration = vscode.workspace.getConfiguration('wegwijzer');
  return {
    language: configuration.get('language') || undefined,
    pause: configuration.get('pause'),
    codeAddress: configuration.get('codeAddress') || undefined,
  };
}

async function start() {
  const program = vscode.workspace.getConfiguration('wegwijzer').get('program') || 'wegwijzer';
  client = new LanguageClient('wegwijzer', 'Wegwijzer', { command: program, args: ['lsp'] }, {
    documentSelector: [{ language: 'regels' }],
    initializationOptions: settings(),
  });
  try {
    await client.start();
  } catch (error) {
    const dutch = `Wegwijzer start niet (${program}): ${error.message}. Staat het programma op uw pad, of in de instelling wegwijzer.program?`;
    vscode.window.showErrorMessage(dutch);
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old && old.isRunning()) await old.stop();
}

// What `wegwijzer explain CODE` tells, beside the rules. The code of the finding at the cursor, else it is asked for.
async function explainCode() {
  if (!client || !client.isRunning()) return;
  const editor = vscode.window.activeTextEditor;
  const here = editor && vscode.languages.getDiagnostics(editor.document.uri)
    .find((finding) => finding.source === 'wegwijzer' && finding.range.contains(editor.selection.active));
  const code = here ? String(here.code.value ?? here.code) : await vscode.window.showInputBox({ prompt: 'F014, W107 …' });
  if (!code) return;
  const page = await client.sendRequest('workspace/executeCommand', { command: 'wegwijzer.explain', arguments: [code.trim().toUpperCase()] });
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: page });
  await vscode.commands.executeCommand('markdown.showPreviewToSide', document.uri);
}

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('wegwijzer.explainCode', explainCode),
    vscode.commands.registerCommand('wegwijzer.restart', async () => { await stop(); await start(); }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (!event.affectsConfiguration('wegwijzer')) return;
      await stop();
      await start();
    }),
  );
  await start();
};

exports.deactivate = stop;
