import type { EnteredRecord, RecordCorrection } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, type Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-06-30' });
});
afterAll(() => api.stop());

test('an answer that is signed too late cannot be put down as sent in time: it bears its day (REG 41)', async () => {
  const asked = {
    applicant: { name: '买买提·阿卜杜拉' },
    ...{ record: '登记表', wrong: '姓名', wanted: '更正', fileIds: [], proof: '户口簿' },
    ...{ channel: 'in_person', receivedOn: '2026-05-08' },
  };
  const { entry } = (await (await api.officer('clerk.bureau')).post('/record-corrections', asked)).body as EnteredRecord;
  const take = (officer: Officer, version: number, step: object) =>
    officer.post(`/record-corrections/${entry.id}/steps`, { version, ...step });
  const caseworker = await api.officer('caseworker.bureau');
  const decided = await take(caseworker, entry.version, { step: 'decide', outcome: 'corrected', text: '已更正' });
  const { version } = decided.body as RecordCorrection;
  const signed = (await take(await api.officer('approver.bureau'), version, { step: 'sign' })).body as RecordCorrection;
  const send = (on: string) => take(caseworker, signed.version, { step: 'send', mode: 'post', on });
  expect(fieldsIn(await send('2026-06-05'))).toEqual(['on before-earlier-fact']);
  expect((await send('2026-06-30')).body).toMatchObject({ state: 'sent', sentOn: '2026-06-30' });
});
