// The colours of the VS Code extension, with the program that VS Code colours with, over every pack of the repository.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { before } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const EXTENSION = path.join(ROOT, 'editors/vscode');
const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');

let grammar;
before(async () => {
  const { buffer, byteOffset, byteLength } = fs.readFileSync(wasm);
  await oniguruma.loadWASM(buffer.slice(byteOffset, byteOffset + byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(
      fs.readFileSync(path.join(EXTENSION, 'syntaxes/regels.tmLanguage.json'), 'utf8'), 'regels.tmLanguage.json'),
  });
  grammar = await registry.loadGrammar('source.regels');
});

// [{ line, text, scope }], the scope being the innermost.
function coloured(text) {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line, number) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map((token) => ({
      line: number, start: token.startIndex, text: line.slice(token.startIndex, token.endIndex),
      scopes: token.scopes, scope: token.scopes[token.scopes.length - 1],
    }));
  });
}

const words = fs.readFileSync(path.join(ROOT, 'dsl/words/words.def'), 'utf8');
const spelled = { nl: new Set(['t/m', 'ja', 'nee']), en: new Set(['to', 'yes', 'no']) };
for (const [, , nl, en] of words.matchAll(/^WORD\((\w+), "([^"]+)", "([^"]+)"/gm)) {
  for (const part of nl.split(' ')) spelled.nl.add(part);
  for (const part of en.split(' ')) spelled.en.add(part);
}
for (const [, language, alias] of words.matchAll(/^ALIAS\(\w+, (\w+), "([^"]+)"/gm)) for (const part of alias.split(' ')) spelled[language].add(part);
spelled.nl.add('ja/nee');
spelled.en.add('yes/no');
const openers = { nl: new Set(), en: new Set() };
for (const [, nl, en] of words.matchAll(/^WORD\(\w+, "([^"]+)", "([^"]+)", declaration\)/gm)) {
  openers.nl.add(nl.split(' ')[0]);
  openers.en.add(en.split(' ')[0]);
}

function packs(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name.startsWith('build')) return [];
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return packs(file);
    return entry.name.endsWith('.regels') ? [file] : [];
  });
}

// Where a comment begins, by a reading of our own; -1: nowhere.
function commentOf(line) {
  let inside = false;
  for (let at = 0; at < line.length; at += 1) {
    if (!inside && line[at] === '#') return at;
    if (line[at] === '"') inside = !inside;
    else if (inside && line[at] === '\\') at += 1;
  }
  return -1;
}

const sample = (text) => coloured(text).filter((token) => token.text.trim() !== '').map((token) => [token.text.trim(), token.scope.split('.').slice(0, 2).join('.')]);

test('a signal is coloured word by word', () => {
  assert.deepEqual(sample('signaal lage_presentie "Lage" # let op\n  als presentie < 70% en minstens 2 toetsen in de laatste 3 weken'), [
    ['signaal', 'keyword.control'], ['lage_presentie', 'entity.name'], ['"', 'string.quoted'], ['Lage', 'string.quoted'], ['"', 'string.quoted'],
    ['# let op', 'comment.line'], ['als', 'keyword.other'], ['presentie', 'variable.other'], ['<', 'keyword.operator'], ['70%', 'constant.numeric'],
    ['en', 'keyword.operator'], ['minstens', 'keyword.operator'], ['2', 'constant.numeric'], ['toetsen', 'variable.other'],
    ['in de laatste', 'keyword.other'], ['3', 'constant.numeric'], ['weken', 'keyword.other'],
  ]);
});

test('what is filled in is coloured as rules, other braces are not', () => {
  const tokens = coloured('signaal s\n  uitleg "Was {aantal toetsen}."\n  bron b "{aantal}"');
  assert.ok(tokens.find((token) => token.text === 'aantal' && token.line === 1).scope.startsWith('support.function'));
  assert.ok(tokens.filter((token) => token.line === 2 && token.text.includes('aantal')).every((token) => token.scope.startsWith('string')));
});

test('an English pack has English words and no Dutch ones', () => {
  const scope = (text, word) => coloured(text).find((token) => token.text === word)?.scope ?? '';
  assert.match(scope('rulepack p\nsignal s\n  unless motivation < 3', 'unless'), /^keyword/);
  assert.match(scope('rulepack p\nsignal s\n  if tenzij < 3', 'tenzij'), /^variable/);
  assert.match(scope('regelpakket p\nsignaal s\n  als unless < 3', 'unless'), /^variable/);
});

test('every pack of the repository', (context) => {
  const files = packs(ROOT);
  assert.ok(files.length > 40, `${files.length} files`);
  let checked = 0;
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, '').replaceAll('\r', '');
    const language = /^\s+(?:taal|language)\s+en\b/m.test(text) ? 'en' : 'nl';
    const lines = text.split('\n');
    const tokens = coloured(text);
    for (const token of tokens) {
      const where = `${path.relative(ROOT, file)}:${token.line + 1}: ${JSON.stringify(token.text)} ${token.scope}`;
      const comment = commentOf(lines[token.line]);
      const is = (scope) => token.scopes.some((each) => each.startsWith(scope));
      assert.equal(is('comment'), comment >= 0 && token.start >= comment, where);
      if (is('comment') || is('string')) continue;
      checked += 1;
      const word = token.text.trim();
      if (word === '') continue;
      if (/^(keyword\.(control|other|operator\.word)|support|constant\.language|constant\.other|storage)/.test(token.scope)) {
        for (const part of word.split(/\s+/)) assert.ok(spelled[language].has(part), `no word of ${language}: ${where}`);
      }
      if (/^\d/.test(word)) assert.match(token.scope, /^constant\.numeric/, where);
      if (token.start === 0 && /^\p{L}/u.test(word)) {
        assert.ok(openers[language].has(word.split(/\s/)[0]), where);
        assert.match(token.scope, /^keyword\.control\.declaration/, where);
      }
    }
    for (const [number, line] of lines.entries()) {
      const opened = line.match(/^(\p{L}+) (\p{L}[\p{L}\p{N}_]*)/u);
      if (!opened || ['gegevens', 'data', 'voorbeeld', 'example'].includes(opened[1])) continue;
      const name = tokens.find((token) => token.line === number && token.scope.startsWith('entity.name'));
      assert.equal(name?.text, opened[2], `${path.relative(ROOT, file)}:${number + 1}`);
    }
  }
  context.diagnostic(`${files.length} files, ${checked} pieces outside texts and comments`);
});

test('every snippet is one that the grammar and the extension know', () => {
  for (const language of ['nl', 'en']) {
    const snippets = JSON.parse(fs.readFileSync(path.join(EXTENSION, `snippets/${language}.json`), 'utf8'));
    for (const [name, { prefix, description, body }] of Object.entries(snippets)) {
      assert.ok(prefix && description, name);
      const text = body.join('\n').replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1').replace(/\$\d/g, '').replaceAll('\\}', '}');
      for (const line of text.split('\n').filter((each) => /^\p{L}/u.test(each) && !/^(alle van|all of)/.test(each)))
        assert.ok(openers[language].has(line.split(' ')[0]), `${name}: ${line}`);
      const head = language === 'en' ? 'rulepack p\n' : 'regelpakket p\n';
      for (const token of coloured(head + text).filter((each) => each.line > 0 && /^keyword\.control/.test(each.scope)))
        for (const part of token.text.split(' ')) assert.ok(spelled[language].has(part), `${name}: ${token.text}`);
    }
  }
});
