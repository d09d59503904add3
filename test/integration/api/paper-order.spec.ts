import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';
import { pdfOf } from '../../support/pdfs.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);
const LETTER = { type: 'sendCorrectionNotice', missing: '哪一年' };
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

test('that a letter has no paper is told after case, role, version and state, and after the key of the request', async () => {
  const caseworker = await as('caseworker');
  const { id } = await open(await as('clerk'));
  const codeOf = async (by: Officer, caseId: string, headers = {}): Promise<string> =>
    problemIn(await by.post(`/cases/${caseId}/commands?draw=false`, LETTER, headers)).code;
  expect(await codeOf(caseworker, UNKNOWN)).toBe('case-not-found');
  expect(await codeOf(await api.officer('caseworker.street'), id)).toBe('case-not-found');
  expect(await codeOf(await as('clerk'), id)).toBe('role-missing');
  expect(await codeOf(caseworker, id, { 'if-match': '"99"' })).toBe('case-changed');
  const unsigned = await (await as('approver')).post(`/cases/${id}/commands?draw=false`, { type: 'signReply' });
  expect(problemIn(unsigned).code).toBe('step-not-permitted');
  await step(caseworker, id, { type: 'accept' });
  const key = { 'idempotency-key': 'one-letter' };
  const file = new File([new Uint8Array(pdfOf([{ content: '' }]))], '补正.pdf');
  const own = { fileIds: [((await caseworker.upload('/files', file)).body as { id: string }).id], dispatchedOn: null };
  const refused = async (body: object) => caseworker.post(`/cases/${id}/commands?draw=false`, body, key);
  expect(fieldsIn(await refused(LETTER))).toEqual(['fileIds letter-missing']);
  expect((await refused({ ...LETTER, ...own })).status).toBe(200);
  expect(problemIn(await refused(LETTER)).code).toBe('idempotency-key-reused');
  expect((await refused({ ...LETTER, ...own })).status).toBe(200);
});

test('a stamped copy is not looked at where the case is unknown, or the role is missing', async () => {
  const { id } = await open(await as('clerk'));
  const stamp = { type: 'addStamped', noticeId: 'x', fileIds: ['0'.repeat(64)] };
  for (const query of ['', '?preview=true']) {
    const taken = async (by: Officer, caseId: string) =>
      problemIn(await by.post(`/cases/${caseId}/commands${query}`, stamp)).code;
    expect(await taken(await as('clerk'), UNKNOWN)).toBe('case-not-found');
    expect(await taken(await as('archivist'), id)).toBe('role-missing');
    expect(await taken(await as('clerk'), id)).toBe('step-not-permitted');
  }
});

test('that a letter has no paper is told after what the law refuses', async () => {
  const caseworker = await as('caseworker');
  const { id } = await open(await as('clerk'));
  await step(caseworker, id, { type: 'accept' });
  await step(caseworker, id, LETTER);
  for (const query of ['?draw=false', '?draw=false&preview=true']) {
    const refused = problemIn(await caseworker.post(`/cases/${id}/commands${query}`, LETTER));
    expect([refused.status, refused.code]).toEqual([409, 'second-correction']);
  }
});
