import type { CaseView, FoundWords, RedactionList, RedactionView } from '@gongkai/contracts';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { redactWaiting } from '../../support/drawing.js';
import { fieldsIn, problemIn, type HttpAnswer, type Officer } from '../../support/officer.js';
import { pdfOf, written } from '../../support/pdfs.js';
import { pdftotext, suiteNeeding } from '../../support/tools.js';

const record = pdfOf([
  { content: written('Paid to Zhang San, card 6222021234567890123', 72, 700) },
  { content: written('ZHANG  SAN has signed', 72, 700) },
  { content: written('nobody', 72, 700) },
]);
const viewIn = ({ status, body, text }: HttpAnswer): RedactionView => {
  if (status >= 300) throw new Error(text);
  return body as RedactionView;
};

suiteNeeding('pdftotext')('a file of which parts are withheld', () => {
  let api: TestApi;
  let marker: Officer;
  let checker: Officer;
  let caseId: string;
  let begun: RedactionView;
  beforeAll(async () => {
    api = await startTestApi();
    [marker, checker] = [await api.officer('caseworker.bureau'), await api.officer('reviewer.bureau')];
    caseId = (await open(await api.officer('clerk.bureau'))).id;
  });
  afterAll(() => api.stop());

  const upload = async (content: Buffer, name: string): Promise<string> =>
    ((await marker.upload('/files', new File([new Uint8Array(content)], name))).body as { id: string }).id;
  const begin = async (fileId: string, by = marker): Promise<HttpAnswer> => by.post(`/cases/${caseId}/redactions`, { fileId });
  const now = async (by = marker): Promise<RedactionView> => viewIn(await by.get(`/redactions/${begun.id}`));
  const find = async (words: string): Promise<FoundWords> =>
    (await marker.post(`/redactions/${begun.id}/find`, { words })).body as FoundWords;
  const mark = async (change: object = {}, by = marker): Promise<HttpAnswer> => {
    const { found } = await find('zhang san');
    const all = {
      id: randomUUID(),
      ground: 'third_party_rights',
      article: 'REG 15',
      words: 'zhang san',
      places: found.flat(),
      ...change,
    };
    return by.post(`/redactions/${begun.id}/marks`, { version: (await now()).version, marks: [all] });
  };
  const move = async (name: string, by: Officer, more: object = {}): Promise<HttpAnswer> =>
    by.post(`/redactions/${begun.id}/moves`, { move: name, version: (await now()).version, ...more });

  test('is opened by who handles the case: its pages come as they are drawn; what is no paper is not', async () => {
    const fileId = await upload(record, '付款凭证 Zhang San.pdf');
    expect(problemIn(await begin(fileId, checker)).code).toBe('role-missing');
    expect(problemIn(await begin(fileId, await api.officer('caseworker.street'))).code).toBe('case-not-found');
    expect(fieldsIn(await begin('none'))).toEqual(['fileId unknown-file']);
    expect(fieldsIn(await begin(await upload(Buffer.from('text'), '来信.txt')))).toEqual(['fileId file-kind']);
    begun = viewIn(await begin(fileId));
    expect(begun).toMatchObject({ state: 'marking', total: null, pages: [], may: ['mark'] });
    // Of pages that are not open nothing can be found: "none" would be taken for an answer.
    expect(problemIn(await marker.post(`/redactions/${begun.id}/find`, { words: 'zhang san' })).code).toBe('redaction-opening');
    expect(problemIn(await move('submit', marker)).code).toBe('redaction-opening');
    await redactWaiting(api, { turn: () => AbortSignal.abort() });
    expect(problemIn(await move('submit', marker)).code).toBe('redaction-unmarked');
    expect(await now()).toMatchObject({ total: 3, pages: [{ number: 1 }, { number: 2 }, { number: 3 }], unreadable: null });
    expect((await marker.get(`/redactions/${begun.id}/pages/2`)).headers.get('content-type')).toBe('image/webp');
    expect(problemIn(await (await api.officer('clerk.street')).get(`/redactions/${begun.id}`)).code).toBe('not-found');
  });

  test('has words marked wherever they stand, each with a ground and one of its articles', async () => {
    const { found } = await find('zhang san');
    expect(found.map((places) => places.map(({ page }) => page))).toEqual([[1], [2]]);
    expect(fieldsIn(await mark({ article: 'REG 14' }))).toEqual(['marks.0.article article-not-of-decision']);
    const far = [{ page: 4, left: 0, top: 0, width: 1, height: 1 }];
    expect(fieldsIn(await mark({ places: far }))).toEqual(['marks.0.places invalid-value']);
    expect(problemIn(await mark({}, checker)).code).toBe('role-missing');
    expect(viewIn(await mark())).toMatchObject({ may: ['mark', 'submit'], markedBy: [{ name: expect.any(String) }] });
    const stale = await marker.post(`/redactions/${begun.id}/marks`, { version: 1, marks: [] });
    expect(problemIn(stale)).toMatchObject({ code: 'redaction-changed', status: 412 });
  });

  test('is checked by another than who marked, who gives it back with a reason or has it burnt', async () => {
    const unsubmitted = problemIn(await move('approve', checker));
    expect(unsubmitted).toMatchObject({ code: 'redaction-settled', detail: expect.stringContaining('还没有送复核') });
    viewIn(await move('submit', marker));
    const submitted = problemIn(await mark());
    expect(submitted).toMatchObject({ code: 'redaction-settled', detail: expect.stringContaining('请复核人先退回') });
    expect(problemIn(await move('approve', marker)).code).toBe('self-approval');
    // The name goes out with the file: the second person sees it, and nothing that is withheld stands in it.
    expect((await now(checker)).releasedName).toBe('付款凭证 ××（公开版）.pdf');
    expect(fieldsIn(await move('return', checker))).toEqual(['reason required']);
    expect(viewIn(await move('return', checker, { reason: '卡号未遮盖' })).state).toBe('marking');
    const card = (await find('6222021234567890123')).found.flat();
    viewIn(await mark({ places: [...(await find('zhang san')).found.flat(), ...card] }));
    expect(fieldsIn(await move('submit', marker, { name: 'Zhang-San 付款凭证' }))).toEqual(['name withheld-words']);
    expect(viewIn(await move('submit', marker, { name: '付款凭证（公开版）' })).releasedName).toBe('付款凭证（公开版）.pdf');
    expect(viewIn(await move('approve', checker))).toMatchObject({ state: 'burning', done: 0, may: ['return'] });
  });

  test('is stopped while it is burnt, and nothing stays of the pages; it is checked anew', async () => {
    const pages = path.join(api.settings.dataDir, 'redactions', begun.id);
    const onePage = { turn: () => AbortSignal.abort() };
    let asked = 0;
    const stopAtSecond = async (): Promise<unknown> => (asked += 1) === 2 && move('return', marker, { reason: '漏遮一处' });
    const { marks } = await now();
    await redactWaiting(api, { ...onePage, afterBurning: stopAtSecond });
    expect(await now()).toMatchObject({ state: 'marking', done: 0, marks, marksHash: null, may: ['mark', 'submit'] });
    expect((await now()).history.at(-1)).toMatchObject({ did: 'return', reason: '漏遮一处' });
    expect([asked, existsSync(pages) ? readdirSync(pages) : []]).toEqual([2, []]);
    viewIn(await move('submit', marker));
    expect(problemIn(await move('approve', marker)).code).toBe('self-approval');
    viewIn(await move('approve', checker));
  });

  test('becomes a new file that holds nothing of it, named by its hash and bound to the marks', async () => {
    await redactWaiting(api);
    const burnt = await now();
    expect(burnt).toMatchObject({
      state: 'burnt',
      done: 3,
      result: { name: '付款凭证（公开版）.pdf' },
      marksHash: expect.any(String),
    });
    expect(burnt.history.map(({ did }) => did)).toEqual([
      'open',
      'submit',
      'return',
      'submit',
      'approve',
      'return',
      'submit',
      'approve',
    ]);
    const id = burnt.result?.id ?? '';
    expect((await marker.get(`/files/${id}`)).status).toBe(200);
    const file = path.join(api.settings.dataDir, 'files', id.slice(0, 2), id.slice(2, 4), id);
    const text = execFileSync(pdftotext(), [file, '-'], { encoding: 'utf8' });
    expect(text.replace(/\s+/g, ' ')).toMatch(/Paid to , card has signed nobody/);
    expect(((await marker.get(`/cases/${caseId}/redactions`)).body as RedactionList).items).toMatchObject([
      { id: burnt.id, may: [] },
    ]);
    await step(marker, caseId, { type: 'accept' });
    const { items } = (await marker.get(`/cases/${caseId}`)).body as CaseView;
    const found = { facts: '凭证载有姓名和卡号', harm: '会被冒用', reasons: '个人信息' };
    const partly = { code: 'partly_granted', ground: 'third_party_rights', article: 'REG 15', ...found };
    const decide = (decision: object, fileId: string) =>
      marker.post(`/cases/${caseId}/commands`, { type: 'decideItem', itemId: items[0]?.id, ...decision, fileIds: [fileId] });
    expect(fieldsIn(await decide(partly, burnt.source.id))).toEqual(['fileIds redacted-original']);
    expect(fieldsIn(await decide({ code: 'granted' }, id))).toEqual(['fileIds redacted-as-whole']);
    expect((await decide({ code: 'granted' }, burnt.source.id)).status).toBe(200);
    expect((await decide(partly, id)).status).toBe(200);
    const { pool } = api.services;
    await expect(pool.query({ text: `UPDATE redaction SET marks = '[]'` })).rejects.toThrow('not changed');
  });

  test('that cannot be opened says so, and can be tried again', async () => {
    begun = viewIn(await begin(await upload(Buffer.from('%PDF-1.7\nno page\n%%EOF\n'), '坏.pdf')));
    await redactWaiting(api);
    expect(await now()).toMatchObject({ unreadable: 1, may: ['again'] });
    expect(viewIn(await move('again', marker))).toMatchObject({ unreadable: null });
  });
});
