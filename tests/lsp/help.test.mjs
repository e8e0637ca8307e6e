// What an author gets while writing: names and words in their places, what they mean, where they come from, another name.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { Editor, edited, piece } from './editor.mjs';
import { HEAD, PACK, RULES } from './packs.mjs';

const NAME = 'proef.regels';

// Opens a pack with the cursor at `¦` and asks something there.
async function ask(marked, method, extra = {}, start = {}) {
  const { text, position } = Editor.at(marked);
  const editor = await Editor.start({}, start);
  await editor.open(NAME, text);
  const result = await editor.request(method, { textDocument: { uri: editor.uri(NAME) }, position, ...extra });
  await editor.stop();
  return { text, result };
}

const proposals = async (tail, start) =>
  (await ask(`${HEAD}\n${RULES.split('\nvoorbeeld')[0]}\n${tail}`, 'textDocument/completion', {}, start)).result.items.map((item) => item.label);

const SIGNAL = 'signaal s "S"\n  factor integratie\n';
const POLICY = 'beleid b "B"\n';
const EXAMPLE = 'voorbeeld "v"\n  op 2026-11-02\n';

// [what was typed, what must be proposed, what may not be]
const PLACES = [
  ['¦', ['signaal', 'beleid', 'gegevens student'], ['als', 'grens']],
  ['sig¦', ['signaal'], ['als', 'grens']],
  [`${SIGNAL}  ¦`, ['als', 'ernst', 'tenzij', 'uitleg'], ['adviseer', 'door', 'grens']],
  [`${POLICY}  ¦`, ['als', 'adviseer', 'gaat voor op'], ['ernst', 'uitleg']],
  [`${POLICY}  gaat ¦`, ['voor op'], ['als', 'contact']],
  [`${POLICY}  gaat voor op ¦`, ['contact'], ['lage_presentie', 'slb_gesprek']],
  [`${POLICY}  adviseer ¦`, ['slb_gesprek'], ['contact', 'grens', 'als']],
  [`${POLICY}  adviseer slb_gesprek ¦`, ['binnen', 'door', 'uiterlijk'], ['slb_gesprek']],
  [`${POLICY}  adviseer slb_gesprek binnen 2 ¦`, ['weken', 'werkdagen'], ['slb_gesprek']],
  [`${POLICY}  adviseer slb_gesprek door ¦`, ['slber'], ['slb_gesprek']],
  [`${POLICY}  als signaal ¦`, ['lage_presentie'], ['grens', 'motivatie', 'contact']],
  [`${SIGNAL}  factor ¦`, ['integratie', 'motivatie'], ['slber', 'grens']],
  [`${SIGNAL}  als ¦`, ['motivatie', 'grens', 'recente_presentie', 'aantal', 'minstens'], ['aandeel', 'slber', 'signaal', 'lage_presentie']],
  [`${SIGNAL}  als mot¦`, ['motivatie'], ['slber']],
  [`${SIGNAL}  als vooropleiding is een van ¦`, ['vmbo', 'havo', 'vwo', 'mbo'], ['slb', 'motivatie', 'grens']],
  [`${SIGNAL}  als vooropleiding is een van mbo, ¦`, ['havo'], ['slb', 'motivatie']],
  [`${SIGNAL}  als vooropleiding is ¦`, ['mbo', 'een van', 'bekend'], ['motivatie']],
  [`${SIGNAL}  als vooropleiding is een ¦`, ['van'], ['een van', 'motivatie']],
  [`${SIGNAL}  als vooropleiding ¦`, ['is', 'en', 'of'], ['motivatie', 'mbo']],
  [`${SIGNAL}  als motivatie < 3 en ¦`, ['grens', 'minstens'], ['slb']],
  [`${SIGNAL}  als minstens 2 ¦`, ['gesprekken', 'presenties', 'van', 'opvolgingen'], ['motivatie']],
  [`${SIGNAL}  als geen ¦`, ['gesprekken', 'presenties'], ['motivatie']],
  [`${SIGNAL}  als gemiddelde ¦`, ['aandeel'], ['motivatie', 'grens']],
  [`${SIGNAL}  als gemiddelde aandeel ¦`, ['van'], ['motivatie']],
  [`${SIGNAL}  als gemiddelde aandeel van ¦`, ['presenties'], ['gesprekken', 'presentie']],
  [`${SIGNAL}  als minstens 1 gesprek met ¦`, ['soort', 'datum'], ['aandeel', 'motivatie']],
  [`${SIGNAL}  als minstens 1 gesprek met soort is ¦`, ['slb', 'docent'], ['mbo', 'motivatie']],
  [`${SIGNAL}  als minstens 1 gesprek met (soort is slb en ¦`, ['datum', 'motivatie'], ['aandeel', 'minstens']],
  [`${SIGNAL}  als minstens 1 gesprek in de laatste 2 ¦`, ['weken', 'lesweken'], ['gesprekken']],
  [`${SIGNAL}  als alle van:\n    - ¦`, ['motivatie', 'geen'], ['aandeel']],
  [`${SIGNAL}  als motivatie < 3\n  ernst ¦`, ['laag', 'midden', 'hoog'], ['motivatie']],
  [`${SIGNAL}  als motivatie < 3\n  uitleg "Was {¦`, ['recente_presentie', 'motivatie'], ['slber']],
  [`${SIGNAL}  als motivatie < 3\n  uitleg "Was ¦`, [], ['recente_presentie']],
  ['# over sig¦', [], ['signaal']],
  ['rol x "X" ¦', ['lijn', 'persoon'], ['als']],
  ['rol x "X" lijn ¦', ['eerste', 'tweede'], ['slber']],
  ['rol x "X" lijn eerste persoon ¦', ['mentor'], ['slber']],
  ['factor f "F" in ¦', [], ['integratie']],
  ['interventie i "I"\n  door ¦', ['slber'], ['slb_gesprek']],
  ['interventie i "I"\n  met ¦', ['toestemming'], ['door']],
  ['stel ¦', ['grens'], ['motivatie', 'recente_presentie']],
  ['stel grens ¦', ['in op'], ['grens']],
  ['stel grens in op 60% voor ¦', ['vooropleiding'], ['slb']],
  ['parameter p "P" : ¦', ['percentage', 'keuze uit'], ['grens']],
  ['begrip b = ¦', ['motivatie', 'aantal'], ['signaal']],
  ['reeks x, xen\n  datum : ¦', ['datum', 'cijfer'], ['motivatie']],
  ['reeks x, xen\n  datum : datum ¦', ['vertrouwelijk', 'uit'], ['start', 'motivatie']],
  [`${EXAMPLE}  ¦`, ['gegeven', 'verwacht'], ['als']],
  [`${EXAMPLE}  gegeven ¦`, ['presenties', 'gesprekken', 'student'], ['motivatie']],
  [`${EXAMPLE}  gegeven student\n    ¦`, ['motivatie', 'vooropleiding', 'verwacht'], ['grens', 'aandeel']],
  [`${EXAMPLE}  gegeven student\n    vooropleiding ¦`, ['mbo'], ['slb', 'motivatie']],
  [`${EXAMPLE}  gegeven gesprekken\n    | datum | ¦`, ['soort'], ['aandeel']],
  [`${EXAMPLE}  gegeven gesprekken\n    | datum | soort |\n    | 2026-10-01 | ¦`, ['slb', 'decaan'], ['mbo']],
  [`${EXAMPLE}  verwacht ¦`, ['signaal', 'advies', 'begrip'], ['lage_presentie']],
  [`${EXAMPLE}  verwacht signaal ¦`, ['lage_presentie'], ['slb_gesprek']],
  [`${EXAMPLE}  verwacht advies ¦`, ['slb_gesprek'], ['lage_presentie']],
  [`${EXAMPLE}  verwacht signaal lage_presentie ¦`, ['ernst', 'onbepaald'], ['lage_presentie']],
  ['tabel t "T" : keuze uit ja1, nee1\n  trefwijze ¦', ['uniek', 'eerste'], ['grens']],
  ['tabel t "T" : keuze uit veel, weinig\n  trefwijze uniek\n  | vooropleiding || t |\n  | ¦', ['mbo'], ['veel', 'grens']],
  ['tabel t "T" : keuze uit veel, weinig\n  trefwijze uniek\n  | vooropleiding || t |\n  | mbo || ¦', ['veel', 'weinig'], ['mbo']],
];

