import type { EnteredRecord, FileView, RecordCorrection } from '@gongkai/contracts';
import { PageRedactor, pdfLines } from '@gongkai/platform';
import { programs, startTestApi, type TestApi } from '../../support/api.js';
import type { Officer } from '../../support/officer.js';
import { pdfOf, written } from '../../support/pdfs.js';

let api: TestApi;
let caseworker: Officer;
let approver: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-06-30' });
  [caseworker, approver] = [await api.officer('caseworker.bureau'), await api.officer('approver.bureau')];
});
afterAll(() => api.stop());

async function taken({ id, version }: RecordCorrection, step: object, by = caseworker): Promise<RecordCorrection> {
  const answer = await by.post(`/record-corrections/${id}/steps`, { version, ...step });
  expect([answer.status, answer.text.slice(0, 500)]).toEqual([200, expect.any(String)]);
  return answer.body as RecordCorrection;
}

/** With a proof of one page, decided, signed and handed over. */
async function refused(): Promise<RecordCorrection> {
  const clerk = await api.officer('clerk.bureau');
  const proof = new File([pdfOf([{ content: written('proof of 8 square metres', 72, 700) }])], '测绘报告.pdf');
  const { id } = (await clerk.upload('/files', proof)).body as FileView;
  const { body } = await clerk.post('/record-corrections', {
    ...{ applicant: { name: '吴敏' }, record: '摊位登记表', wrong: '12平方米', wanted: '8平方米', fileIds: [id] },
    ...{ channel: 'in_person', receivedOn: '2026-06-01' },
  });
  const drafted = await taken((body as EnteredRecord).entry, { step: 'decide', outcome: 'refused', text: '记录无误' });
  return taken(await taken(drafted, { step: 'sign' }, approver), { step: 'send', mode: 'in_person' });
}

const APPEARING = [
  { as: 'head', name: '郑局长', phone: '010-65009999' },
  { as: 'agent', name: '钱律师', attorneyOnFile: true },
];

test('who appears at a hearing over a request of article 41 is listed, and that somebody of the organ has to (ALL 3(3))', async () => {
  const sued = await taken(await refused(), { step: 'recordSuitCopy', court: '朝阳法院', number: '行初9号' });
  const heard = await taken(sued, { step: 'updateRemedy', hearingOn: '2026-08-03', hearingPlace: '第三法庭' });
  expect(heard.challenges).toMatchObject([{ hearing: { on: '2026-08-03', place: '第三法庭' }, headMissing: 'ALL 3(3)' }]);
  const listed = await taken(heard, { step: 'updateRemedy', appearing: APPEARING });
  expect(listed.challenges[0]).toMatchObject({ appearing: APPEARING, hearing: { on: '2026-08-03' } });
  expect(listed.challenges[0]).not.toHaveProperty('headMissing');
  // A later list takes the place of an earlier one.
  const later = await taken(listed, { step: 'updateRemedy', appearing: [APPEARING[1]] });
  expect(later.challenges[0]).toMatchObject({ appearing: [APPEARING[1]], headMissing: 'ALL 3(3)' });
});

/** What is to be read on a PDF, without what a line break adds. */
async function wordsOf(content: Buffer): Promise<string> {
  const redactor = new PageRedactor({ program: programs.redact, font: 'config/fonts/noto-serif-sc-regular.ttf' });
  return ((await pdfLines(content, redactor, 20)) ?? '').replace(/\s/gu, '');
}

test('the evidence is one PDF: what became of it, who appears, the proof and each answer, with their pages', async () => {
  const copied = await taken(await refused(), { step: 'recordReconsiderationCopy', organ: '市政府', number: '复议7号' });
  const told = await taken(copied, { step: 'updateRemedy', appearing: APPEARING, hearingOn: '2026-07-06' });
  const order = { step: 'recordReconsiderationDecision', result: 'annulled', actAnew: true, redoWorkingDays: 10 };
  const drafted = await taken(await taken(told, order), { step: 'decide', outcome: 'corrected', text: '已更正为8平方米' });
  const again = await taken(drafted, { step: 'sign' }, approver);
  const answer = await fetch(`${caseworker.base}/record-corrections/${again.id}/bundle`, {
    headers: { cookie: caseworker.cookie },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('举证材料.pdf');
  const words = await wordsOf(Buffer.from(await answer.arrayBuffer()));
  for (const word of ['摊位登记表', '市政府', '复议7号', '撤销', '郑局长', '钱律师', '测绘报告.pdf', 'proofof8squaremetres'])
    expect(words).toContain(word);
  expect(words).not.toContain('65009999');
  // Both answers lie in it: the one that was annulled, and the new one.
  expect(words.split('政府信息更正申请处理告知书').length).toBeGreaterThan(4);
  for (const said of ['决定不予更正', '已予更正']) expect(words).toContain(said);
});
