/**
 * How well the fields of forms are read that come in as scans and faxes, how long a page takes, and how much memory; on Linux, with a Chinese
 * font (fonts-noto-cjk), after `npm run build`:
 *
 *     node test/load/ocr.mjs [forms]
 *
 * Of each field it prints how many were proposed rightly, how many wrongly, and how many there were. `--keep <folder>` keeps what was read.
 */
import fs from 'node:fs';
import path from 'node:path';
import { findFields } from '../../dist/libs/intake/src/index.js';
import { PageReader, READ_PROGRAM } from '../../dist/libs/platform/src/index.js';
import { formOf, QUALITIES } from './ocr-forms.mjs';

const FORMS = Number(process.argv[2] ?? 9);
const KEPT_IN = process.argv[3] === '--keep' ? process.argv[4] : undefined;
const FIELDS = ['name', 'idNumber', 'creditCode', 'phone', 'address', 'item'];
const LOOK = 50;
/** Milliseconds: however busy the machine is, it is measured. */
const PATIENCE = 600_000;

/** The largest memory that the children of this process have had, in megabytes. */
function watchChildren() {
  let most = 0;
  const timer = setInterval(() => {
    for (const child of fs.readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean))
      try {
        const status = fs.readFileSync(`/proc/${child}/status`, 'utf8');
        most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      } catch {
        // It has ended meanwhile.
      }
  }, LOOK);
  return { most: () => Math.round(most), stop: () => clearInterval(timer) };
}

/** The same words, whatever the width of figures and marks. */
const plain = (words) => words.normalize('NFKC').replace(/[\s,.;:。、]/gu, '');
const expected = ({ items, ...form }, field) =>
  (field === 'item' ? items : form[field] === undefined ? [] : [form[field]]).map(plain);

/** Counts what was proposed for a form. */
function count(tally, form, proposals) {
  for (const field of FIELDS) {
    const wanted = expected(form, field);
    const given = proposals.filter((proposal) => proposal.field === field);
    const right = given.filter(({ value }) => wanted.includes(plain(value)));
    tally[field].there += wanted.length;
    tally[field].right += right.length;
    tally[field].wrong += given.length - right.length;
    for (const { value, confidence } of given) {
      if (KEPT_IN !== undefined)
        console.log(`  ${field} ${wanted.includes(plain(value)) ? 'right' : 'WRONG'} ${confidence} ${value}`);
    }
  }
}

const reader = new PageReader({ program: READ_PROGRAM, patience: () => AbortSignal.timeout(PATIENCE) });
const memory = watchChildren();
console.log(['quality', ...FIELDS, 'seconds a page'].join('\t'));
for (const [quality, make] of Object.entries(QUALITIES)) {
  const tally = Object.fromEntries(FIELDS.map((field) => [field, { right: 0, wrong: 0, there: 0 }]));
  let milliseconds = 0;
  for (let i = 0; i < FORMS; i += 1) {
    const form = formOf(i);
    const content = await make(form);
    const begun = Date.now();
    const page = await reader.read(content, 1);
    milliseconds += Date.now() - begun;
    if (page === undefined) console.log(`${quality} ${i}: not read`);
    if (KEPT_IN !== undefined) {
      fs.mkdirSync(KEPT_IN, { recursive: true });
      fs.writeFileSync(path.join(KEPT_IN, `${quality}-${i}.json`), JSON.stringify({ form, page }));
      fs.writeFileSync(path.join(KEPT_IN, `${quality}-${i}.bin`), content);
    }
    count(tally, form, page === undefined ? [] : findFields([{ number: 1, ...page }]));
  }
  const cells = FIELDS.map((field) => `${tally[field].right}+${tally[field].wrong}/${tally[field].there}`);
  console.log([quality, ...cells, (milliseconds / FORMS / 1000).toFixed(1)].join('\t'));
}
memory.stop();
console.log(`Right + wrong / there. The reading program: ${memory.most()} MB at most, one page at a time.`);
