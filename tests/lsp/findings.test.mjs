// Findings under the text: places, words, languages, packs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Editor, piece } from './editor.mjs';
import { HEAD, PACK } from './packs.mjs';

const errors = (findings) => findings.filter((one) => one.severity === 1);
const codes = (findings) => findings.map((one) => one.code);

test('a sound pack has no finding', async () => {
  const editor = await Editor.start({ 'proef.regels': PACK });
  await editor.open('proef.regels');
  assert.deepEqual(await editor.findings('proef.regels'), []);
  assert.equal(await editor.stop(), 0);
});

test('a finding has its code, its words and exactly the wrong place', async () => {
  const editor = await Editor.start();
  const text = `${HEAD}\nsignaal coördinatie "Één 🎓" factor integratie als recente_presentie < 70\n`;
  await editor.open('proef.regels', text);
  const [finding, ...others] = errors(await editor.findings('proef.regels'));
  assert.deepEqual(others, []);
  assert.equal(finding.code, 'F014');
  assert.equal(finding.source, 'wegwijzer');
  assert.equal(piece(text, finding.range), '70');
  assert.match(finding.message, /^een percentage wordt vergeleken met het gewone getal `70`\nwaarom: .*\ndoe: schrijf `70%`$/s);
  assert.equal(await editor.stop(), 0);
});

for (const [encoding, width] of [['utf-8', 4], ['utf-16', 2], ['utf-32', 1]]) {
  test(`places count in ${encoding} when the editor asks for it`, async () => {
    const editor = await Editor.start({}, { capabilities: { general: { positionEncodings: ['x', encoding] } } });
    assert.equal(editor.answer.capabilities.positionEncoding, encoding);
    const line = 'signaal x "🎓" factor integratie als recente_presentie < 70';
    await editor.open('proef.regels', `${HEAD}\n${line}\n`);
    const [finding] = errors(await editor.findings('proef.regels'));
    assert.equal(finding.range.start.character, 'signaal x "'.length + width + '" factor integratie als recente_presentie < '.length);
    assert.equal(finding.range.end.character - finding.range.start.character, 2);
    assert.equal(await editor.stop(), 0);
  });
}

test('a change of a piece is as good as the whole text', async () => {
  const editor = await Editor.start();
  await editor.open('proef.regels', PACK);
  const lines = PACK.split('\n');
  const line = lines.findIndex((text) => text.includes('recente_presentie < grens'));
  const character = lines[line].indexOf('grens');
  editor.change('proef.regels', { range: { start: { line, character }, end: { line, character: character + 5 } }, text: '70' });
  assert.deepEqual(codes(errors(await editor.findings('proef.regels', (all) => all.length > 0))), ['F014']);
  editor.change('proef.regels', { range: { start: { line, character: character + 2 }, end: { line, character: character + 2 } }, text: '%' });
  assert.deepEqual(errors(await editor.findings('proef.regels')), []);
  editor.change('proef.regels', { text: PACK.replace('< grens', '< 80') });
  assert.deepEqual(codes(errors(await editor.findings('proef.regels'))), ['F014']);
  assert.equal(await editor.stop(), 0);
});

test('what is not written yet is told when the author pauses, not before', async () => {
  const editor = await Editor.start({}, { options: { pause: 300 } });
  await editor.open('proef.regels', PACK);
  await editor.findings('proef.regels');
  const end = { line: PACK.split('\n').length - 1, character: 0 };
  editor.change('proef.regels', { range: { start: end, end }, text: 'b' });
  assert.deepEqual(errors(await editor.findings('proef.regels')), []);
  editor.change('proef.regels', { range: { start: { ...end, character: 1 }, end: { ...end, character: 1 } }, text: 'egrip x' });
  assert.deepEqual(errors(await editor.findings('proef.regels')), []);
  assert.equal(errors(await editor.findings('proef.regels', (all) => errors(all).length > 0)).length, 1);
  // Typing on, it is not told; a paste of lines and the whole text are no typing.
  editor.change('proef.regels', { range: { start: { ...end, character: 8 }, end: { ...end, character: 8 } }, text: 'y' });
  assert.deepEqual(errors(await editor.findings('proef.regels')), []);
  editor.change('proef.regels', { range: { start: { ...end, character: 9 }, end: { ...end, character: 9 } }, text: '\n\nbegrip z' });
  assert.equal(errors(await editor.findings('proef.regels')).length, 2);
  editor.change('proef.regels', { text: `${PACK}begrip xy\n` });
  assert.equal(errors(await editor.findings('proef.regels')).length, 1);
  assert.equal(await editor.stop(), 0);
});

