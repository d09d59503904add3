import type { CaseView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, type Officer } from '../../support/officer.js';
import { pdfOf, written } from '../../support/pdfs.js';

let api: TestApi;
let writer: Officer;
let reviewer: Officer;
beforeAll(async () => {
  api = await startTestApi();
  [writer, reviewer] = [await api.officer('caseworker.bureau'), await api.officer('reviewer.bureau')];
});
afterAll(() => api.stop());

const PARTLY = {
  code: 'partly_granted',
  ground: 'third_party_rights',
  article: 'REG 15',
  facts: '凭证载有姓名和卡号',
  harm: '会被冒用',
  reasons: '个人信息',
};

/** An item decided, with a file that was made outside this program, before its reviewer. */
async function reviewed(decision: object): Promise<{ readonly id: string; readonly pass: object }> {
  const { id, items } = await open(await api.officer('clerk.bureau'));
  const content = new Uint8Array(pdfOf([{ content: written('Paid to ****', 72, 700) }]));
  const { body } = await writer.upload('/files', new File([content], '凭证（遮盖）.pdf'));
  const itemId = items[0]?.id;
  await step(writer, id, { type: 'accept' });
  await step(writer, id, { type: 'decideItem', itemId, ...decision, fileIds: [(body as { id: string }).id] });
  await step(writer, id, { type: 'submitReview', itemId });
  return { id, pass: { type: 'passReview', itemId } };
}

const passed = ({ items }: CaseView): unknown => items[0]?.review?.status;

test('a file that was redacted by hand passes its review only once a second person says that what is withheld is gone', async () => {
  const { id, pass } = await reviewed(PARTLY);
  const refused = await reviewer.post(`/cases/${id}/commands`, pass);
  expect(fieldsIn(refused)).toEqual(['redactionChecked redaction-unchecked']);
  expect(passed((await reviewer.get(`/cases/${id}`)).body as CaseView)).toBe('pending');
  expect(passed(await step(reviewer, id, { ...pass, redactionChecked: true }))).toBe('passed');
  const { body } = await reviewer.get(`/cases/${id}/journal`);
  expect((body as { items: object[] }).items).toContainEqual(
    expect.objectContaining({ type: 'REVIEW_PASSED', fact: expect.objectContaining({ redactionChecked: true }) }),
  );
});

test('nothing of the kind is asked where all of it is given', async () => {
  const { id, pass } = await reviewed({ code: 'granted' });
  expect(passed(await step(reviewer, id, { ...pass }))).toBe('passed');
});
