import { inspectScan } from '@gongkai/platform';
import {
  blanks,
  gifAndScript,
  lockedPdf,
  longPdf,
  pdfAndZip,
  pdfBomb,
  pdfWithBrokenXref,
  pngAndPage,
  spreadsheetBomb,
} from './bombs.js';
import type { FaxMachine } from './faxes.js';
import { zipOf } from './zip.js';

/** What comes in at a door: what it is, where it ends, and itself. */
export type Malformed<Content> = readonly [what: string, end: string, content: Content];

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const TOO_LARGE = 51 * 1024 * 1024;

/** A fax: its bytes, made when there is a machine that makes faxes. Each is called by its number in this list. */
type Fax = (letter: Buffer, machine: FaxMachine) => Buffer;
/** The letter with other bytes at a place. */
const changed = (letter: Buffer, change: (copy: Buffer, pages: ReturnType<typeof inspectScan>['pages']) => void): Buffer => {
  const copy = Buffer.from(letter);
  change(copy, inspectScan(letter).pages);
  return copy;
};
const cutAt = (letter: Buffer, share: number): Buffer => letter.subarray(0, Math.floor(letter.length * share));
const tagged = (machine: FaxMachine, name: string, ...tags: readonly (readonly [tag: number, value: number])[]): Buffer => {
  tags.reduce((page, [tag, value], i) => machine.mistag(page, `${name}${i}`, tag, value), 'one');
  return machine.read(`${name}${tags.length - 1}.tif`);
};

/** Faxes in the spool folder; the letter has three pages in Group 4. */
export const FAXES: readonly Malformed<Fax>[] = [
  ['nothing at all', 'quarantine: file-refused', () => Buffer.alloc(0)],
  ['the head of a TIFF alone', 'quarantine: file-damaged file-unreadable', () => bytes('II*\0')],
  ['a head that leads beyond its end', 'quarantine: file-damaged file-unreadable', (letter) => letter.subarray(0, 8)],
  ['a TIFF cut in its first page', 'quarantine: file-damaged file-unreadable', (letter) => cutAt(letter, 0.1)],
  ['a TIFF cut in its second page', 'inbox: file-damaged', (letter) => cutAt(letter, 0.5)],
  [
    'a TIFF cut before its last word',
    'inbox: file-damaged',
    (letter) => letter.subarray(0, (inspectScan(letter).pages[2]?.nextAt ?? 0) + 2),
  ],
  [
    'pages that go in a circle',
    'inbox',
    (letter) => changed(letter, (copy, pages) => copy.writeUInt32LE(pages[0]?.at ?? 0, pages[2]?.nextAt ?? 0)),
  ],
  [
    'a page that follows itself',
    'inbox',
    (letter) => changed(letter, (copy, pages) => copy.writeUInt32LE(pages[0]?.at ?? 0, pages[0]?.nextAt ?? 0)),
  ],
  [
    'a directory of 65,535 entries',
    'quarantine: file-damaged file-unreadable',
    (letter) => changed(letter, (copy, pages) => copy.writeUInt16LE(65_535, pages[0]?.at ?? 0)),
  ],
  [
    'a page of 100,000 by 100,000 dots',
    'quarantine: page-unreadable file-unreadable',
    (_, machine) => tagged(machine, 'wide', [256, 100_000], [257, 100_000]),
  ],
  ['a page without width', 'quarantine: page-unreadable file-unreadable', (_, machine) => tagged(machine, 'flat', [256, 0])],
  [
    'a coding that nobody knows',
    'quarantine: page-unreadable file-unreadable',
    (_, machine) => tagged(machine, 'code', [259, 60_000]),
  ],
  [
    'noise where the page was',
    'inbox: page-unreadable',
    (letter) =>
      changed(letter, (copy, pages) => {
        for (let at = (pages[0]?.at ?? 0) + 400; at < (pages[1]?.at ?? 0) - 400; at += 1) copy[at] = (at * 7919) % 256;
      }),
  ],
  ['a scan of 200 pages', 'inbox', (_, machine) => machine.copy('long', Array<string>(200).fill('small'), '-c g4')],
  ['a file larger than is taken', 'quarantine: file-refused', () => Buffer.alloc(TOO_LARGE)],
  ['a text called TIFF', 'quarantine: file-refused', () => bytes('I ask for the ledger')],
  ['an archive called TIFF', 'quarantine: file-refused', () => zipOf({ 'a.txt': 'a' })],
  ['a picture that is a script', 'quarantine: file-refused', gifAndScript],
  ['a PDF that unpacks to gigabytes', 'inbox', pdfBomb],
  ['a PDF whose objects are nowhere', 'quarantine: file-unreadable', pdfWithBrokenXref],
  ['a PDF that is locked', 'quarantine: file-unreadable', lockedPdf],
  ['a PDF of 10,000 pages', 'inbox', () => longPdf(10_000)],
  ['a PDF that breaks off', 'quarantine: file-damaged file-unreadable', () => longPdf(100).subarray(0, 2000)],
  ['a PDF that is an archive', 'quarantine: file-unreadable', pdfAndZip],
];

