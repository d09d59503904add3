import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, type Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);
const applicant = {
  kind: 'natural_person',
  category: 'natural_person',
  name: '李明远',
  email: 'Li@Example.com',
};
const receipt = { channel: 'fax', submittedOn: '2026-03-02', confirmedOn: '2026-03-02', faxNumber: '0571-87654321' };

/** A correction notice that is made and not sent, of an applicant who gave an e-mail address, and applied by fax. */
async function made() {
  const { id } = await open(await as('clerk'), { applicant, delivery: 'post', receipt });
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

test('a fax number of another place, or with one figure changed, is another', async () => {
  const send = await made();
  for (const agreedTo of ['010-87654321', '87654322', '20260302'])
    expect(fieldsIn(await send({ agreedTo, mode: 'fax' }, '?preview=true'))).toEqual(['addressFrom agreed-address-other']);
});

test('the same one needs no word, however it is typed', async () => {
  const send = await made();
  for (const agreedTo of ['ｌi@example.com（电话同意）', '申请人同意发送至li@example.com', '电子邮箱为Li@example.com.'])
    expect((await send({ agreedTo }, '?preview=true')).status).toBe(200);
  for (const agreedTo of [
    '传真87654321 2026-03-02同意',
    '(0571)8765 4321',
    '+86 571-87654321，3月2日电话',
    '0571-87654321 3月2日',
  ])
    expect((await send({ agreedTo, mode: 'fax' }, '?preview=true')).status).toBe(200);
});

test('a letter that leaves with the step that makes it is held against it as well', async () => {
  const { id } = await open(await as('clerk'), { applicant, delivery: 'post', receipt });
  await step(await as('caseworker'), id, { type: 'accept' });
  const make = { type: 'sendCorrectionNotice', missing: '哪一年', mode: 'email', agreedOn: '2026-03-02' };
  const tell = async (agreedTo: string) => (await as('caseworker')).post(`/cases/${id}/commands`, { ...make, agreedTo });
  expect(fieldsIn(await tell('lii@example.com'))).toEqual(['addressFrom agreed-address-other']);
  const made = await tell('li@example.com');
  expect(made.body).toMatchObject({ notices: [{ attempts: [{ mode: 'email', on: '2026-03-02' }], lacks: [] }] });
});
