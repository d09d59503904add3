import { startTestApi, type TestApi } from '../../support/api.js';
import { problemIn, type Officer } from '../../support/officer.js';

const A_MINUTE = 60_000;
/** As a screen says it that nobody has touched for a while. */
const NOBODY = { headers: { 'x-unattended': '1' } };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ env: { IDLE_MINUTES: '30' } });
});
afterAll(() => api.stop());

const after = (minutes: number): void => api.clock.advance(minutes * A_MINUTE);
const isIn = async (officer: Officer): Promise<boolean> => (await officer.send('/session', NOBODY)).status === 200;

describe('a session at a screen', () => {
  test('goes on as long as somebody is there, and ends half an hour after', async () => {
    const officer = await api.officer('clerk.bureau');
    for (let i = 0; i < 3; i += 1) {
      after(29);
      expect((await officer.get('/cases')).status).toBe(200);
    }
    after(29);
    expect(await isIn(officer)).toBe(true);
    after(1);
    expect(problemIn(await officer.get('/cases'))).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  test('what the screen asks by itself keeps it open no longer, nor does the line on which it is told of changes', async () => {
    const officer = await api.officer('clerk.bureau');
    for (let i = 0; i < 29; i += 1) {
      after(1);
      expect(await isIn(officer)).toBe(true);
      expect((await officer.send('/events', { method: 'HEAD' })).status).toBe(200);
    }
    after(1);
    expect(await isIn(officer)).toBe(false);
  });

  test('whoever types for an hour is there all the while: the screen asks for nothing but the day', async () => {
    const officer = await api.officer('clerk.bureau');
    for (let i = 0; i < 60; i += 1) {
      after(1);
      expect((await officer.get('/office')).status).toBe(200);
    }
    expect((await officer.get('/cases')).status).toBe(200);
    for (let i = 0; i < 30; i += 1) {
      after(1);
      expect((await officer.send('/office', NOBODY)).status).toBe(200);
    }
    expect(await isIn(officer)).toBe(false);
    expect((await officer.get('/office')).status).toBe(200);
    expect(await isIn(officer)).toBe(false);
  });

  test('a program with a token is no screen', async () => {
    const admin = await api.officer('admin.bureau');
    const { body } = await admin.post('/admin/tokens', { person: 'clerk.bureau', name: 'scanner' });
    after(60);
    const { secret } = body as { secret: string };
    const answer = await fetch(`${api.url}/api/v1/cases`, { headers: { authorization: `Bearer ${secret}` } });
    expect(answer.status).toBe(200);
  });
});

test('where nobody asked for it, a session lasts its day', async () => {
  const other = await startTestApi({ beside: api });
  try {
    const officer = await other.officer('clerk.bureau');
    other.clock.advance(11 * 60 * A_MINUTE);
    expect(await isIn(officer)).toBe(true);
  } finally {
    await other.stop();
  }
});
