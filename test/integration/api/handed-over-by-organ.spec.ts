import type { CaseList } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { dayIn, open } from '../../support/applications.js';

describe('a reply that another organ hands over (G235)', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ today: '2026-03-02' });
  });
  afterAll(() => api.stop());

  const on = dayIn(() => api);
  const signed = async (): Promise<string> => {
    const { id, items } = await open(await api.officer('clerk.bureau'), {
      receipt: { channel: 'in_person', submittedOn: api.clock.today() },
    });
    await on('2026-03-02', id, [
      ['caseworker', { type: 'accept' }],
      ['caseworker', { type: 'recordSearch', where: '档案室', words: '台账', result: '没有', searched: 'nothing' }],
      ['caseworker', { type: 'decideItem', itemId: items[0]?.id, code: 'not_existing' }],
      ['caseworker', { type: 'submitForApproval', attribute: 'on_application' }],
      ['approver', { type: 'approve' }],
      ['approver', { type: 'signReply' }],
    ]);
    return id;
  };
  const late = async (): Promise<string[]> => {
    const supervisor = await api.officer('supervisor.bureau');
    return ((await supervisor.get('/cases?inTime=false')).body as CaseList).items.map(({ id }) => id);
  };
  const through = { type: 'dispatch', mode: 'other_organ', throughOrgan: '街道办事处' };

  test('was made on the day on which it is signed for, not on that on which the organ got it', async () => {
    const [inTime, tooLate, lost] = [await signed(), await signed(), await signed()];
    for (const id of [inTime, tooLate, lost]) await on('2026-03-27', id, [['caseworker', through]]);
    expect(await late()).toEqual([]);
    const arrived = { type: 'recordService', how: '本人签收' };
    await on('2026-03-30', inTime, [['clerk', arrived]]);
    await on('2026-04-01', tooLate, [['clerk', arrived]]);
    expect(await late()).toEqual([tooLate]);
    // What was given back counts from the day on which it is posted.
    await on('2026-04-02', lost, [
      ['caseworker', { type: 'recordReturn', reason: '找不到人' }],
      ['caseworker', { type: 'dispatch', mode: 'ems', trackingNumber: 'EA123456789CN' }],
    ]);
    expect((await late()).toSorted()).toEqual([tooLate, lost].toSorted());
  });
});
