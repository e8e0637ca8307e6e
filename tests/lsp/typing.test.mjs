// An author types the pack of the reference (docs/language.md section 1) key by key, with mistakes that are mended later. After every key
// there is at most one error for each mistake that stands in the text: what isn't done yet is none. Whenever the author pauses at the end of a
// declaration, there is exactly one error for each mistake. At the end there is none.
//
// In CI the mistakes come in a few passes; with WEGWIJZER_SOAK each mistake is also made in a pass of its own.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Editor, ROOT } from './editor.mjs';

const NAME = 'vroegsignalering.regels';
const PACK = fs.readFileSync(path.join(ROOT, 'docs/language.md'), 'utf8').match(/^## 1\. .*?\n```\w*\n(.*?)^```/ms)[1];

// [what the author types, what was meant]. Mended when the declaration is done, or one or two further on.
const MISTAKES = [
  ['geldig    vanaf 2026-09-31', 'geldig    vanaf 2026-09-01'],
  ['motivatie     : getl van', 'motivatie     : getal van'],
  ['cijfer : cijfr', 'cijfer : cijfer'],
  ['van 2026-08-31 t/m 2027-07-11\n  vakantie herfst     2026-10-19 t/m 2026-10-35', 'van 2026-08-31 t/m 2027-07-11\n  vakantie herfst     2026-10-19 t/m 2026-10-25'],
  ['in coaching   bron VH2012', 'in coaching   bron VH2021'],
  ['lijn eeste  persoon', 'lijn eerste  persoon'],
  ['tussen 50 en 90%', 'tussen 50% en 90%'],
  ['gemiddelde aandeel van presensies', 'gemiddelde aandeel van presenties'],
  ['ernst midden als recente_presentie < presentiegrns', 'ernst midden als recente_presentie < presentiegrens'],
  ['vooropleiding is een van mbo, hvo', 'vooropleiding is een van mbo, havo'],
  ['cijfer < 5.5) in de laatste 8 weken\n  uitleg', 'cijfer < 5,5) in de laatste 8 weken\n  uitleg'],
  ['minstens 1 gesprek met soort is sbl in de laatste 6', 'minstens 1 gesprek met soort is slb in de laatste 6'],
  ['door    studentdekaan', 'door    studentdecaan'],
  ['met toestemmng', 'met toestemming'],
  ['adviser slb_gesprek binnen', 'adviseer slb_gesprek binnen'],
  ['als      signaal wiskunde_struikelblk', 'als      signaal wiskunde_struikelblok'],
  ['minstens 2 signaln met ernst >= midden', 'minstens 2 signalen met ernst >= midden'],
  ['vooropleiding mbo1', 'vooropleiding mbo'],
  ['| 2026-10-12 | wiskunde | 5,4.   |\n  verwacht signaal', '| 2026-10-12 | wiskunde | 5,4    |\n  verwacht signaal'],
];

class Author {
  static async sit() {
    const author = new Author();
    author.editor = await Editor.start({}, { options: { pause: 60 } });
    await author.editor.open(NAME, '');
    author.text = '';
    author.keys = 0;
    author.most = 0;
    author.open = [];  // mistakes that stand in the text, or are being typed
    return author;
  }

  place(offset) {
    const before = this.text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before[before.length - 1].length };
  }

  async errors(fits) {
    return (await this.editor.findings(NAME, fits)).filter((one) => one.severity === 1);
  }

  // One key: `removed` characters before the cursor go, and `added` comes.
  async key(offset, removed, added) {
    const range = { start: this.place(offset - removed), end: this.place(offset) };
    this.text = this.text.slice(0, offset - removed) + added + this.text.slice(offset);
    this.editor.change(NAME, { range, text: added });
    const errors = await this.errors();
    this.keys += 1;
    this.most = Math.max(this.most, errors.length);
    assert.ok(errors.length <= this.open.length, `${errors.length} errors with ${this.open.length} mistakes, behind `
      + `${JSON.stringify(this.text.slice(Math.max(0, offset - 80), offset + 1))}:\n${errors.map((one) => `${one.code} ${one.message}`).join('\n')}`);
  }

  async type(offset, text) {
    for (const character of text) {
      await this.key(offset, 0, character);
      offset += character.length;
    }
  }

  // Back to the mistake: the letters that differ go, one by one, and the right ones come.
  async mend({ wrong, right }) {
    const begin = this.text.indexOf(wrong);
    let front = 0;
    while (wrong[front] === right[front]) front += 1;
    let same = 0;
    while (same < Math.min(wrong.length, right.length) - front && wrong[wrong.length - 1 - same] === right[right.length - 1 - same]) same += 1;
    let offset = begin + wrong.length - same;
    for (; offset > begin + front; offset -= 1) await this.key(offset, 1, '');
    await this.type(begin + front, right.slice(front, right.length - same));
    this.open = this.open.filter((mistake) => mistake.wrong !== wrong);
  }

  // Looks up from the keys: what is shown then is all there is.
  async pause() {
    // A pack without the fields of its students isn't done: that may be an error of its own, until they are there.
    const most = this.open.length + (this.text.includes('gegevens student') ? 0 : 1);
    const fits = (all) => {
      const count = all.filter((one) => one.severity === 1).length;
      return count >= this.open.length && count <= most;
    };
    await this.errors(fits)
      .catch((error) => assert.fail(`not ${most} errors (${this.open.map((one) => one.wrong)}) behind ${JSON.stringify(this.text.slice(-80))}: ${error.message}`));
  }
}

// Types the whole pack with these mistakes. A declaration ends where a line begins with a letter.
async function write(mistakes) {
  const author = await Author.sit();
  let text = PACK;
  for (const { wrong, right } of mistakes) {
    assert.equal(text.split(right).length, 2, `${right} stands there once`);
    text = text.replace(right, wrong);
  }
  const declarations = text.split(/^(?=\p{L})/mu);
  const waiting = [];
  for (const declaration of declarations) {
    const begun = mistakes.filter(({ wrong }) => declaration.includes(wrong));
    author.open.push(...begun);
    await author.type(author.text.length, declaration);
    await author.pause();
    waiting.push(...begun.map((mistake, order) => ({ mistake, after: order % 3 })));
    for (const each of waiting.filter(({ after }) => after === 0)) await author.mend(each.mistake);
    for (const each of waiting) each.after -= 1;
    waiting.splice(0, waiting.length, ...waiting.filter(({ after }) => after >= 0));
    await author.pause();
  }
  for (const { mistake } of waiting) await author.mend(mistake);
  await author.pause();
  assert.equal(author.text, PACK);
  const left = await author.editor.findings(NAME);
  assert.deepEqual(left.filter((one) => one.severity === 1), []);
  const { keys, most } = author;
  assert.equal(await author.editor.stop(), 0);
  return { keys, most };
}

const mistakes = MISTAKES.map(([wrong, right]) => ({ wrong, right }));

test('an author who makes no mistake', async (context) => {
  const { keys, most } = await write([]);
  context.diagnostic(`${keys} keys, at most ${most} errors after one`);
  assert.equal(most, 0);
});

test('an author who makes mistakes and mends them', async (context) => {
  const { keys, most } = await write(mistakes);
  context.diagnostic(`${keys} keys, ${mistakes.length} mistakes, at most ${most} errors after one`);
  assert.ok(most > 1);
});

test('each mistake by itself', { skip: process.env.WEGWIJZER_SOAK ? false : 'only in ./dev soak' }, async (context) => {
  for (const mistake of mistakes) context.diagnostic(`${mistake.wrong}: ${JSON.stringify(await write([mistake]))}`);
});
