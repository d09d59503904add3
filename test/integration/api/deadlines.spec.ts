import { startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';
import { callCli } from '../../support/call-cli.js';
import { atCounter, byEms, consultation, corrected, correctionNotice, extension } from '../../support/play.js';

let api: TestApi;
let officer: Officer;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.officer('auditor.street');
});
afterAll(() => api.stop());

describe('the deadlines of facts', () => {
  test.each([
    ['alone', { receipt: atCounter('2025-07-01'), events: [] }],
    ['seen from a day', { receipt: byEms('2025-07-01'), events: [extension('2025-07-28', 20)], asOf: '2025-07-27' }],
    [
      'with everything that moves them',
      {
        receipt: atCounter('2025-09-15'),
        events: [
          correctionNotice('2025-09-18', 15),
          corrected('2025-10-13'),
          consultation('a', 'third_party', { out: '2025-10-20', served: '2025-10-22', answered: '2025-10-28' }),
          extension('2025-11-10', 20),
        ],
        statute: 'cn-ogi-711',
      },
    ],
  ])('%s are those of the command line', async (_, facts) => {
    const { status, body } = await officer.post('/deadlines', facts);
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse((await callCli(['deadlines'], facts)).stdout));
  });

  test('that are wrong are refused with their fields', async () => {
    const wrong = { receipt: { channel: 'ems', postedOn: '2025-07-02', signedOn: '2025-07-01' }, events: [{ type: 'holiday' }] };
    const answer = await officer.post('/deadlines', wrong);
    expect(problemIn(answer)).toMatchObject({ status: 422, code: 'invalid-request' });
    expect(fieldsIn(answer)).toEqual(['events.0.type unknown-type']);
    for (const statute of ['../secret', 'grounds']) {
      const unknown = await officer.post('/deadlines', { receipt: atCounter('2025-07-01'), events: [], statute });
      expect(fieldsIn(unknown)).toEqual(['statute unknown-statute']);
    }
  });
});