for (const [typed, wanted, unwanted] of PLACES) {
  test(`proposes in: ${JSON.stringify(typed)}`, async () => {
    const labels = await proposals(typed);
    for (const label of wanted) assert.ok(labels.includes(label), `${label} is not among ${labels}`);
    for (const label of unwanted) assert.ok(!labels.includes(label), `${label} is among ${labels}`);
  });
}

test('every name that is proposed in a place is one that checks there', async () => {
  const labels = (await ask(`${PACK}\n${SIGNAL}  als vooropleiding is een van mbo, ¦`, 'textDocument/completion')).result.items;
  const editor = await Editor.start();
  await editor.open(NAME, PACK);
  for (const { label } of labels.filter((item) => item.label !== 'mbo')) {
    editor.change(NAME, { text: `${PACK}\n${SIGNAL}  als vooropleiding is een van mbo, ${label}\n  motivering "Omdat."\n` });
    const found = (await editor.findings(NAME)).filter((one) => one.severity === 1);
    assert.deepEqual(found, [], label);
  }
  await editor.stop();
});

test('what is proposed takes the place of the word that was begun', async () => {
  const { text, result } = await ask(`${HEAD}\n${SIGNAL}  als coördi < 3 en mot¦`, 'textDocument/completion');
  const item = result.items.find((one) => one.label === 'motivatie');
  assert.equal(piece(text, item.textEdit.range), 'mot');
});

