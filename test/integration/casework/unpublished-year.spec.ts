import { randomUUID } from 'node:crypto';
import { localDate } from '@gongkai/calendar';
import { AlarmClock, CaseDesk, migrateMachine, verifyReplay, verifyWatch, type LawShelf } from '@gongkai/casework';
import type { CaseView, Command } from '@gongkai/contracts';
import { readCalendar } from '@gongkai/platform';
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
    office.on('2027-01-07');
    const alarms = new AlarmClock({ pool: office.pool, desk: office.desk, clock: office.clock });
    expect(await alarms.ring()).toEqual({ journalled: 2, idle: 0, failed: [] });
    const ends = await office.rows(`SELECT fact->>'on' AS day FROM journal WHERE actor_id = 'clock' ORDER BY day`);
    expect(ends).toEqual([{ day: '2027-01-04' }, { day: '2027-01-05' }]);
  });

  it('what is stored is what follows', async () => {
    expect(await verifyReplay(office)).toMatchObject({ differences: [] });
  });
});

describe('a year whose calendar was published meanwhile', () => {
  let office: Office;

  beforeAll(async () => {
    office = await Office.open();
    office.on('2025-12-11');
  });
  afterAll(() => office.close());

  /** The law of an office that has not entered the notice of November 2025. */
  const before = (): LawShelf => {
    const calendar = readCalendar('config', 'cn', localDate('2025-10-31'));
    return { ...office.laws, lawOf: (...asked) => ({ ...office.laws.lawOf(...asked), calendar }) };
  };

  it('gives the cases that rested on an estimate their firm dates, with what they wait for', async () => {
    const { pool, clock, sealer, laws } = office;
    const desk = new CaseDesk({ pool, clock, sealer, laws: before() });
    const actor = (by: string) => ({ id: randomUUID(), actor: office.person(by) });
    const { view } = await desk.open({ ...actor('clerk.bureau'), body: atTheCounter('2025-12-11') });
    const step = (by: string, command: Command) => desk.handle({ ...actor(by), caseId: view.id, command });
    await step('caseworker.bureau', { type: 'accept' });
    const sent = await step('caseworker.bureau', { type: 'sendCorrectionNotice', missing: '哪一年' });
    const noticeId = sent.view.notices[0]?.id ?? '';
    await step('clerk.bureau', { type: 'recordService', noticeId, how: 'EMS' });

    const alarms = () => office.rows(`SELECT kind, rings_on, provisional FROM alarm WHERE case_id = $1 ORDER BY kind`, [view.id]);
    expect(await alarms()).toMatchObject([{ kind: 'correction_over', rings_on: '2026-01-07' }, { provisional: true }]);
    // 1 to 3 January 2026 are off, the Sunday after them is worked.
    expect(await migrateMachine({ pool, clock, laws })).toEqual({ migrated: 1, failed: [] });
    expect(await alarms()).toMatchObject([{ kind: 'correction_over', rings_on: '2026-01-07' }, { provisional: false }]);
    expect(await migrateMachine({ pool, clock, laws })).toEqual({ migrated: 0, failed: [] });
    expect(await verifyReplay(office)).toMatchObject({ outdated: 0, differences: [] });
  });
});
