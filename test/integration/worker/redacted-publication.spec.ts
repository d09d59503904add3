import type { FoundWords, PublicationDraft, RedactionView } from '@gongkai/contracts';
import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../support/api.js';
import { dayIn, open, step } from '../../support/applications.js';
import { redactWaiting } from '../../support/drawing.js';
import { fieldsIn, type HttpAnswer, type Officer } from '../../support/officer.js';
import { pdfOf, written } from '../../support/pdfs.js';

const DAY = '2026-03-02';

describe('what was withheld from an answer', () => {
  let api: TestApi;
  let worker: Officer;
  beforeAll(async () => {
    api = await startTestApi({ today: DAY });
    worker = await api.officer('caseworker.bureau');
  });
  afterAll(() => api.stop());
  const on = dayIn(() => api);
  const viewIn = ({ status, body, text }: HttpAnswer): RedactionView => {
    if (status >= 300) throw new Error(text);
    return body as RedactionView;
  };

  /** A file with a name burnt out of it. */
  async function redacted(caseId: string): Promise<{ readonly source: string; readonly result: string }> {
    const content = new Uint8Array(pdfOf([{ content: written('Paid to Zhang San for work', 72, 700) }]));
    const source = ((await worker.upload('/files', new File([content], '凭证.pdf'))).body as { id: string }).id;
    await step(worker, caseId, { type: 'note', text: '档案原件', fileIds: [source] });
    let now = viewIn(await worker.post(`/cases/${caseId}/redactions`, { fileId: source }));
    const move = async (name: string, by: Officer): Promise<RedactionView> =>
      viewIn(await by.post(`/redactions/${now.id}/moves`, { move: name, version: now.version }));
    await redactWaiting(api);
    const { found } = (await worker.post(`/redactions/${now.id}/find`, { words: 'zhang san' })).body as FoundWords;
    const mark = { id: randomUUID(), ground: 'third_party_rights', article: 'REG 15', words: 'Zhang San', places: found.flat() };
    now = viewIn(await worker.post(`/redactions/${now.id}/marks`, { version: now.version, marks: [mark] }));
    now = await move('submit', worker);
    await move('approve', await api.officer('reviewer.bureau'));
    await redactWaiting(api);
    return { source, result: viewIn(await worker.get(`/redactions/${now.id}`)).result?.id ?? '' };
  }

  test('is not published with the file it was burnt out of, and pointed out where it is said beside it', async () => {
    const { id, items } = await open(await api.officer('clerk.bureau'), {
      receipt: { channel: 'in_person', submittedOn: DAY },
    });
    await on(DAY, id, [['caseworker', { type: 'accept' }]]);
    const { source, result } = await redacted(id);
    const itemId = items[0]?.id;
    const found = { facts: '凭证载有姓名', harm: '会被冒用', reasons: '个人信息', unasked: '已作区分处理' };
    const partly = { code: 'partly_granted', ground: 'third_party_rights', article: 'REG 15', ...found };
    await on(DAY, id, [
      ['caseworker', { type: 'decideItem', itemId, ...partly, fileIds: [result] }],
      ['caseworker', { type: 'submitReview', itemId }],
      ['reviewer', { type: 'passReview', itemId }],
      ['caseworker', { type: 'submitForApproval', attribute: 'on_application' }],
      ['approver', { type: 'approve' }],
    ]);
    // Nor does it leave as an annex of the reply: what is put beside that is fetched with it.
    const sign = { type: 'signReply', fileIds: [source] };
    expect(fieldsIn(await (await api.officer('approver.bureau')).post(`/cases/${id}/commands`, sign))).toEqual([
      'fileIds redacted-original',
    ]);
    await on(DAY, id, [
      ['approver', { type: 'signReply' }],
      ['caseworker', { type: 'dispatch', mode: 'in_person', signedBy: '李明远' }],
    ]);
    const draft = { summary: '', kind: 'other', indexNumber: 'CG-9', madeOn: null, reason: '多人申请' };
    const begin = (more: object) => worker.post(`/cases/${id}/publications`, { ...draft, ...more });
    expect(fieldsIn(await begin({ title: '付款凭证', fileId: source }))).toEqual(['fileId redacted-original']);
    const { findings } = (await begin({ title: '付给ZHANG SAN的凭证', fileId: result })).body as PublicationDraft;
    expect(findings).toEqual([{ where: 'title', page: null, what: 'withheld', text: 'Zhang San', blocks: false }]);
  });
});