test('a field for audit only is never proposed', async () => {
  const head = HEAD.replace('  motivatie     : getal van 1 t/m 5', '  motivatie     : getal van 1 t/m 5\n  herkomst : keuze uit nl, eu alleen toetsing');
  const { result } = await ask(`${head}\n${SIGNAL}  als ¦`, 'textDocument/completion');
  const labels = result.items.map((item) => item.label);
  assert.ok(labels.includes('motivatie'));
  assert.ok(!labels.includes('herkomst'));
});

test('English words in an English pack', async () => {
  const english = 'rulepack trial "Trial"\n  language en\n\ndata student\n  id : key\n  level : choice of low1, high1\n';
  const labels = async (tail) => (await ask(`${english}\n${tail}`, 'textDocument/completion')).result.items.map((item) => item.label);
  assert.ok((await labels('signal s\n  ¦')).includes('unless'));
  assert.deepEqual((await labels('signal s\n  if level is one of ¦')), ['low1', 'high1']);
  assert.ok((await labels('signal s\n  if at ¦')).includes('least'));
});

test('`gebruik` proposes the packs that stand beside', async () => {
  const editor = await Editor.start({ 'basis/b.regels': HEAD.replace('regelpakket proef', 'regelpakket landelijk'), 'eigen/e.regels': '' });
  const { text, position } = Editor.at('regelpakket eigen "E"\ngebruik ¦');
  await editor.open('eigen/e.regels', text);
  const { items } = await editor.request('textDocument/completion', { textDocument: { uri: editor.uri('eigen/e.regels') }, position });
  assert.deepEqual(items.map((item) => item.label), ['landelijk']);
  await editor.stop();
});

const hover = async (marked, start) => (await ask(marked, 'textDocument/hover', {}, start)).result?.contents.value;