test('a name that is being typed breaks nothing elsewhere until the author pauses', async () => {
  const editor = await Editor.start({}, { options: { pause: 300 } });
  const text = `${PACK}\nbegrip ook = grens > 3%\n`;
  await editor.open('proef.regels', text);
  assert.deepEqual(errors(await editor.findings('proef.regels')), []);
  const line = text.split('\n').findIndex((each) => each.startsWith('parameter grens'));
  const end = { line, character: 'parameter grens'.length };
  editor.change('proef.regels', { range: { start: { line, character: end.character - 1 }, end }, text: '' });
  assert.deepEqual(errors(await editor.findings('proef.regels')), []);
  const told = errors(await editor.findings('proef.regels', (all) => errors(all).length > 0));
  assert.deepEqual(codes(told), ['F030']);
  assert.equal(told[0].relatedInformation.length, 1);
  assert.equal(await editor.stop(), 0);
});

test('two files in which somebody types wait each for itself', async () => {
  const editor = await Editor.start({ 'een/een.regels': PACK, 'twee/twee.regels': PACK }, { options: { pause: 5000 } });
  const end = { line: PACK.split('\n').length - 1, character: 0 };
  for (const name of ['een/een.regels', 'twee/twee.regels']) {
    await editor.open(name);
    await editor.findings(name);
    editor.change(name, { range: { start: end, end }, text: 'begrip x' });
    assert.deepEqual(errors(await editor.findings(name)), []);
  }
  // A change that is no key: everything in this file, and the other one still waits.
  editor.change('een/een.regels', { text: `${PACK}begrip x\n` });
  assert.equal(errors(await editor.findings('een/een.regels')).length, 1);
  assert.deepEqual(errors(await editor.findings('twee/twee.regels')), []);
  assert.equal(await editor.stop(), 0);
});

test('two places of one mistake are one finding with the other place beside it', async () => {
  const editor = await Editor.start();
  const text = `${PACK}\nfactor integratie "Nog eens"\n`;
  await editor.open('proef.regels', text);
  const [finding, ...others] = errors(await editor.findings('proef.regels'));
  assert.deepEqual(others, []);
  assert.equal(finding.code, 'F033');
  assert.equal(piece(text, finding.relatedInformation[0].location.range), 'integratie');
  assert.match(finding.relatedInformation[0].message, /hier ook/);
  assert.equal(await editor.stop(), 0);
});

test('the thinking is looked at after a pause, and what was said stays while its rule reads the same', async () => {
  const editor = await Editor.start({}, { options: { pause: 100 } });
  const text = PACK.replace('als    recente_presentie < grens',
    'ernst hoog als recente_presentie < 60%\n  ernst midden als recente_presentie < 50%');
  await editor.open('proef.regels', text);
  const found = await editor.findings('proef.regels', (all) => codes(all).includes('W107'));
  const there = found.find((one) => one.code === 'W107').range.start.line;
  // Elsewhere something is typed that is wrong: the thinking can't be looked at, but what was found still holds.
  editor.change('proef.regels', { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'onzin\n' });
  const later = await editor.findings('proef.regels');
  assert.equal(errors(later).length, 1);
  assert.equal(later.find((one) => one.code === 'W107')?.range.start.line, there + 1);
  editor.change('proef.regels', { text });
  await editor.findings('proef.regels');
  editor.change('proef.regels', { text: text.replace('< 60%', '< 40%') });
  assert.ok(!codes(await editor.findings('proef.regels')).includes('W107'));
  assert.equal(await editor.stop(), 0);
});

test('findings are in the language of the pack, unless another is asked for', async () => {
  const english = 'rulepack trial "Trial"\n  language en\n\nsignal x if y < 3\n';
  const message = async (options, args) => {
    const editor = await Editor.start({}, { options, args });
    await editor.open('trial.regels', english);
    const found = await editor.findings('trial.regels');
    assert.equal(await editor.stop(), 0);
    return found.map((one) => one.message).join('\n');
  };
  assert.match(await message({}, []), /unknown|no `data student`/);
  assert.doesNotMatch(await message({}, []), /waarom|onbekend/);
  assert.match(await message({ language: 'nl' }, []), /doe: /);
  assert.match(await message({ language: 'en' }, ['--lang', 'nl']), /doe: /);
});

