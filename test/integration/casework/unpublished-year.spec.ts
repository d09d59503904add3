import { AlarmClock, verifyReplay, verifyWatch } from '@gongkai/casework';
import type { CaseView, Command } from '@gongkai/contracts';
import { atTheCounter, Office } from './office.js';

/** Waits that begin in December 2026 end in 2027, whose calendar is not published: the desk keeps them in mind by their estimates. */
describe('the end of a year whose next calendar is not published', () => {
  let office: Office;

  beforeAll(async () => {
    office = await Office.open();
    office.on('2026-12-10');
  });
  afterAll(() => office.close());

  const step = (id: string, by: string, command: Command): Promise<CaseView> => office.step(id, `${by}.bureau`, command);
  const accepted = async (): Promise<string> => {
    const { id } = await office.log(atTheCounter(office.clock.today()));
    await step(id, 'caseworker', { type: 'accept' });
    return id;
  };
  const deadlineOf = (id: string, name: string): Promise<unknown[]> =>
    office.rows('SELECT due, provisional FROM deadline WHERE case_id = $1 AND name = $2', [id, name]);
  const watched = (): Promise<unknown> => verifyWatch(office);

  it('a correction that is awaited: previewed, stored and watched by the estimate', async () => {
    const id = await accepted();
    const { notices } = await step(id, 'caseworker', { type: 'sendCorrectionNotice', missing: '哪一年' });
    const service = { type: 'recordService', noticeId: notices[0]?.id ?? '', how: 'EMS' } as const;
    const preview = await office.desk.preview(office.envelope(id, 'clerk.bureau', service));
    const due = '2026-12-31';
    expect(preview.changes).toContainEqual({ deadline: 'correctionDueFromApplicant', before: null, after: due });

    // A day later the fifteenth working day lies in the next year.
    office.on('2026-12-11');
    const view = await step(id, 'clerk', service);
    expect(view.deadlines).toMatchObject({
      correctionDueFromApplicant: null,
      provisionalCorrectionDueFromApplicant: '2027-01-04',
    });
    expect(await deadlineOf(id, 'correctionDueFromApplicant')).toEqual([{ due: null, provisional: '2027-01-04' }]);
    expect(await watched()).toMatchObject({ unwatched: [] });
  });

  it('a consultation: its answer has a day, marked as an estimate', async () => {
    const id = await accepted();
    const { consultations } = await step(id, 'caseworker', { type: 'askThirdParty', party: '洁源公司' });
    const consultationId = consultations[0]?.id ?? '';
    const service: Command = { type: 'recordService', consultationId, how: 'EMS' };
    const preview = await office.desk.preview(office.envelope(id, 'clerk.bureau', service));
    expect(preview.changes).toContainEqual({
      deadline: `answerDue:${consultationId}`,
      before: null,
      after: '2027-01-04',
      provisional: true,
    });
    const view = await step(id, 'clerk', service);
    expect(view.consultations).toMatchObject([{ answerDue: null, provisionalAnswerDue: '2027-01-04', closedOn: null }]);
    expect(await deadlineOf(id, `answerDue:${consultationId}`)).toEqual([{ due: null, provisional: '2027-01-04' }]);
    const { derivation } = await office.queries.ledger(office.person('caseworker.bureau'), id);
    expect(derivation).toContainEqual(expect.objectContaining({ deadline: `provisionalAnswerDue:${consultationId}` }));
    expect(await watched()).toMatchObject({ unwatched: [] });
  });

  it('both end by themselves, by their legal days', async () => {
    office.on('2027-01-05');
    const alarms = new AlarmClock({ pool: office.pool, desk: office.desk, clock: office.clock });
    expect(await alarms.ring()).toEqual({ journalled: 2, idle: 0, failed: [] });
    const ends = await office.rows(`SELECT fact->>'on' AS day FROM journal WHERE actor_id = 'clock' ORDER BY day`);
    expect(ends).toEqual([{ day: '2027-01-04' }, { day: '2027-01-05' }]);
  });

  it('what is stored is what follows', async () => {
    expect(await verifyReplay(office)).toMatchObject({ differences: [] });
  });
});
