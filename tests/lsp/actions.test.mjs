// The way out of a finding, one key away: what an action changes makes the finding go, and brings no other.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Editor, ROOT, edited } from './editor.mjs';
import { HEAD, PACK } from './packs.mjs';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
const errors = (findings) => findings.filter((one) => one.severity === 1);

class Desk {
  static async open(text, start) {
    const desk = new Desk();
    desk.editor = await Editor.start({}, start);
    await desk.editor.open('proef.regels', text);
    desk.text = text;
    return desk;
  }

  write(text) {
    this.text = text;
    this.editor.change('proef.regels', { text });
  }

  findings(fits) { return this.editor.findings('proef.regels', fits); }

  actions() {
    return this.editor.request('textDocument/codeAction',
      { textDocument: { uri: this.editor.uri('proef.regels') }, range: WHOLE, context: { diagnostics: [] } });
  }

  after(...actions) {
    return edited(this.text, actions.flatMap((action) => action.edit.changes[this.editor.uri('proef.regels')] ?? []));
  }
}

test('what to write in its place is written in its place', async () => {
  const desk = await Desk.open(PACK.replace('< grens', '< 70'));
  const [action, ...others] = await desk.actions();
  assert.deepEqual(others, []);
  assert.equal(action.title, 'schrijf `70%`');
  assert.equal(action.kind, 'quickfix');
  assert.ok(action.isPreferred);
  assert.equal(action.diagnostics[0].code, 'F014');
  desk.write(desk.after(action));
  assert.deepEqual(errors(await desk.findings()), []);
  assert.equal(await desk.editor.stop(), 0);
});

test('a line that is missing is added where it belongs', async () => {
  const desk = await Desk.open(PACK.replace('als    recente_presentie < grens', 'als vooropleiding is mbo'));
  const [action] = await desk.actions();
  assert.equal(action.diagnostics[0].code, 'F052');
  desk.write(desk.after(action));
  assert.match(desk.text, /uitleg .*\n {2}motivering "…"\n/);
  assert.deepEqual(errors(await desk.findings()), []);
  assert.equal(await desk.editor.stop(), 0);
});

const HIDDEN = PACK.split('\nvoorbeeld')[0].replace('als    recente_presentie < grens',
  'ernst hoog als recente_presentie < 60%\n  ernst midden als recente_presentie < 50%');

test('the voorbeeld that shows a finding is added, and checks', async () => {
  const desk = await Desk.open(HIDDEN, { options: { pause: 50 } });
  const before = await desk.findings((all) => all.some((one) => one.code === 'W107'));
  const action = (await desk.actions()).find((one) => one.title.includes('voorbeeld'));
  desk.write(desk.after(action));
  assert.match(desk.text, /\nvoorbeeld "W107/);
  const after = await desk.findings((all) => all.some((one) => one.code === 'W107'));
  const count = (all) => all.filter((one) => one.code === 'W107').length;
  assert.equal(count(after), count(before));
  assert.deepEqual(errors(after), []);
  assert.equal(await desk.editor.stop(), 0);
});

test('a warning is allowed at its place, once there is a reason', async () => {
  const desk = await Desk.open(HIDDEN, { options: { pause: 50 } });
  await desk.findings((all) => all.some((one) => one.code === 'W107'));
  const action = (await desk.actions()).find((one) => one.title.startsWith('sta W107'));
  desk.write(desk.after(action));
  await desk.findings((all) => all.some((one) => one.code === 'F320'));
  desk.write(desk.text.replace('W107: …', 'W107: zo afgesproken'));
  await desk.findings((all) => all.every((one) => one.severity !== 1 && one.code !== 'W107'));
  assert.match(desk.text, /\n {2}# sta toe W107: zo afgesproken\n {2}ernst midden/);
  assert.equal(await desk.editor.stop(), 0);
});

test('an error can not be allowed', async () => {
  const desk = await Desk.open(PACK.replace('< grens', '< 70'));
  assert.ok((await desk.actions()).every((action) => !action.title.startsWith('sta')));
  assert.equal(await desk.editor.stop(), 0);
});

test('the explanation of a code is there to be asked for', async () => {
  const editor = await Editor.start();
  const page = await editor.request('workspace/executeCommand', { command: 'wegwijzer.explain', arguments: ['F014'] });
  assert.match(page, /^\*\*F014\*\*/);
  await assert.rejects(editor.request('workspace/executeCommand', { command: 'wegwijzer.explain', arguments: ['F999'] }));
  assert.equal(await editor.stop(), 0);
});

// Every case of tests/golden/diagnostics is a mistake as an author makes it. Where each of its findings has a preferred action, those
// together must leave no error.
function packOf(file) {
  const text = fs.readFileSync(file, 'utf8');
  const found = text.match(/^--- (\S+\.regels)(?: from (\S+))?\n([\s\S]*?)\n(?=--- )/m);
  if (!found || (text.match(/^--- (include |\S+\.regels)/gm) ?? []).length !== 1) return undefined;
  const head = found[2] ? fs.readFileSync(path.join(ROOT, 'tests/golden/shared', found[2]), 'utf8') : '';
  return `${head}${found[3]}\n`.replace(/\n+$/, '\n');
}

test('the ways out of the mistakes that authors make', async (context) => {
  const folder = path.join(ROOT, 'tests/golden/diagnostics');
  const editor = await Editor.start({}, { options: { pause: 10000 } });
  const uri = editor.uri('proef.regels');
  await editor.open('proef.regels', '');
  let cases = 0;
  let found = 0;
  let acted = 0;
  const wrong = [];
  for (const name of fs.readdirSync(folder).sort()) {
    const text = packOf(path.join(folder, name));
    if (!text) continue;
    editor.change('proef.regels', { text });
    const before = errors(await editor.findings('proef.regels'));
    if (before.length === 0) continue;
    cases += 1;
    const actions = (await editor.request('textDocument/codeAction', { textDocument: { uri }, range: WHOLE, context: { diagnostics: [] } }))
      .filter((action) => action.isPreferred && action.diagnostics[0].severity === 1);
    const key = (finding) => `${finding.code} ${JSON.stringify(finding.range)}`;
    const chosen = before.map((finding) => actions.find((action) => key(action.diagnostics[0]) === key(finding)));
    found += before.length;
    acted += chosen.filter(Boolean).length;
    if (!chosen.every(Boolean)) continue;
    const edits = chosen.flatMap((action) => action.edit.changes[uri]);
    editor.change('proef.regels', { text: edited(text, edits) });
    const after = errors(await editor.findings('proef.regels'));
    if (after.length > 0) wrong.push(`${name}: ${before.map((one) => one.code)} became ${after.map((one) => `${one.code} ${one.message}`)}`);
  }
  context.diagnostic(`${acted} of ${found} errors in ${cases} cases have an action that mends them`);
  assert.deepEqual(wrong, []);
  assert.ok(acted / found > 0.6, `${acted} of ${found}`);
  assert.equal(await editor.stop(), 0);
});
