// Beginning, ending, and whatever comes in between in the wrong order.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import test from 'node:test';
import { BINARY, Editor } from './editor.mjs';
import { PACK } from './packs.mjs';

const code = (number) => (error) => error.code === number;

test('an orderly end is status 0', async () => {
  const editor = await Editor.start();
  assert.equal(editor.answer.serverInfo.name, 'wegwijzer');
  assert.equal(editor.answer.capabilities.positionEncoding, 'utf-16');
  assert.equal(await editor.stop(), 0);
  assert.equal(editor.stderr, '');
});

test('exit without shutdown is status 1, and so is an input that ends', async () => {
  const editor = await Editor.start();
  await editor.notify('exit');
  assert.equal(await editor.exited, 1);
  editor.remove();
  const process = spawn(BINARY, ['lsp']);
  process.stdin.end();
  const status = await new Promise((resolve) => { process.on('exit', resolve); });
  assert.equal(status, 1);
});

test('before initialize everything is refused', async () => {
  const editor = await Editor.start({}, { initialize: false });
  await assert.rejects(editor.request('textDocument/hover', {}), code(-32002));
  await editor.open('proef.regels', 'rommel');
  await editor.initialize();
  await assert.rejects(editor.request('initialize', {}), code(-32600));
  assert.equal(editor.publishes, 0);
  assert.equal(await editor.stop(), 0);
});

test('after shutdown everything is refused', async () => {
  const editor = await Editor.start();
  await editor.request('shutdown');
  await assert.rejects(editor.request('textDocument/hover', {}), code(-32600));
  await editor.notify('exit');
  assert.equal(await editor.exited, 0);
  editor.remove();
});

test('an unknown method is refused, an unknown notification passed over', async () => {
  const editor = await Editor.start();
  await editor.notify('$/onbekend', {});
  await editor.notify('onbekend', [1, 2]);
  await assert.rejects(editor.request('onbekend', {}), code(-32601));
  assert.equal(await editor.stop(), 0);
});

test('odd parameters never end the server', async () => {
  const editor = await Editor.start();
  const odd = [{}, [], { textDocument: 5 }, { textDocument: { uri: 'x' }, position: { line: -1, character: 9e15 } },
    { textDocument: { uri: 'file:///%00' }, contentChanges: [{}, 1, { range: 3, text: 'a' }] }];
  for (const params of odd) {
    for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave',
      'workspace/didChangeWorkspaceFolders', '$/cancelRequest']) await editor.notify(method, params);
  }
  await editor.open('proef.regels', PACK);
  assert.deepEqual((await editor.findings('proef.regels')).filter((one) => one.severity === 1), []);
  assert.equal(await editor.stop(), 0);
});

test('what is no message is passed over', async () => {
  const editor = await Editor.start();
  for (const text of ['garbage\r\n\r\n', 'Content-Length: abc\r\n\r\n', 'Content-Length: 5\r\n\r\n{"a":',
    'Content-Length: 2\r\n\r\n[]', 'content-length:   4\r\nContent-Type: x\r\n\r\nnull', 'X: 1\r\n\r\n']) {
    editor.process.stdin.write(text);
  }
  assert.equal(await editor.stop(), 0);
});

// All in one piece, so that the server has the cancellation before it works on the request.
test('a request that was cancelled is answered as such, and the others as ever', async () => {
  const child = spawn(BINARY, ['lsp']);
  const message = (body) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...body });
    return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
  const asked = { textDocument: { uri: 'untitled:x' }, position: { line: 0, character: 0 } };
  child.stdin.end([
    { id: 1, method: 'initialize', params: { capabilities: {} } },
    { method: 'textDocument/didOpen', params: { textDocument: { uri: 'untitled:x', text: PACK, version: 1 } } },
    { id: 'a', method: 'textDocument/hover', params: asked },
    { id: 'b', method: 'textDocument/documentSymbol', params: asked },
    { method: '$/cancelRequest', params: { id: 'a' } },
    { method: '$/cancelRequest', params: { id: 'nooit gevraagd' } },
    { id: 2, method: 'shutdown' },
    { method: 'exit' },
  ].map(message).join(''));
  let output = '';
  child.stdout.on('data', (bytes) => { output += bytes; });
  assert.equal(await new Promise((resolve) => { child.on('close', resolve); }), 0);
  const answers = new Map(output.split(/Content-Length: \d+\r\n\r\n/).filter(Boolean).map((text) => JSON.parse(text)).map((answer) => [answer.id, answer]));
  assert.equal(answers.get('a').error.code, -32800);
  assert.equal(answers.get('b').result.length, 13);
  assert.equal(answers.get(2).result, null);
});

test('of many keys that come at once only the last is shown', async () => {
  const editor = await Editor.start();
  await editor.open('proef.regels', PACK);
  for (let key = 0; key < 50; key += 1) editor.change('proef.regels', { text: `${PACK}# ${key}\n` });
  await editor.findings('proef.regels');
  assert.ok(editor.publishes < 52, `${editor.publishes} times`);
  assert.equal(await editor.stop(), 0);
});
