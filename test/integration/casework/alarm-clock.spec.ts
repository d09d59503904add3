import { AlarmClock } from '@gongkai/casework';
import type { CaseView } from '@gongkai/contracts';
import { atTheCounter, Office } from './office.js';

describe('the alarm clock', () => {
  let office: Office;
  let alarms: AlarmClock;

  beforeAll(async () => {
    office = await Office.open();
    alarms = new AlarmClock({ pool: office.pool, desk: office.desk, clock: office.clock });
  });
  afterAll(() => office.close());

  const journalOf = async ({ id }: Pick<CaseView, 'id'>): Promise<{ type: string; on: string | undefined }[]> => {
    const { items } = await office.queries.journal(office.person('caseworker.bureau'), id, { limit: 100 });
    return items.map(({ type, fact }) => ({ type, on: fact.on as string | undefined }));
  };
  const consulted = async (): Promise<CaseView> => {
    office.on('2026-03-02');
    const { id } = await office.log(atTheCounter('2026-03-02'));
    await office.step(id, 'caseworker.bureau', { type: 'accept' });
    const asked = await office.step(id, 'caseworker.bureau', { type: 'askThirdParty', party: '洁源公司' });
    const consultationId = asked.consultations[0]?.id ?? '';
    return office.step(id, 'clerk.bureau', { type: 'recordService', consultationId, how: 'EMS' });
  };

  it('journals a lapse dated the last day of the 15, though it slept for a week, and only once (REG 32)', async () => {
    const opened = await consulted();
    office.on('2026-03-23');
    await alarms.ring();
    expect((await journalOf(opened)).map(({ type }) => type)).not.toContain('CONSULTATION_LAPSED');

    office.on('2026-03-31');
    expect(await alarms.ring()).toEqual({ journalled: 1, idle: 0, failed: [] });
    expect(await alarms.ring()).toEqual({ journalled: 0, idle: 0, failed: [] });
    expect((await journalOf(opened)).filter(({ type }) => type === 'CONSULTATION_LAPSED')).toEqual([
      { type: 'CONSULTATION_LAPSED', on: '2026-03-23' },
    ]);
  });

  it('says that the correction period is over, and closes nothing itself (REG 30)', async () => {
    office.on('2026-03-02');
    const { id } = await office.log(atTheCounter('2026-03-02'));
    const noticed = await office.step(id, 'caseworker.bureau', { type: 'sendCorrectionNotice', missing: '哪一年', period: 5 });
    await office.step(id, 'clerk.bureau', { type: 'recordService', noticeId: noticed.notices[0]?.id ?? '', how: 'EMS' });
    office.on('2026-03-12');
    await alarms.ring();
    expect((await journalOf({ id })).at(-1)).toEqual({ type: 'CORRECTION_PERIOD_OVER', on: '2026-03-10' });
    expect((await office.queries.view(office.person('caseworker.bureau'), id)).state).toBe('awaiting_correction');
  });

  it('does nothing twice when two clocks ring at once, and takes many cases in one round', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, consulted));
    office.on('2026-04-01');
    const other = new AlarmClock({ pool: office.pool, desk: office.desk, clock: office.clock });
    const [one, two] = await Promise.all([alarms.ring(), other.ring()]);
    expect(one.journalled + two.journalled).toBe(cases.length);
    for (const each of cases) {
      expect((await journalOf(each)).filter(({ type }) => type === 'CONSULTATION_LAPSED')).toHaveLength(1);
    }
  });

  it('takes many in one commit, and passes over a case that somebody works at until the next round', async () => {
    const [busy, ...free] = await Promise.all(Array.from({ length: 8 }, consulted));
    office.on('2026-04-02');
    await office.pool.flights(
      { organId: '', reads: [{ text: 'SELECT id FROM case_file WHERE id = $1 FOR UPDATE', values: [busy?.id ?? ''] }] },
      async () => expect(await alarms.ring()).toEqual({ journalled: free.length, idle: 1, failed: [] }),
    );
    const commits = `SELECT DISTINCT xmin::text FROM journal WHERE type = 'CONSULTATION_LAPSED' AND case_id = ANY ($1)`;
    expect(await office.rows(commits, [free.map(({ id }) => id)])).toHaveLength(1);
    expect(await alarms.ring()).toEqual({ journalled: 1, idle: 0, failed: [] });
  });

  it('says all that a day has made true of one case', async () => {
    const opened = await consulted();
    const asked = await office.step(opened.id, 'caseworker.bureau', { type: 'askThirdParty', party: '净水公司' });
    const consultationId = asked.consultations[1]?.id ?? '';
    await office.step(opened.id, 'clerk.bureau', { type: 'recordService', consultationId, how: 'EMS' });
    office.on('2026-04-02');
    expect(await alarms.ring()).toEqual({ journalled: 2, idle: 0, failed: [] });
    expect((await journalOf(opened)).filter(({ type }) => type === 'CONSULTATION_LAPSED')).toHaveLength(2);
  });

  it('lets one broken case not keep the others waiting, and names it', async () => {
    const [broken, sound] = [await consulted(), await consulted()];
    await office.rows(`UPDATE alarm SET rings_on = '2026-03-03' WHERE case_id = $1`, [broken.id]);
    await office.rows(`UPDATE case_file SET statute = 'lost' WHERE id = $1`, [broken.id]);
    office.on('2026-04-02');
    const { journalled, failed } = await alarms.ring();
    expect({ journalled, failed: failed.map(({ caseId }) => caseId) }).toEqual({ journalled: 1, failed: [broken.id] });
    expect((await journalOf(sound)).at(-1)).toEqual({ type: 'CONSULTATION_LAPSED', on: '2026-03-23' });
    await office.rows(`DELETE FROM alarm WHERE case_id = $1`, [broken.id]);
  });

  it('lets a case that has moved on be', async () => {
    const { id } = await consulted();
    office.on('2026-03-20');
    await office.step(id, 'caseworker.bureau', { type: 'withdraw', how: '书面' });
    office.on('2026-04-15');
    expect(await alarms.ring()).toEqual({ journalled: 0, idle: 0, failed: [] });
  });
});
