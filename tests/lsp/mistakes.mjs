// The mistakes of the golden cases, and what `check` says of them.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { BINARY, ROOT } from './editor.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wegwijzer-check-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
let folders = 0;

function write(where, files) {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(where, name)), { recursive: true });
    fs.writeFileSync(path.join(where, name), text);
  }
}

// The findings of `check NAMES` in a folder with these files ({ name: text }), the thinking among them.
export function check(files, names, language = 'nl') {
  folders += 1;
  const where = path.join(folder, String(folders));
  write(where, files);
  return new Promise((resolve, reject) => {
    execFile(BINARY, ['check', ...names, '--error-format', 'json', '--lang', language], { cwd: where, maxBuffer: 1 << 26 }, (error, _, stderr) => {
      fs.rmSync(where, { recursive: true, force: true });
      if (error && typeof error.code !== 'number') reject(error);
      else resolve(stderr.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)));
    });
  });
}

// The sections of a golden case: what stands behind `--- `, and the text under it (tests/golden_run.py says the form).
function sectionsOf(text) {
  const sections = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const header = line.match(/^--- (.*\S)\s*$/);
    if (header) sections.push({ title: header[1], lines: [] });
    else if (sections.length > 0) sections.at(-1).lines.push(line.replace(/^\\(\\*---)/, '$1'));
  }
  for (const { lines } of sections) if (lines.at(-1) === '') lines.pop();
  return sections.map(({ title, lines }) => ({ title, text: lines.map((line) => `${line}\n`).join('') }));
}

const shared = (name) => fs.readFileSync(path.join(ROOT, 'tests/golden/shared', name), 'utf8');

function filesOf(sections) {
  const files = {};
  for (const { title, text } of sections) {
    const [, from, as] = title.match(/^include (\S+)(?: as (\S+))?$/) ?? [];
    const [, name, head] = title.match(/^(\S+) from (\S+)$/) ?? [];
    if (from) files[as ?? from] = shared(from);
    else if (name && head) files[name] = shared(head) + text;
    else if (!/^mended\b/.test(title)) files[title] = text;
  }
  return files;
}

// Every command of a case that begins with `check` on files of the case: { name, files, names, language }.
function checksOf(file, name) {
  const sections = sectionsOf(fs.readFileSync(file, 'utf8'));
  const first = sections.findIndex(({ title }) => title.startsWith('$ '));
  const files = filesOf(sections.slice(0, first));
  const language = Object.values(files).some((text) => /^ *(taal|language) +en$/m.test(text)) ? 'en' : 'nl';
  const checks = new Map();
  for (const { title } of sections) {
    const [, words] = title.match(/^\$ wegwijzer check ([^|;&<>"$]+?)\s*(?:$|[|;&<>]|\d>)/) ?? [];
    if (words === undefined) continue;
    const all = words.replace(/--(lang|error-format|log) \S+/g, '').split(/\s+/).filter((word) => word && !word.startsWith('-'));
    const isThere = (word) => Object.keys(files).some((one) => one === word || one.startsWith(`${word}/`));
    if (all.length > 0 && all.every(isThere)) checks.set(all.join(' '), all);
  }
  return [...checks.values()].map((names) => ({ name: checks.size > 1 ? `${name} (${names.join(' ')})` : name, files, names, language }));
}

// Those of every case below a folder of tests/golden.
export function casesIn(name) {
  const where = path.join(ROOT, 'tests/golden', name);
  return fs.readdirSync(where, { withFileTypes: true, recursive: true }).filter((one) => one.name.endsWith('.case'))
    .map((one) => path.relative(where, path.join(one.parentPath ?? one.path, one.name))).sort()
    .flatMap((one) => checksOf(path.join(where, one), path.join(name, one)));
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
