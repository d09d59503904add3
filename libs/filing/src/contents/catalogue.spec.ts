import { localDate } from '@gongkai/calendar';
import type { DocumentsView } from '@gongkai/contracts';
import { catalogueOf, catalogueTable } from './catalogue.js';

type Item = DocumentsView['items'][number];

test('the stamped copy of a document has the number of that document, what went out with a step that of its step', () => {
  const file = (id: string, entry: number) =>
    ({ type: 'file', id, name: `${id}.pdf`, mime: 'application/pdf', size: 1, uploadedAt: '', entry, itemId: null }) as Item;
  const notice = { type: 'notice', number: '告〔2026〕1号', stamped: ['scan'] } as unknown as Item;
  const journal = [
    { seq: 1, on: localDate('2026-03-02'), fact: { number: '告〔2026〕1号' } },
    { seq: 2, on: localDate('2026-03-03'), fact: { noticeId: 'n' } },
  ];
  const listed = catalogueOf({ items: [notice, file('paper', 1), file('scan', 2), file('note', 2)] }, journal);
  expect(listed.map(({ name, number }) => `${name} ${number}`)).toEqual([
    'paper.pdf 告〔2026〕1号',
    'scan.pdf 告〔2026〕1号',
    'note.pdf ',
  ]);
});

test('what was put to a note is in the folder and marked as internal material, unless it came in', () => {
  const papers = ['memo', 'letter'].map(
    (id, i) => ({ type: 'file', id, name: `${id}.pdf`, mime: '', size: 1, uploadedAt: '', entry: i + 1, itemId: null }) as const,
  );
  const on = localDate('2026-03-02');
  const journal = [
    { seq: 1, on, fact: { type: 'NOTED' } },
    { seq: 2, on, fact: { type: 'NOTED', cameIn: true } },
  ];
  const table = catalogueTable(catalogueOf({ items: papers }, journal), new Set());
  expect(table.split('\r\n').map((row) => row.includes('"内部材料 · internal"'))).toEqual([false, true, false, false]);
});

test('what does not apply is told below the papers, and why', () => {
  const none = { on: '2026-03-03', name: '信封 · envelope', reason: '=无', by: '苏晴' };
  const [, row = ''] = catalogueTable([], new Set(), [none]).split('\r\n');
  expect(row).toBe('"","2026-03-03","信封 · envelope","","","不适用 · not applicable: =无","","","","",""');
});

test('a reply bears the public attribute that its signature fixed', () => {
  const reply = {
    type: 'file',
    id: 'reply',
    name: 'reply.pdf',
    mime: '',
    size: 1,
    uploadedAt: '',
    entry: 1,
    itemId: null,
  } as Item;
  const on = localDate('2026-03-02');
  const signed = (attribute: string) => [{ seq: 1, on, fact: { type: 'REPLY_SIGNED', number: 'a', attribute } }];
  const tables = ['public', 'other'].map((attribute) =>
    catalogueTable(catalogueOf({ items: [reply] }, signed(attribute)), new Set()),
  );
  expect(tables.map((table) => table.includes('"a","主动公开 · public"'))).toEqual([true, false]);
});