test('a pack is a folder: its files together, open or not', async () => {
  const [gegevens, regels] = [HEAD, PACK.slice(HEAD.length)];
  const editor = await Editor.start({ 'proef/gegevens.regels': gegevens, 'proef/regels.regels': regels });
  await editor.open('proef/regels.regels');
  assert.deepEqual(await editor.findings('proef/regels.regels'), []);
  await editor.open('proef/gegevens.regels');
  editor.change('proef/gegevens.regels', { text: gegevens.replaceAll('recente_presentie', 'aanwezigheid') });
  assert.deepEqual(codes(errors(await editor.findings('proef/regels.regels', (all) => all.length > 0))), ['F030']);
  // Closed without saving: what is on the disk counts again.
  await editor.close('proef/gegevens.regels');
  await editor.findings('proef/regels.regels', (all) => all.length === 0);
  assert.equal(await editor.stop(), 0);
});

test('other packs come in through `gebruik`, an unsaved one too', async () => {
  const editor = await Editor.start({ 'basis/basis.regels': HEAD.replace('regelpakket proef', 'regelpakket basis') });
  const eigen = `regelpakket eigen "Eigen"\n  versie 1.0\n  eigenaar "E"\n  doel "D"\n  rechtsgrond "R"\n  bewaren 1 jaar\ngebruik basis\n${PACK.slice(HEAD.length)}`;
  await editor.open('eigen/eigen.regels', eigen);
  assert.deepEqual(errors(await editor.findings('eigen/eigen.regels')), []);
  await editor.open('basis/basis.regels');
  editor.change('basis/basis.regels', { text: 'regelpakket basis "Leeg"\n' });
  assert.ok(errors(await editor.findings('eigen/eigen.regels', (all) => errors(all).length > 0)).length > 0);
  assert.equal(await editor.stop(), 0);
});

test('two packs in one folder are each a pack', async () => {
  const editor = await Editor.start({ 'een.regels': PACK, 'twee.regels': PACK.replace('regelpakket proef', 'regelpakket twee') });
  await editor.open('een.regels');
  await editor.open('twee.regels');
  assert.deepEqual(await editor.findings('een.regels'), []);
  assert.deepEqual(await editor.findings('twee.regels'), []);
  assert.equal(await editor.stop(), 0);
});

test('a file that changes on the disk is read again when the editor tells', async () => {
  const editor = await Editor.start({ 'gegevens.regels': HEAD, 'regels.regels': PACK.slice(HEAD.length) },
    { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
  await editor.open('regels.regels');
  assert.deepEqual(await editor.findings('regels.regels'), []);
  assert.equal(editor.registered[0].registerOptions.watchers[0].globPattern, '**/*.regels');
  fs.writeFileSync(path.join(editor.folder, 'gegevens.regels'), HEAD.replace('rol slber', 'rol coach'));
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri('gegevens.regels'), type: 2 }] });
  await editor.findings('regels.regels', (all) => all.length === 1);
  assert.equal(await editor.stop(), 0);
});

test('what is closed shows nothing any more', async () => {
  const editor = await Editor.start();
  await editor.open('proef.regels', 'onzin\n');
  assert.equal(errors(await editor.findings('proef.regels')).length, 1);
  await editor.close('proef.regels');
  await editor.findings('proef.regels', (all) => all.length === 0);
  assert.equal(await editor.stop(), 0);
});

test('a file that was never saved has findings too', async () => {
  const editor = await Editor.start();
  const uri = 'untitled:Untitled-1';
  editor.uri = () => uri;
  await editor.open('x', `${HEAD}\nsignaal x als motivatie < 7\nsignaal x als motivatie < 2\n`);
  assert.ok(codes(await editor.findings('x')).includes('F033'));
  assert.equal(await editor.stop(), 0);
});

test('a code has an address when the editor says where its pages are', async () => {
  const editor = await Editor.start({}, { options: { codeAddress: 'https://voorbeeld.example/codes/{code}.md' } });
  await editor.open('proef.regels', 'onzin\n');
  const [finding] = await editor.findings('proef.regels');
  assert.equal(finding.codeDescription.href, `https://voorbeeld.example/codes/${finding.code}.md`);
  assert.equal(await editor.stop(), 0);
});
