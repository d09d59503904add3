/**
 * How long it takes to print papers, and how much memory: `node test/load/papers.mjs [papers]`. Every kind that goes to somebody in turn, of a
 * made-up case, each as PDF and DOCX, by the program that prints for the API.
 */
import { readFileSync } from 'node:fs';
import '../../scripts/bootstrap.mjs';
import { now } from './measure.mjs';

const PAPERS = Number(process.argv[2] ?? 1000);
const KINDS = [
  'reply',
  'correction',
  'extension',
  'fee',
  'consult_third_party',
  'consultation_notice',
  'third_party_disclosure',
  'fee_lifted',
  'delay',
];

const { Press, Sources } = await import('../../dist/libs/correspondence/src/index.js');
const { compose } = await import('../../dist/libs/correspondence/src/content/compose.js');
const { sampleTelling } = await import('../../dist/libs/correspondence/src/sample/sample-case.js');
const { lawShelf } = await import('../../dist/libs/casework/src/index.js');
const { localDate } = await import('../../dist/libs/calendar/src/index.js');

const sources = new Sources('config');
const shelf = lawShelf('config');
const law = shelf.lawOf(shelf.statute, localDate('2026-03-02'));
const papers = KINDS.map((kind) => compose(sources.of(kind), sampleTelling(kind, law, sources.words()), false));
const press = new Press('config/fonts');

/** The most memory that a process has had, in megabytes. */
const mostOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

await press.print(papers[0]);
const [printer] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
const began = now();
let bytes = 0;
for (let i = 0; i < PAPERS; i += 1) {
  const [pdf, docx] = await press.print(papers[i % papers.length]);
  bytes += pdf.length + docx.length;
}
const seconds = (now() - began) / 1000;
console.log(
  `${PAPERS} papers, PDF and DOCX: ${seconds.toFixed(1)} s, ${((seconds / PAPERS) * 1000).toFixed(1)} ms each, ${(bytes / 1024 / 1024).toFixed(0)} MB`,
);
console.log(
  `memory at most: ${mostOf(process.pid).toFixed(0)} MB here, ${mostOf(printer).toFixed(0)} MB in the program that prints`,
);
press.close();