test('pointing at a parameter tells its value and who sets it', async () => {
  const at = PACK.replace('recente_presentie < grens', 'recente_presentie < gr¦ens');
  assert.match(await hover(at), /parameter.*`grens` – Grens voor lage presentie.*Waarde nu\*\*: `70%`, gezet door `proef`/s);
  const set = `${at}\nstel grens in op 60% omdat "Afgesproken"\nstel grens in op 80% voor vooropleiding is mbo omdat "Ervaring" motivering "M"\n`;
  assert.match(await hover(set), /Waarde nu\*\*: `60%`.*- `80%` voor `vooropleiding is mbo`, gezet door `proef`: Ervaring/s);
});

test('pointing at a field tells its class, at a begrip its words, at a word its meaning', async () => {
  assert.match(await hover(PACK.replace('vooropleiding :', 'vooroplei¦ding :')), /veld.*`vooropleiding`.*met motivering`: Onderscheidt groepen mensen/s);
  assert.match(await hover(PACK.replace('{recente_presentie}', '{recente_¦presentie}')), /begrip.*Presentie in de laatste drie weken.*gemiddelde aandeel van presenties/s);
  assert.match(await hover(PACK.replace('tenzij', 'ten¦zij')), /`tenzij` – .*Engels: `unless`/s);
  assert.match(await hover(PACK.replace('in de laatste 2', 'in de l¦aatste 2')), /`in de laatste` – /);
  assert.match(await hover(PACK.replace('tenzij', 'ten¦zij'), { options: { language: 'en' } }), /`tenzij` – When this is true.*English: `unless`/s);
});

test('pointing at a finding tells what `explain` does', async () => {
  assert.match(await hover(PACK.replace('recente_presentie < grens', 'recente_presentie < 7¦0')), /\*\*F014\*\*.*Fout:.*Goed:/s);
});

test('going to a name leads to its declaration, in another file too', async () => {
  const editor = await Editor.start({ 'proef/gegevens.regels': HEAD });
  const { text, position } = Editor.at(RULES.replace('soort is slb', 'soort is s¦lb'));
  await editor.open('proef/regels.regels', text);
  const [place, ...others] = await editor.request('textDocument/definition', { textDocument: { uri: editor.uri('proef/regels.regels') }, position });
  assert.deepEqual(others, []);
  assert.equal(place.uri, editor.uri('proef/gegevens.regels'));
  assert.equal(piece(HEAD, place.range), 'slb');
  await editor.stop();
});

const BASIS = HEAD.replace('regelpakket proef', 'regelpakket basis');
const OWN = `regelpakket eigen "Eigen"\n  versie 1.0\n  eigenaar "E"\n  doel "D"\n  rechtsgrond "R"\n  bewaren 1 jaar\ngebruik basis\n${RULES}`;

test('all uses of a name, in the packs that take it in as well', async () => {
  const editor = await Editor.start({ 'basis/b.regels': BASIS, 'eigen/e.regels': OWN });
  const { text, position } = Editor.at(BASIS.replace('reeks presentie, presenties', 'reeks presentie, pre¦senties'));
  await editor.open('basis/b.regels', text);
  const places = await editor.request('textDocument/references',
    { textDocument: { uri: editor.uri('basis/b.regels') }, position, context: { includeDeclaration: true } });
  const texts = places.map((place) => piece(place.uri.endsWith('e.regels') ? OWN : BASIS, place.range));
  assert.deepEqual(texts, ['presenties', 'presenties', 'presenties']);
  await editor.stop();
});

async function renamed(marked, newName, files = {}) {
  const { text, position } = Editor.at(marked);
  const editor = await Editor.start(files);
  await editor.open('basis/b.regels', text);
  try {
    const { changes } = await editor.request('textDocument/rename', { textDocument: { uri: editor.uri('basis/b.regels') }, position, newName });
    const texts = { ...files, 'basis/b.regels': text };
    for (const [name, old] of Object.entries(texts)) texts[name] = edited(old, changes[editor.uri(name)] ?? []);
    for (const [name, changed] of Object.entries(texts)) fs.writeFileSync(`${editor.folder}/${name}`, changed);
    await editor.close('basis/b.regels');
    for (const name of Object.keys(texts)) {
      await editor.open(name);
      assert.deepEqual((await editor.findings(name)).filter((one) => one.severity === 1), [], name);
    }
    return texts;
  } finally {
    await editor.stop();
  }
}

test('another name comes in all files, and the packs still check', async () => {
  const texts = await renamed(BASIS.replace('begrip recente_presentie', 'begrip recente_¦presentie'), 'aanwezigheid',
    { 'basis/b.regels': BASIS, 'eigen/e.regels': OWN });
  assert.doesNotMatch(texts['basis/b.regels'] + texts['eigen/e.regels'], /recente_presentie/);
  assert.equal((texts['eigen/e.regels'].match(/aanwezigheid/g)).length, 2);
});

test('what the data calls a field or a value stays so', async () => {
  const files = { 'basis/b.regels': BASIS, 'eigen/e.regels': OWN };
  const field = await renamed(BASIS.replace('  aandeel :', '  aan¦deel :'), 'presentie_deel', files);
  assert.match(field['basis/b.regels'], /presentie_deel : percentage uit "aandeel"/);
  assert.match(field['eigen/e.regels'], /\| datum {6}\| presentie_deel \|/);
  const value = await renamed(BASIS.replace('keuze uit slb,', 'keuze uit sl¦b,'), 'coach', files);
  assert.match(value['basis/b.regels'], /keuze uit coach "slb", docent/);
  assert.match(value['eigen/e.regels'], /soort is coach/);
});

for (const [name, why] of [['1x', /geen naam/], ['twee woorden', /geen naam/], ['signaal', /woord van de taal/], ['count', /woord van de taal/], ['motivatie', /al gebruikt/], ['', /geen naam/]]) {
  test(`refuses the name ${JSON.stringify(name)}`, async () => {
    await assert.rejects(renamed(BASIS.replace('begrip recente_presentie', 'begrip recente_¦presentie'), name), (error) => why.test(error.message));
  });
}

test('refuses a name that would take the place of another, or while a part can not be read', async () => {
  // A field of the series comes first in a filter: `soort` of the student would no longer be meant.
  const text = `${HEAD}\nsignaal s\n  factor integratie\n  als minstens 1 gesprek met (soort is slb en moti¦vatie < 3)\n`;
  await assert.rejects(renamed(text, 'datum'), /iets anders betekenen/);
  await assert.rejects(renamed(`${text}\nsignaal kapot ernst`, 'drijfveer'), /kan niet gelezen worden/);
});

test('a word is no name to rename', async () => {
  await assert.rejects(ask(PACK.replace('tenzij', 'ten¦zij'), 'textDocument/prepareRename'), /geen naam/);
  const { text, result } = await ask(PACK.replace('door slber', 'door sl¦ber'), 'textDocument/prepareRename');
  assert.equal(piece(text, result.range), 'slber');
});

test('the table of contents names every declaration', async () => {
  const { text, result } = await ask(`${PACK}¦`, 'textDocument/documentSymbol');
  assert.deepEqual(result.map((item) => item.name), ['proef', 'gegevens student', 'presenties', 'gesprekken', 'grens', 'recente_presentie',
    'integratie', 'motivatie', 'slber', 'lage_presentie', 'slb_gesprek', 'contact', 'weinig aanwezig']);
  assert.deepEqual(result[1].children.map((item) => piece(text, item.selectionRange)), ['studentnummer', 'vooropleiding', 'motivatie', 'startdatum', 'mentor']);
});

test('the layout is that of fmt, and a text that can not be read stays as it is', async () => {
  const messy = PACK.replace('  als    recente_presentie < grens\n', '  als recente_presentie   <   grens # let op\n');
  const { text, result } = await ask(`${messy}¦`, 'textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } });
  const laid_out = edited(text, result);
  assert.match(laid_out, /recente_presentie < grens +# let op/);
  const again = await ask(`${laid_out}¦`, 'textDocument/formatting', { options: {} });
  assert.deepEqual(again.result, []);
  assert.equal((await ask(`${messy}\nsignaal x als\n¦`, 'textDocument/formatting', { options: {} })).result, null);
});
