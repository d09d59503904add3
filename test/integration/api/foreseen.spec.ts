import type { DrawnPaper, PreviewView } from '@gongkai/contracts';
import { docxText } from '@gongkai/platform';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { docxSaying } from '../../support/docx-saying.js';
import { fieldsIn, type Officer } from '../../support/officer.js';

let api: TestApi;
let caseworker: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-04' });
  caseworker = await api.officer('caseworker.bureau');
});
afterAll(() => api.stop());

/** A case of 2 March whose one item is decided, and what its reply says as it stands. */
async function decided(): Promise<{ readonly id: string; readonly says: string }> {
  const { id, items } = await open(await api.officer('clerk.bureau'));
  await step(caseworker, id, { type: 'accept' });
  const decision = { type: 'decideItem', itemId: items[0]?.id, code: 'already_public', otherOrgan: '门户网站' };
  await step(caseworker, id, decision);
  const { docx } = (await caseworker.post(`/cases/${id}/papers`, { kind: 'reply' })).body as DrawnPaper;
  const drawn = await fetch(`${caseworker.base}/files/${docx.id}`, { headers: { cookie: caseworker.cookie } });
  return { id, says: (docxText(Buffer.from(await drawn.arrayBuffer())) ?? '').replaceAll('预览', '') };
}

async function foreseen(id: string, text?: string): Promise<readonly string[] | undefined> {
  const file = text === undefined ? null : new File([docxSaying(text)], '自拟.docx');
  const own = file === null ? null : ((await caseworker.upload('/files', file)).body as { id: string });
  const command = { type: 'submitForApproval', ...(own === null ? {} : { fileIds: [own.id] }) };
  const { status, body } = await caseworker.post(`/cases/${id}/commands?preview=true`, command);
  expect([status, body]).toEqual([200, expect.anything()]);
  return (body as PreviewView).foreseen;
}

test('of a draft that can be signed nothing is foreseen; of a reply that names another day of receipt that is', async () => {
  const { id, says } = await decided();
  expect(says).toContain('2026年3月2日');
  expect(await foreseen(id)).toBeUndefined();
  expect(await foreseen(id, says)).toBeUndefined();
  // Whoever writes a reply may have a number in mind, and another day for it.
  const numbered = says.replaceAll('（文号在签发时取得）', '城管依申请〔2026〕39号').replaceAll('2026年3月4日', '2026年3月9日');
  expect(await foreseen(id, numbered)).toBeUndefined();
  expect(await foreseen(id, '会议纪要：研究答复事宜')).toBeUndefined();
  expect((await foreseen(id, says.replaceAll('2026年3月2日', '2026年3月1日')))?.join()).toContain('2026年3月1日');
});

test('a letter that cannot be drawn is refused by its preview as by its step', async () => {
  const { id } = await decided();
  const asked = { type: 'askThirdParty', party: '\u{1F600}公司' };
  for (const query of ['', '?preview=true', '?preview=true&draw=true'])
    expect(fieldsIn(await caseworker.post(`/cases/${id}/commands${query}`, asked))).toEqual(['paper glyph-missing']);
  expect(fieldsIn(await caseworker.post(`/cases/${id}/commands?preview=true&draw=false`, asked))).toEqual([
    'fileIds letter-missing',
  ]);
});
