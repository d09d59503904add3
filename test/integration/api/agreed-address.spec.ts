import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, type Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);
const applicant = { kind: 'natural_person', category: 'natural_person', name: '李明远', email: 'Li@Example.com' };

/** A correction notice that is made and not sent, of an applicant who gave an e-mail address. */
async function made() {
  const { id } = await open(await as('clerk'), { applicant, delivery: 'post' });
  await step(await as('caseworker'), id, { type: 'accept' });
  const { notices } = await step(await as('caseworker'), id, {
    ...{ type: 'sendCorrectionNotice', missing: '哪一年', dispatchedOn: null },
  });
  const send = { type: 'dispatchNotice', noticeId: notices[0]?.id, mode: 'email', agreedOn: '2026-03-02' };
  return async (more: object, query = '') => (await as('caseworker')).post(`/cases/${id}/commands${query}`, { ...send, ...more });
}

test('an e-mail address that is not the one the applicant gave says where it is known from; the message tells neither', async () => {
  const send = await made();
  const other = { agreedTo: 'lii@example.com，电话同意' };
  for (const query of ['', '?preview=true']) {
    const refused = await send(other, query);
    expect(fieldsIn(refused)).toEqual(['addressFrom agreed-address-other']);
    expect(JSON.stringify(refused.body)).not.toMatch(/example/iu);
  }
  expect((await send({ ...other, addressFrom: '申请人3月1日来函' })).status).toBe(200);
});

test('the same one needs no word, however it is typed', async () => {
  const send = await made();
  expect((await send({ agreedTo: 'ｌi@example.com（电话同意）' })).status).toBe(200);
});
