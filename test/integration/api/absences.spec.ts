import type { PersonView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, type Officer, type HttpAnswer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const idOf = async (officer: Officer): Promise<string> => ((await officer.get('/session')).body as { user: PersonView }).user.id;

test('whoever would stand in for each other on the same days names somebody else: two of them, or more in a ring', async () => {
  const [clerk, legal, reviewer] = await Promise.all(['clerk', 'legal', 'reviewer'].map((role) => api.officer(`${role}.bureau`)));
  if (clerk === undefined || legal === undefined || reviewer === undefined) throw new Error('somebody is missing');
  const away = (who: Officer, from: string, to: string, substitute: string): Promise<HttpAnswer> =>
    who.post('/people/me/absences', { from, to, substitute });
  const ids = { clerk: await idOf(clerk), legal: await idOf(legal), reviewer: await idOf(reviewer) };
  expect((await away(clerk, '2026-03-05', '2026-03-09', ids.legal)).status).toBe(201);
  const before = await api.count('absence');

  const mutual = await away(legal, '2026-03-06', '2026-03-12', ids.clerk);
  expect(fieldsIn(mutual)).toEqual(['substitute substitutes-in-a-ring']);
  expect(mutual.text).toContain('3月6日');
  expect(await api.count('absence')).toBe(before);

  expect((await away(legal, '2026-03-06', '2026-03-12', ids.reviewer)).status).toBe(201);
  expect(fieldsIn(await away(reviewer, '2026-03-08', '2026-03-20', ids.clerk))).toEqual(['substitute substitutes-in-a-ring']);
  // On the days that follow, one of them is there again.
  expect((await away(reviewer, '2026-03-10', '2026-03-20', ids.clerk)).status).toBe(201);
});
