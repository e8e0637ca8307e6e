// The way out of a finding, one key away: what an action changes makes the finding go, and brings no other.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Editor, ROOT, edited } from './editor.mjs';
import { casesIn } from './mistakes.mjs';
import { PACK } from './packs.mjs';
import { Desks, Tally } from './tally.mjs';

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

test('a pack that is meant is read before it is named', async () => {
  const editor = await Editor.start({ 'basiss/basis.regels': PACK.replace(/^regelpakket \S+/m, 'regelpakket basiss').split('\nvoorbeeld')[0] });
  const text = 'regelpakket proef "Proef"\n  versie 1\n\ngebruik basis\n';
  await editor.open('proef/proef.regels', text);
  const uri = editor.uri('proef/proef.regels');
  const offered = await editor.request('textDocument/codeAction', { textDocument: { uri }, range: WHOLE, context: { diagnostics: [] } });
  const [action, ...others] = offered.filter((one) => one.diagnostics[0].code === 'F185');
  assert.deepEqual(others, []);
  const mended = edited(text, action.edit.changes[uri]);
  assert.match(mended, /\ngebruik basiss\n$/);
  editor.change('proef/proef.regels', { text: mended });
  assert.deepEqual(errors(await editor.findings('proef/proef.regels', (all) => all.every((one) => one.code !== 'F185'))), []);
  assert.equal(await editor.stop(), 0);
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

test('an English reader of a Dutch pack reads English, and writes Dutch', async () => {
  const desk = await Desk.open(PACK.replace('als    recente_presentie < grens', 'als vooropleiding is mbo'), { args: ['--lang', 'en'] });
  const [action] = await desk.actions();
  assert.match(action.title, /^add to `lage_presentie`:/);
  desk.write(desk.after(action));
  assert.match(desk.text, /\n {2}motivering "…"\n/);
  assert.deepEqual(errors(await desk.findings()), []);
  assert.equal(await desk.editor.stop(), 0);
});

test('a choice has one action per alternative, and none is preferred', async () => {
  const desk = await Desk.open(PACK.replace('keuze uit slb, docent, decaan', 'keuze uit slb, docent, decaan, slb'));
  const twice = (await desk.actions()).filter((one) => one.diagnostics[0].code === 'F035');
  assert.equal(twice.length, 2);
  assert.ok(twice.every((one) => !one.isPreferred && one.title.startsWith('haal `slb` weg')));
  assert.notEqual(twice[0].title, twice[1].title);
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

// Every case of tests/golden on which `check` is run is a mistake, of one file or several. Each action of each of its findings is carried
// out by itself, in the language of the pack, and checked again as a whole.
async function lookAt(folders, context, floor) {
  const desks = new Desks();
  const tally = new Tally();
  const cases = folders.flatMap(casesIn);
  for (const one of cases) await tally.look(desks, one);
  const [acted, found] = [Tally.sum(tally.acted), Tally.sum(tally.found)];
  const several = cases.filter(({ files }) => Object.keys(files).filter((name) => name.endsWith('.regels')).length > 1).length;
  const english = cases.filter(({ language }) => language === 'en').length;
  context.diagnostic(`${acted} of ${found} findings with a way out, in ${cases.length} cases (${several} of several files, ${english} in English), ` +
    `have an action that mends them; ${tally.actions} actions carried out, ${tally.elsewhere} of them change another file`);
  context.diagnostic(`codes without: ${tally.none.join(', ')}`);
  context.diagnostic(`codes with one in part: ${tally.some.join(', ')}`);
  context.diagnostic(`without: ${tally.missing.join('; ')}`);
  assert.deepEqual(tally.wrong, []);
  assert.ok(acted / found >= floor, `${acted} of ${found}`);
  assert.ok(await desks.close());
}

const OTHERS = fs.readdirSync(path.join(ROOT, 'tests/golden')).filter((name) => !['diagnostics', 'messages', 'shared'].includes(name));

test('the ways out of the mistakes that authors make', (context) => lookAt(['diagnostics'], context, 0.99));
test('the ways out of every message', (context) => lookAt(['messages'], context, 0.98));
test('the ways out in all other cases', (context) => lookAt(OTHERS, context, 0.8));

// What a trial leaves out there must not matter: each action is checked in the whole pack.
const MISTAKES = {
  F051: '  als    motivatie < 3\n  als    motivatie < 4\n',
  F021: '  als    motivatie < 3 en minstens 2 toetsen of geen gesprek\n',
  W107: '  ernst hoog als motivatie < 3\n  ernst laag als motivatie < 2\n',
  W111: '  als    motivatie < 3 en motivatie < 4\n',
};

test('in a pack of 300 signals every action mends as well', async () => {
  const large = execFileSync('python3', ['-c', 'import sys; sys.path.insert(0, sys.argv[1]); import thinking_run; sys.stdout.write(thinking_run.large_pack())',
    path.join(ROOT, 'tests')], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const desks = new Desks();
  for (const [code, lines] of Object.entries(MISTAKES)) {
    const tally = new Tally();
    const text = `${large}\nsignaal een_nieuw "Nieuw"\n  factor integratie\n${lines}`;
    await tally.look(desks, { name: code, files: { 'proef.regels': text }, names: ['proef.regels'], language: 'nl' }, code);
    assert.deepEqual(tally.wrong, []);
    assert.ok(tally.acted.get(code) > 0, code);
  }
  assert.ok(await desks.close());
});
