/**
 * How long it takes to redact a long record, and how much memory: `node test/load/redact.mjs [pages]`. Pages of running text, three marks on each,
 * looked at and burnt as a worker does it, in turns, and written to one file.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '../../scripts/bootstrap.mjs';
import { now } from './measure.mjs';

const PAGES = Number(process.argv[2] ?? 500);
const { FileStore, PageRedactor, PartStore, REDACT_PROGRAM, releasedPdf } = await import('../../dist/libs/platform/src/index.js');

/** A record of text as an office writes it, in a font that every reader has. */
function recordOf(pages) {
  const line = (i, page) =>
    `1 0 0 1 60 ${780 - i * 18} Tm (Item ${page}.${i}: paid to contractor Zhang San, card 6222021234567890${100 + i}) Tj`;
  const content = (page) => `BT /F 11 Tf ${Array.from({ length: 40 }, (_, i) => line(i, page)).join('\n')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${4 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
  ];
  for (let page = 0; page < pages; page += 1) {
    const text = content(page + 1);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + page * 2} 0 R >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    );
  }
  let pdf = '%PDF-1.7\n';
  const places = objects.map((body, i) => {
    const at = pdf.length;
    pdf += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${pdf}${table}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`,
    'latin1',
  );
}

/** The most memory that a process of ours or a child of it had, in megabytes. */
const most = { worker: 0, program: 0 };
function watch() {
  const megabytes = (pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  };
  most.worker = Math.max(most.worker, process.memoryUsage.rss() / 1024 / 1024);
  if (!readdirSync('/').includes('proc')) return;
  for (const child of readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean))
    try {
      most.program = Math.max(most.program, megabytes(child));
    } catch {
      // It has ended meanwhile.
    }
}
const watching = setInterval(watch, 50);

const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-redact-'));
const [store, parts] = [new FileStore(folder, { limit: 512 * 1024 * 1024 }), new PartStore(folder)];
const redactor = new PageRedactor({ program: REDACT_PROGRAM, font: path.resolve('config/fonts/noto-serif-sc-regular.ttf') });
const content = recordOf(PAGES);
const burning = { redactionId: 'it', marksHash: 'these' };
const labels = ['商业秘密、个人隐私等第三方合法权益 条例第十五条', '条例第十五条'];
const areas = [0.1, 0.4, 0.7].map((top) => ({ left: 0.35, top, width: 0.3, height: 0.02, labels }));

async function inTurns(name, turn) {
  const began = now();
  let [done, turns] = [0, 0];
  while (done < PAGES) {
    done += await turn(done + 1);
    turns += 1;
  }
  const seconds = (now() - began) / 1000;
  console.log(
    `${name}: ${PAGES} pages in ${seconds.toFixed(1)} s and ${turns} turns, ${((seconds / PAGES) * 1000).toFixed(0)} ms a page`,
  );
}

try {
  await inTurns('looked at', async (from) => (await redactor.look(content, from)).pages.length);
  await inTurns('burnt', async (from) => {
    const { pages } = await redactor.burn(content, from, () => areas);
    for (const { number, page } of pages) await parts.savePage(burning, number, page);
    return pages.length;
  });
  const began = now();
  const { id, size } = await store.save(
    releasedPdf(PAGES, (number) => parts.page(burning, number)),
    { name: 'it.pdf' },
  );
  console.log(`written: ${(size / 1024 / 1024).toFixed(1)} MB in ${((now() - began) / 1000).toFixed(1)} s`);
  console.log(
    `the source has ${(content.length / 1024 / 1024).toFixed(1)} MB; kept ${statSync(path.join(folder, 'files', id.slice(0, 2), id.slice(2, 4), id)).size} bytes`,
  );
  console.log(`memory at most: ${most.worker.toFixed(0)} MB here, ${most.program.toFixed(0)} MB in the program that draws`);
} finally {
  clearInterval(watching);
  rmSync(folder, { recursive: true, force: true });
}
