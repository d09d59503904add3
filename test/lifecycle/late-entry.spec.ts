import { isUnproven, objectionTo } from '@gongkai/lifecycle';
import { idOf, LAW, personOf, type Life } from '../support/life.js';
import { acceptedOn } from '../support/roads.js';

const late = (life: Life) => life.journal.filter(({ fact }) => 'enteredLate' in fact).map(({ fact }) => fact.type);
const waiting = (life: Life) => life.now.file.toConfirm.map((entry) => [entry.reason, isUnproven(entry, life.now.file)]);
const another = { ...personOf('caseworker'), id: 'another-caseworker' };

const PROPOSAL = { type: 'proposeExtension', workingDays: 10, reason: 'many records' } as const;

/** Received on 2 March 2026; the reply is due on 30 March, a correction notice by 11 March. */
describe('what moves the clock and is typed once its last day has passed', () => {
  test('an extension proposed, approved and sent in time as it is told: the case is not overdue, and somebody else looks', () => {
    const life = acceptedOn('2026-03-02').on('2026-04-02');
    expect(life.standing.light).toBe('overdue');
    life.take({ ...PROPOSAL, on: '2026-03-27' });
    life.take({ type: 'approveExtension', dispatchedOn: '2026-03-30' });
    expect(life.standing.light).not.toBe('overdue');
    expect([late(life), waiting(life)]).toEqual([
      ['EXTENSION_PROPOSED', 'EXTENSION'],
      [
        ['entered-late', true],
        ['entered-late', true],
      ],
    ]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('what shows the day comes with the confirmation, or with the proof of delivery before it; who entered it does not confirm it', () => {
    const life = acceptedOn('2026-03-02').on('2026-04-02');
    life.take({ ...PROPOSAL, on: '2026-03-27' });
    const noticeId = idOf(life.take({ type: 'approveExtension', dispatchedOn: '2026-03-30' }));
    const [proposed = '', approved = ''] = life.now.file.toConfirm.map(({ entryId }) => entryId);
    const confirm = { type: 'confirmFact', entryId: proposed } as const;
    expect(life.refusal({ ...confirm, fileIds: ['memo'] }, personOf('caseworker'))).toEqual({ code: 'self-approval' });
    expect(life.refusal(confirm, another)).toEqual({ code: 'invalid-request', fields: ['fileIds late-unproven'] });
    expect(life.refusal({ ...confirm, reject: 'no' }, another)).toMatchObject({ fields: ['reject not-rejectable'] });
    life.take({ ...confirm, fileIds: ['memo'] }, another);
    life.take({ type: 'addProof', noticeId, mode: 'ems', trackingNumber: 'EA123456789CN', fileIds: ['slip'] });
    expect(waiting(life)).toEqual([['entered-late', false]]);
    expect(life.refusal({ type: 'split', items: ['item-1'] }).code).toBe('step-not-permitted');
    life.take({ type: 'confirmFact', entryId: approved }, another);
    expect([waiting(life), life.replayed()]).toEqual([[], life.now]);
  });

  test('papers that come with the proposal prove it; the letter that is drawn proves nothing of its dispatch', () => {
    const life = acceptedOn('2026-03-02').on('2026-04-02');
    life.take({ ...PROPOSAL, on: '2026-03-27', fileIds: ['memo'] });
    life.take({ type: 'approveExtension', dispatchedOn: '2026-03-30', fileIds: ['the drawn letter'] });
    expect(waiting(life)).toEqual([
      ['entered-late', false],
      ['entered-late', true],
    ]);
  });

  test('a correction notice typed as if it had left in time, at once or with its dispatch', () => {
    const life = acceptedOn('2026-03-02').on('2026-03-13');
    life.take({ type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: '2026-03-11' });
    const made = acceptedOn('2026-03-02').on('2026-03-11');
    const noticeId = idOf(made.take({ type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: null }));
    made
      .on('2026-03-13')
      .take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001243CN', dispatchedOn: '2026-03-11' });
    expect([late(life), late(made)]).toEqual([['CORRECTION_NOTICE_MADE'], ['NOTICE_DISPATCHED']]);
  });

  test('nobody is held to a period that began by a notice which nobody else has looked at (REG 30)', () => {
    const life = acceptedOn('2026-03-02').on('2026-03-13');
    const made = life.take({ type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: '2026-03-11', period: 10 });
    life.take({ type: 'recordService', noticeId: idOf(made), how: 'signed for' });
    const close = { type: 'closeAbandoned', cause: 'correction', unproven: 'lost' } as const;
    life.on('2026-04-07').ring({ type: 'endCorrectionPeriod' });
    expect(life.refusal(close)).toEqual({ code: 'confirmation-missing', article: 'REG 30' });
    expect(life.standing.turn.step).toBe('confirmFact');
    life.take({ type: 'confirmFact', entryId: life.now.file.toConfirm[0]?.entryId, fileIds: ['slip'] }, another);
    life.take(close);
  });

  test('a letter to a third party that stops a clock which had run out, and its service', () => {
    const life = acceptedOn('2026-03-02').on('2026-04-02');
    const consultationId = idOf(life.take({ type: 'askThirdParty', party: 'the firm', dispatchedOn: '2026-03-26' }));
    life.take({ type: 'recordService', consultationId, how: 'signed for', on: '2026-03-27' });
    expect(late(life)).toEqual(['CONSULTATION_RECEIVED']);
  });

  test('nothing is marked that is typed on its day, before the last day has passed, or that moves nothing', () => {
    const life = acceptedOn('2026-03-02').on('2026-03-27');
    life.take({ ...PROPOSAL, on: '2026-03-25' });
    life.on('2026-03-30').take({ type: 'approveExtension', dispatchedOn: '2026-03-27' });
    life.take({ type: 'recordSearch', where: 'x', words: 'x', result: 'x', on: '2026-03-25' });
    const plain = acceptedOn('2026-03-02').on('2026-03-10');
    plain.take({ type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: '2026-03-09' });
    expect([late(life), late(plain), waiting(life)]).toEqual([[], [], []]);
  });

  test('keeps the case from the archive until it is confirmed, and is read as before', () => {
    const life = acceptedOn('2026-03-02').on('2026-04-02');
    life.take({ ...PROPOSAL, on: '2026-03-27' });
    life.take({ type: 'withdraw', how: 'letter' });
    expect(life.refusal({ type: 'file', unproven: 'the slips lie in the paper folder' })).toMatchObject({
      code: 'confirmation-missing',
      article: 'REG 45',
    });
    const entryId = life.journal.at(-2)?.id ?? '';
    expect(objectionTo(entryId, { journal: life.journal, law: LAW, today: life.today })).toBeNull();
  });
});
