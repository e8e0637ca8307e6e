// The mistakes of the golden cases, and what `check` says of a text.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { BINARY, ROOT } from './editor.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wegwijzer-check-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
let texts = 0;

// The findings of a pack of one file, the thinking among them.
export function check(text, language = 'nl') {
  texts += 1;
  const file = path.join(folder, `${texts}.regels`);
  fs.writeFileSync(file, text);
  return new Promise((resolve, reject) => {
    execFile(BINARY, ['check', file, '--error-format', 'json', '--lang', language], (error, _, stderr) => {
      fs.rmSync(file);
      if (error && typeof error.code !== 'number') reject(error);
      else resolve(stderr.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)));
    });
  });
}

// The pack of a golden case; nothing where it has more files, or is not about `check`.
function packOf(file) {
  const text = fs.readFileSync(file, 'utf8');
  const found = text.match(/^--- (\S+\.regels)(?: from (\S+))?\n([\s\S]*?)\n(?=--- )/m);
  if (!found || (text.match(/^--- (include |\S+\.regels)/gm) ?? []).length !== 1) return undefined;
  if (!/^--- \$ wegwijzer check /m.test(text)) return undefined;
  const head = found[2] ? fs.readFileSync(path.join(ROOT, 'tests/golden/shared', found[2]), 'utf8') : '';
  return `${head}${found[3]}\n`.replace(/\n+$/, '\n');
}

// { name, text } of every case of one file in a folder of tests/golden.
export function casesIn(name) {
  const cases = path.join(ROOT, 'tests/golden', name);
  return fs.readdirSync(cases).sort()
    .map((file) => ({ name: `${name}/${file}`, text: packOf(path.join(cases, file)) }))
    .filter((one) => one.text !== undefined);
}

// What is in `left` and not in `right`, as often as it is.
export function more(left, right) {
  const counts = new Map();
  for (const one of right) counts.set(one, (counts.get(one) ?? 0) + 1);
  return left.filter((one) => {
    const count = counts.get(one) ?? 0;
    counts.set(one, count - 1);
    return count <= 0;
  });
}
