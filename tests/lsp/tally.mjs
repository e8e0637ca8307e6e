// The actions of every finding of a case, each carried out by itself and checked again; and how many findings have one that mends them.
import { Editor, edited } from './editor.mjs';
import { check, more } from './mistakes.mjs';

const isExample = (action) => /voorbeeld erbij|add the example/.test(action.title);
const isAllowing = (action) => /^(sta \S+ hier toe|allow \S+ here)/.test(action.title);
const isToFill = (action) => /vul zelf in wat er op … hoort|fill in what belongs at …/.test(action.title);
const isToGoOn = (action) => /dan is te zien wat hier nog ontbreekt|then it shows what is still missing here/.test(action.title);
const isMending = (action) => !isExample(action) && !isAllowing(action);
const kindOf = (one) => `${one.code} ${one.message}`;
const errorsOf = (findings) => findings.filter((one) => one.kind === 'error');
const count = (findings, code) => findings.filter((one) => one.code === code).length;

// May an action leave this error behind? One that its title speaks of; or, where the message says word for word what to write in what
// could not be read, one that was hidden by that.
function mayLeave(action, finding, error) {
  if (finding.fix && action.title === finding.do) return true;
  if (isAllowing(action)) return error.code === 'F320';
  if (isToFill(action)) return kindOf(error).startsWith('F002 `…`');
  return isToGoOn(action) && error.file === finding.file && error.line === finding.line;
}

// What is wrong with an action, or nothing.
function fault(action, finding, before, after) {
  const known = errorsOf(before).map(kindOf);
  const news = more(errorsOf(after).map(kindOf), known);
  const left = errorsOf(after).filter((one) => news.includes(kindOf(one)));
  if ((news.length > 1 && !finding.fix) || !left.every((one) => mayLeave(action, finding, one))) return `brings ${news}`;
  if (!isMending(action)) return '';
  // Of a gap in a table that is filled in part the rest is another finding.
  const isOther = finding.code === 'W162' && !after.some((one) => kindOf(one) === kindOf(finding));
  return count(after, finding.code) < count(before, finding.code) || isOther ? '' : 'leaves it';
}

// An editor per language for the cases of one file, which is always the same; a case of several files has one of its own.
export class Desks {
  open = new Map();

  async desk({ files, language }) {
    const names = Object.keys(files).filter((one) => one.endsWith('.regels'));
    const start = { args: ['--lang', language], options: { pause: 0 } };
    if (names.length === 1 && Object.keys(files).length === 1 && !names[0].includes('/')) {
      const key = `${names[0]} ${language}`;
      if (!this.open.has(key)) {
        const editor = await Editor.start({}, start);
        await editor.open(names[0], '');
        this.open.set(key, editor);
      }
      const editor = this.open.get(key);
      editor.change(names[0], { text: files[names[0]] });
      return { editor, done: () => {} };
    }
    const editor = await Editor.start(files, start);
    for (const name of names) await editor.open(name);
    return { editor, done: () => editor.stop() };
  }

  async close() {
    const statuses = await Promise.all([...this.open.values()].map((editor) => editor.stop()));
    return statuses.every((status) => status === 0);
  }
}

export class Tally {
  found = new Map();
  acted = new Map();
  wrong = [];
  actions = 0;
  missing = [];
  elsewhere = 0;  // actions that change another file than that of the finding

  async look(desks, one, only) {
    const before = await check(one.files, one.names, one.language);
    if (before.length === 0) return;
    const { editor, done } = await desks.desk(one);
    const looked = before.filter((finding) => finding.do && finding.line && one.files[finding.file] !== undefined && (!only || finding.code === only));
    for (const file of new Set(looked.map((finding) => finding.file))) {
      const codes = before.filter((finding) => finding.file === file && finding.line).map((finding) => finding.code);
      const areThere = (all) => codes.every((code) => all.some((finding) => finding.code === code));
      // Of several packs that are given at once an editor sees each by itself: what is wrong with them together it may never show.
      const isAlone = one.names.length === 1 && Object.keys(one.files).length === 1;
      await (isAlone ? editor.findings(file, areThere) : editor.findings(file, areThere, 3000).catch(() => {}));
    }
    for (const finding of looked) await this.lookAt(editor, one, before, finding);
    await done();
  }

  async lookAt(editor, one, before, finding) {
    const start = { line: finding.line - 1, character: finding.column - 1 };
    const all = await editor.request('textDocument/codeAction', {
      textDocument: { uri: editor.uri(finding.file) }, range: { start, end: start }, context: { diagnostics: [] } });
    const its = all.filter((action) => action.diagnostics[0].code === finding.code && action.diagnostics[0].range.start.line === start.line &&
      action.diagnostics[0].range.start.character === start.character);
    this.actions += its.length;
    const add = (counts) => counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
    add(this.found);
    if (its.some((action) => isMending(action) || finding.do.includes('# sta toe'))) add(this.acted);
    else this.missing.push(`${one.name}: ${finding.code}`);
    const faults = await Promise.all(its.map(async (action) => {
      const files = { ...one.files };
      for (const name of Object.keys(files)) files[name] = edited(files[name], action.edit.changes[editor.uri(name)] ?? []);
      const changed = Object.keys(files).filter((name) => files[name] !== one.files[name]);
      this.elsewhere += changed.some((name) => name !== finding.file) ? 1 : 0;
      const what = changed.length === 0 ? 'changes nothing' : fault(action, finding, before, await check(files, one.names, one.language));
      return what && `${one.name}: ${finding.code} “${action.title}” ${what}`;
    }));
    this.wrong.push(...faults.filter(Boolean));
    const titles = its.map((action) => action.title);
    if (new Set(titles).size !== titles.length) this.wrong.push(`${one.name}: ${finding.code} says the same twice: ${titles}`);
    if (its.filter((action) => action.isPreferred).length > 1) this.wrong.push(`${one.name}: ${finding.code} prefers two`);
  }

  static sum(counts) { return [...counts.values()].reduce((all, one) => all + one, 0); }
  get none() { return [...this.found.keys()].filter((code) => !this.acted.has(code)).sort(); }
  get some() { return [...this.acted].filter(([code, acted]) => acted < this.found.get(code)).map(([code, acted]) => `${code} ${acted}/${this.found.get(code)}`).sort(); }
}
