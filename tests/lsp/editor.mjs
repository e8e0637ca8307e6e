// An editor without a screen: it drives `wegwijzer lsp` through vscode-jsonrpc and the types of the protocol.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import protocol from 'vscode-languageserver-protocol/node.js';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const BINARY = path.resolve(process.env.WEGWIJZER ?? path.join(ROOT, 'build', 'wegwijzer'));
const PATIENCE = Number(process.env.WEGWIJZER_TEST_SECONDS ?? 60) * 1000;

// A test that fails leaves its server behind: nothing of it outlives the file.
const started = new Set();
after(() => { for (const editor of started) editor.remove(); });

export class Editor {
  // `files`: { name: text } in a new folder, which is the workspace. It stands in a folder of its own: `gebruik` looks beside it.
  static async start(files = {}, { args = [], capabilities = {}, options = {}, initialize = true } = {}) {
    const editor = new Editor();
    editor.folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'wegwijzer-lsp-')), 'pakket');
    fs.mkdirSync(editor.folder);
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(editor.folder, name)), { recursive: true });
      fs.writeFileSync(path.join(editor.folder, name), text);
    }
    editor.process = spawn(BINARY, ['lsp', '--stdio', ...args], { env: { LC_ALL: 'C.UTF-8', PATH: process.env.PATH } });
    started.add(editor);
    editor.stderr = '';
    editor.process.stderr.on('data', (bytes) => { editor.stderr += bytes; });
    editor.exited = once(editor.process, 'exit').then(([status]) => status);
    editor.connection = protocol.createProtocolConnection(
      new protocol.StreamMessageReader(editor.process.stdout), new protocol.StreamMessageWriter(editor.process.stdin));
    editor.published = new Map();
    editor.waiting = [];
    editor.connection.onNotification(protocol.PublishDiagnosticsNotification.type, (params) => {
      editor.published.set(params.uri, params);
      editor.publishes += 1;
      editor.waiting = editor.waiting.filter((wait) => !wait(params));
    });
    editor.publishes = 0;
    editor.connection.onRequest(protocol.RegistrationRequest.type, (params) => {
      editor.registered = params.registrations;
    });
    editor.connection.onError(() => {});
    editor.connection.listen();
    editor.versions = new Map();
    editor.texts = new Map();
    if (initialize) await editor.initialize({ capabilities, options });
    return editor;
  }

  async initialize({ capabilities = {}, options = {} } = {}) {
    this.answer = await this.request('initialize', {
      processId: process.pid, rootUri: this.uri(''), capabilities, initializationOptions: options,
      workspaceFolders: [{ uri: this.uri(''), name: 'proef' }],
    });
    await this.connection.sendNotification('initialized', {});
    return this.answer;
  }

  uri(name) { return pathToFileURL(path.join(this.folder, name)).toString().replace(/\/$/, ''); }

  request(method, params) {
    const answer = this.connection.sendRequest(method, params);
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), PATIENCE);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  notify(method, params) { return this.connection.sendNotification(method, params); }

  open(name, text) {
    const uri = this.uri(name);
    const content = text ?? fs.readFileSync(path.join(this.folder, name), 'utf8');
    this.versions.set(uri, 1);
    this.texts.set(uri, content);
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'regels', version: 1, text: content } });
  }

  // A change as an editor sends it; without `range` the whole text. Returns the new version.
  change(name, ...contentChanges) {
    const uri = this.uri(name);
    const version = this.versions.get(uri) + 1;
    this.versions.set(uri, version);
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(name) { return this.notify('textDocument/didClose', { textDocument: { uri: this.uri(name) } }); }

  // What stands under the file at its present version, once `fits` holds for it.
  findings(name, fits = () => true, patience = PATIENCE) {
    const uri = this.uri(name);
    const version = this.versions.get(uri);
    const good = (params) => params !== undefined && params.uri === uri && fits(params.diagnostics) &&
      (version === undefined || params.version === undefined || params.version >= version);
    const now = this.published.get(uri);
    if (good(now)) return Promise.resolve(now.diagnostics);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`no such findings under ${name}: ${JSON.stringify(this.published.get(uri))}\n${this.stderr}`));
      }, patience);
      this.waiting.push((params) => {
        if (!good(params)) return false;
        clearTimeout(timer);
        resolve(params.diagnostics);
        return true;
      });
    });
  }

  // Position of the mark `¦` in a text, and the text without it.
  static at(marked) {
    const offset = marked.indexOf('¦');
    const before = marked.slice(0, offset).split('\n');
    return {
      text: marked.replace('¦', ''),
      position: { line: before.length - 1, character: before[before.length - 1].length },
    };
  }

  async stop() {
    await this.request('shutdown', undefined);
    await this.notify('exit');
    const status = await this.exited;
    this.remove();
    return status;
  }

  remove() {
    started.delete(this);
    this.connection.dispose();
    this.process.kill();
    fs.rmSync(path.dirname(this.folder), { recursive: true, force: true });
  }
}

// The text with edits of the protocol carried out (places in UTF-16 units).
export function edited(text, edits) {
  const lines = text.split('\n');
  const starts = lines.reduce((all, line) => [...all, all[all.length - 1] + line.length + 1], [0]);
  const offset = ({ line, character }) => Math.min(starts[Math.min(line, lines.length)] + character, text.length);
  return edits.map((edit, order) => ({ begin: offset(edit.range.start), end: offset(edit.range.end), text: edit.newText, order }))
    .sort((left, right) => right.begin - left.begin || right.order - left.order)
    .reduce((result, edit) => result.slice(0, edit.begin) + edit.text + result.slice(edit.end), text);
}

// The piece of the text in a range.
export function piece(text, { start, end }) {
  const lines = text.split('\n');
  if (start.line === end.line) return lines[start.line].slice(start.character, end.character);
  return [lines[start.line].slice(start.character), ...lines.slice(start.line + 1, end.line),
    lines[end.line].slice(0, end.character)].join('\n');
}
