import { localDate } from '@gongkai/calendar';
import type { OfficeView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { request } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-05-08' });
}, 120_000);
afterAll(() => api.stop());

const office = async (): Promise<OfficeView> => (await request(`${api.url}/api/v1/office`)).body as OfficeView;

describe('the day of the office', () => {
  test('is told to anybody, with the week it lies in: a holiday, a weekend, a Saturday that is worked', async () => {
    const { today, days } = await office();
    expect(today).toBe('2026-05-08');
    expect(days[0]?.date).toBe('2026-05-04');
    const kinds = Object.fromEntries(days.map(({ date, kind }) => [date.slice(5), kind]));
    expect(kinds).toMatchObject({ '05-05': 'holiday', '05-08': 'working', '05-09': 'makeup', '05-10': 'weekend' });
  });

  test('goes on with the clock, and marks a year that no notice covers', async () => {
    api.clock.set(localDate('2026-12-28'));
    const { today, days } = await office();
    expect(today).toBe('2026-12-28');
    expect(days.find(({ date }) => date === '2026-12-31')?.provisional).toBe(false);
    expect(days.find(({ date }) => date === '2027-01-04')?.provisional).toBe(true);
  });

  test('names no log-ins where nobody plays', async () => {
    expect((await office()).demonstration).toBeNull();
  });
});