const CRLF = '\r\n';
let serial = 0;
/** A mail of somebody who asks, with other lines in its head or another body. A line without a value is left out. */
function mail(body: string, head: Readonly<Record<string, string | undefined>> = {}): string {
  serial += 1;
  const usual: Readonly<Record<string, string | undefined>> = {
    From: 'Chen <chen@example.org>',
    Subject: `ask ${serial}`,
    Date: 'Thu, 07 May 2026 23:29:00 +0800',
    'Message-ID': `<${serial}@example.org>`,
    'Content-Type': 'text/plain; charset=utf-8',
  };
  const lines = Object.entries({ ...usual, ...head }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return [...lines, '', body].join(CRLF);
}
const MIXED = { 'Content-Type': 'multipart/mixed; boundary="b"' };
const part = (name: string, mime: string, content: Buffer): string =>
  `--b${CRLF}Content-Type: ${mime}${CRLF}Content-Disposition: attachment; filename="${name}"${CRLF}Content-Transfer-Encoding: base64${CRLF}${CRLF}${content.toString('base64')}${CRLF}`;
const withFile = (name: string, mime: string, content: Buffer): string =>
  mail(`--b${CRLF}${CRLF}see what is attached${CRLF}${part(name, mime, content)}--b--${CRLF}`, MIXED);
const nested = (depth: number): string =>
  mail(
    Array.from(
      { length: depth },
      (_, i) => `--b${i}${CRLF}Content-Type: multipart/mixed; boundary="b${i + 1}"${CRLF}${CRLF}`,
    ).join('') + `--b${depth}${CRLF}${CRLF}so deep${CRLF}`,
    { 'Content-Type': 'multipart/mixed; boundary="b0"' },
  );
/** 申请公开 and 垃圾中转站环评, as old programs write them. */
const GB18030 = { subject: Buffer.from('c9eac7ebb9abbfaa', 'hex'), body: Buffer.from('c0acbbf8d6d0d7aad5beb7b7c6c0', 'hex') };
const inGb18030 = (): Buffer =>
  Buffer.concat([
    bytes('From: chen@example.org\r\nSubject: '),
    GB18030.subject,
    bytes('\r\nContent-Type: text/plain; charset=GB2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'),
    GB18030.body,
  ]);
const twice = mail('once and again');

/** Mails in the mailbox. */
export const MAILS: readonly Malformed<string | Buffer>[] = [
  ['nothing in it', 'quarantine: nothing-in-it', mail(' ')],
  ['no mail at all', 'quarantine: nothing-in-it', 'this is no mail at all'],
  ['nobody it is from', 'inbox', mail('who am I', { From: undefined })],
  ['no head but a subject', 'inbox', `Subject: bare${CRLF}${CRLF}please`],
  ['Chinese in the head in GB 18030', 'inbox', inGb18030()],
  ['winmail.dat', 'inbox: outlook-pack', withFile('winmail.dat', 'application/ms-tnef', bytes('x\x9f>"'))],
  ['a clock of 1970', 'inbox: sender-clock-wrong', mail('old', { Date: 'Thu, 01 Jan 1970 00:00:00 +0000' })],
  ['a clock of 2099', 'inbox: sender-clock-wrong', mail('new', { Date: 'Thu, 01 Jan 2099 00:00:00 +0000' })],
  ['a date that is none', 'inbox', mail('undated', { Date: 'yesterday or so' })],
  ['an encoding that nobody knows', 'inbox', mail('odd', { 'Content-Type': 'text/plain; charset=x-nothing' })],
  ['Base64 that is none', 'inbox', mail('*** not base64 ***', { 'Content-Transfer-Encoding': 'base64' })],
  ['signs of no text in its subject', 'inbox', mail('odd', { Subject: '=?utf-8?B?AAECHwo=?= odd' })],
  ['a head of two megabytes', 'quarantine: file-unreadable', mail('long', { 'X-Long': 'x'.repeat(2_000_000) })],
  ['parts that do not end', 'inbox', mail(`--b${CRLF}${CRLF}open${CRLF}`, MIXED)],
  ['parts that do not begin', 'quarantine: nothing-in-it', mail('no boundary here', MIXED)],
  ['1,500 parts', 'quarantine: file-unreadable', mail(`--b${CRLF}${CRLF}x${CRLF}`.repeat(1500), MIXED)],
  ['parts in parts, 2,000 deep', 'quarantine: file-unreadable', nested(2000)],
  ['a script in HTML', 'inbox', mail('<script>alert(1)</script><p>ask</p>', { 'Content-Type': 'text/html' })],
  ['a program called a PDF', 'inbox: file-refused', withFile('ask.pdf', 'application/pdf', bytes('MZ\0\0'))],
  ['a name that leads elsewhere', 'inbox', withFile('../../etc/ask.png', 'image/png', pngAndPage())],
  ['a name that is cut within a sign', 'inbox', withFile(`${'a'.repeat(79)}😀.png`, 'image/png', pngAndPage())],
  [
    'a name with signs of no text behind its point',
    'inbox: file-refused',
    withFile('=?utf-8?B?YXNrLnAAZGY=?=', 'application/pdf', bytes('MZ')),
  ],
  [
    'an archive that unpacks to gigabytes',
    'inbox',
    withFile('a.zip', 'application/zip', zipOf({ a: { deflated: blanks(1024), size: 9 } })),
  ],
  ['a letter sent twice', 'inbox', twice],
  ['the letter that was sent twice', 'there already', `Received: by another way${CRLF}${twice}`],
];

/** Files handed in. */
export const UPLOADS: readonly Malformed<readonly [name: string, content: Buffer]>[] = [
  ['nothing at all', 'refused: file content-differs', ['scan.pdf', Buffer.alloc(0)]],
  ['a picture called a PDF', 'refused: file content-differs', ['scan.pdf', pngAndPage()]],
  ['a kind that is not taken', 'refused: file invalid-value', ['page.html', bytes('<script>')]],
  ['a letter that is an archive', 'kept as application/pdf', ['ask.pdf', pdfAndZip()]],
  ['a picture with a page behind it', 'kept as image/png', ['ask.png', pngAndPage()]],
  ['a picture that is a script', 'kept as image/gif', ['ask.gif', gifAndScript()]],
  ['an archive called a letter', 'refused: file content-differs', ['ask.docx', zipOf({ 'a.txt': 'a' })]],
  [
    'an archive that unpacks to gigabytes',
    'kept as application/zip',
    ['a.zip', zipOf({ a: { deflated: blanks(1024), size: 9 } })],
  ],
  ['a text with signs of no text', 'refused: file content-differs', ['ask.txt', bytes('a\0b')]],
];

const HEAD = '工单编号,来电时间,工单类型,诉求内容,编号,收到日期,收到方式,申请人,申请内容';
const LINE = 'GD-1,2026-05-07 10:00,咨询,几点开门,旧〔2026〕3号,2026-01-05,当面,苏晓明,2025年绿化经费';
const table = `${HEAD}\n${LINE}\n`;
const wide = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** Tables of the hotline and old registers: each is handed in as both. */
export const TABLES: readonly Malformed<Buffer>[] = [
  ['a mark before the first letter', 'read', Buffer.from(`\uFEFF${table}`)],
  ['UTF-16', 'read', wide(table)],
  ['UTF-16 the other way round', 'refused: table-unreadable', wide(table).swap16()],
  ['signs of no text', 'refused: table-unreadable', Buffer.from(`${table}\0`)],
  ['quotation marks that do not close', 'refused: table-unreadable', Buffer.from(`${HEAD}\n"${LINE}\n`)],
  ['30,000 rows', 'refused: too-many', Buffer.from(`${HEAD}\n${`${LINE}\n`.repeat(30_000)}`)],
  ['a spreadsheet of a gigabyte', 'refused: table-unreadable', spreadsheetBomb(2 ** 30)],
  ['a spreadsheet of a gigabyte that says it is small', 'refused: table-unreadable', spreadsheetBomb(1000)],
  ['an archive that is no spreadsheet', 'refused: table-unreadable', zipOf({ 'a.txt': 'a' })],
];
