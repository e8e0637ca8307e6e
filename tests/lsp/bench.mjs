// How long an author waits for a key in a pack of 300 signals and 100 policies (tests/thinking_run.py makes it).
//
// usage: WEGWIJZER=build-release/wegwijzer node tests/lsp/bench.mjs
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Editor, ROOT } from './editor.mjs';

const NAME = 'groot.regels';
const TYPED = '\nsignaal nieuw "Een nieuw signaal"\n  factor integratie\n  als minstens 2 toetsen met cijfer < 5,5 in de laatste 3 weken en motivatie < 3\n';
const text = execFileSync('python3', ['-c', 'import sys; sys.path.insert(0, sys.argv[1]); import thinking_run; sys.stdout.write(thinking_run.large_pack())',
  path.join(ROOT, 'tests')], { encoding: 'utf8', maxBuffer: 1 << 26 });

const milliseconds = (begin) => Number(process.hrtime.bigint() - begin) / 1e6;
const sleep = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

// What the server used of a processor so far: what a key costs, whatever else the machine does.
function processor(editor) {
  const fields = fs.readFileSync(`/proc/${editor.process.pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;  // ticks of 10 ms
}

function say(what, times) {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, 95% within ${at(0.95)} ms, longest ${at(1)} ms (${times.length} keys)`);
}

// Types in the middle of the text; `pause` milliseconds between two keys.
async function type(editor, pause) {
  const middle = text.indexOf('\nsignaal s150 ');
  const before = text.slice(0, middle).split('\n');
  let [line, character] = [before.length - 1, before[before.length - 1].length];
  const uri = editor.uri(NAME);
  const findings = [];
  const completions = [];
  for (const key of TYPED) {
    await sleep(pause);
    const begin = process.hrtime.bigint();
    const here = { line, character };
    editor.change(NAME, { range: { start: here, end: here }, text: key });
    [line, character] = key === '\n' ? [line + 1, 0] : [line, character + 1];
    const shown = editor.findings(NAME).then(() => { findings.push(milliseconds(begin)); });
    await editor.request('textDocument/completion', { textDocument: { uri }, position: { line, character } });
    completions.push(milliseconds(begin));
    await shown;
  }
  return { findings, completions };
}

for (const [what, pause] of [['one key after the other', 0], ['5 keys a second', 200], ['a key after every pause, while the thinking is looked through', 270]]) {
  const editor = await Editor.start();
  await editor.open(NAME, text);
  await editor.findings(NAME);
  const before = processor(editor);
  const { findings, completions } = await type(editor, pause);
  const used = processor(editor) - before;
  console.log(`${what}, ${text.length} bytes`);
  say('  proposals', completions);
  say('  findings ', findings);
  console.log(`  the processor: ${(used / findings.length).toFixed(1)} ms a key`);
  await editor.stop();
}
process.exit(0);
