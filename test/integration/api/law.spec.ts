import { ANSWER_CODES, GROUNDS } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

let api: TestApi;
let officer: Officer;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.officer('caseworker.street');
});
afterAll(() => api.stop());

describe('a year of working days', () => {
  test('has its newest notice, the names of its holidays and the worked weekend days', async () => {
    const { status, body } = await officer.get('/calendars/cn/2026');
    expect(status).toBe(200);
    expect(body).toMatchObject({ region: 'cn', year: 2026, status: 'published', version: 1, notice: '国办发明电〔2025〕7号' });
    expect(body).toHaveProperty('makeupWorkdays', expect.arrayContaining(['2026-05-09', '2026-10-10']));
    expect(body).toHaveProperty('holidays', expect.arrayContaining([{ name: '劳动节', from: '2026-05-01', to: '2026-05-05' }]));
  });

  test('with two notices is that of the second', async () => {
    const { body } = await officer.get('/calendars/cn/2020');
    expect(body).toMatchObject({ version: 2, issuedOn: '2020-01-27' });
    expect(body).toHaveProperty('makeupWorkdays', expect.not.arrayContaining(['2020-02-01']));
  });

  test('without a notice says so; a holiday of one day ends on its day', async () => {
    const { body } = await officer.get('/calendars/cn/2027');
    expect(body).toMatchObject({ status: 'estimated', version: null, notice: null, issuedOn: null, makeupWorkdays: [] });
    expect(body).toHaveProperty('holidays', expect.arrayContaining([{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }]));
  });

  test('that nobody listed is not found; what is no year is refused', async () => {
    expect(problemIn(await officer.get('/calendars/cn/2050'))).toMatchObject({ status: 404, code: 'not-found' });
    expect(fieldsIn(await officer.get('/calendars/mars/2026'))).toEqual(['calendar unknown-calendar']);
    expect(problemIn(await officer.get('/calendars/cn/soon'))).toMatchObject({ status: 422, code: 'invalid-request' });
  });
});

describe('what can be decided', () => {
  test('is named in the language asked for, with article and what has to be on file', async () => {
    const { status, body } = await officer.get('/grounds');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      decisions: {
        refused: {
          name: '不予公开',
          article: 'REG 36(3)',
          requires: ['ground', 'article', 'facts', 'reasons', 'severability'],
        },
      },
      grounds: { state_secret: { name: '国家秘密', article: 'REG 14', force: 'must' } },
    });
    const english = await officer.get('/grounds', { 'accept-language': 'en' });
    expect(english.body).toMatchObject({
      decisions: { granted: { name: 'Disclosed' } },
      grounds: { state_secret: { name: 'State secret' } },
    });
  });

  test('covers every answer and every ground that a command takes', async () => {
    const { decisions, grounds } = (await officer.get('/grounds')).body as Record<string, Record<string, { reply?: boolean }>>;
    expect(Object.keys(grounds ?? {}).sort()).toEqual([...GROUNDS].sort());
    for (const code of ANSWER_CODES) expect(decisions?.[code]?.reply).toBe(true);
  });
});
