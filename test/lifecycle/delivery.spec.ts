import { lacksOf } from '@gongkai/lifecycle';
import { withRules } from '@gongkai/statutes';
import { idOf, LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, asked, signed } from '../support/roads.js';

const owed = (life: Life) =>
  life.watched.filter(({ deadline }) => deadline.startsWith('service')).map(({ deadline, about, due }) => [deadline, about, due]);

/** Made is not served, and what comes back is not undone (G235). */
describe('a document on its way', () => {
  test('a reply of which no word comes is looked up; one that comes back is tried again, and each try stays on record', () => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    const id = life.now.file.round.reply.noticeId;
    life.on('2026-03-11').take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA123456789CN' });
    expect(owed(life)).toEqual([['serviceProofDue', id, '2026-03-20']]);
    life.on('2026-03-18').take({ type: 'recordReturn', reason: 'nobody at home', fileIds: ['envelope'] });
    expect(owed(life)).toEqual([['serviceAgainDue', id, '2026-03-23']]);
    expect(life.steps().permitted.find(({ type }) => type === 'dispatch')?.limit).toContain('23 Mar');
    life.on('2026-03-20').take({ type: 'dispatch', mode: 'registered_mail', trackingNumber: 'EA000001694CN' });
    expect(owed(life)).toEqual([['serviceProofDue', id, '2026-03-31']]);
    expect(life.now.file.notices.at(-1)).toMatchObject({
      dispatchedOn: '2026-03-11',
      mode: 'registered_mail',
      attempts: [
        {
          on: '2026-03-11',
          mode: 'ems',
          trackingNumber: 'EA123456789CN',
          cameBackOn: '2026-03-18',
          cameBackFor: 'nobody at home',
        },
        { on: '2026-03-20', mode: 'registered_mail', trackingNumber: 'EA000001694CN', cameBackOn: null },
      ],
    });
    life.on('2026-03-24').take({ type: 'recordService', noticeId: 'reply', how: 'signed for' });
    expect(owed(life)).toEqual([]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('each way has its proof; what was not at hand is added later, also to a case that is filed', () => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    const lacking = () => life.now.file.notices.map(lacksOf);
    const noticeId = life.now.file.round.reply.noticeId;
    expect(life.refusal({ type: 'addProof', noticeId, signedBy: 'x' })).toEqual({
      code: 'step-not-permitted',
      reason: 'nothing-sent',
    });
    life.take({ type: 'dispatch', mode: 'in_person', signedBy: '本人' });
    expect(lacking()).toEqual([['paper']]);
    const nothing = { type: 'addProof', noticeId, note: 'nothing yet' } as const;
    expect(life.refusal(nothing)).toEqual({ code: 'invalid-request', fields: ['fileIds no-proof'] });
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    life.take({ type: 'addProof', noticeId, signedBy: 'the applicant', fileIds: ['receipt'] });
    expect(lacking()).toEqual([[]]);
    expect(life.standing.state).toBe('filed');
    expect(life.replayed()).toEqual(life.now);
  });

  test('what is left at the address is served before a witness, or with a photo or film of it, and not without (CPL 89)', () => {
    const [left, refused] = [{ mode: 'left_at_address' }, { code: 'left-unproven', article: 'CPL 89' }] as const;
    const lacking = (life: Life) => life.now.file.notices.map(lacksOf);
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    expect(life.refusal({ type: 'dispatch', ...left })).toEqual(refused);
    life.take({ type: 'dispatch', ...left, fileIds: ['film'] });
    expect([life.standing.state, lacking(life)]).toEqual(['closed', [[]]]);
    const noticed = acceptedOn('2026-03-02');
    const noticeId = idOf(noticed.take({ type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: null }));
    expect(noticed.refusal({ type: 'dispatchNotice', noticeId, ...left })).toEqual(refused);
    noticed.take({ type: 'dispatchNotice', noticeId, ...left, witness: 'the village head' });
    expect(lacking(noticed)).toEqual([['paper']]);
    const unsaid = acceptedOn('2026-03-02');
    const sent = idOf(unsaid.take({ type: 'sendCorrectionNotice', missing: 'which year' }));
    expect(unsaid.refusal({ type: 'addProof', noticeId: sent, ...left })).toEqual(refused);
    unsaid.take({ type: 'addProof', noticeId: sent, ...left, fileIds: ['photo'] });
    expect(lacking(unsaid)).toEqual([[]]);
  });

  test('the stamped copy of a document lies beside it, and proves nothing of its delivery', () => {
    const life = acceptedOn('2026-03-02');
    const made = { type: 'addStamped', noticeId: 'x', fileIds: ['stamped'] } as const;
    expect(life.refusal(made)).toEqual({ code: 'step-not-permitted', reason: 'nothing-made' });
    const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: null }));
    expect(life.refusal(made)).toEqual({ code: 'invalid-request', fields: ['noticeId unknown-notice'] });
    expect(life.refusal({ type: 'addStamped', noticeId })).toEqual({ code: 'invalid-request', fields: ['fileIds required'] });
    life.take({ ...made, noticeId });
    expect(life.now.file.notices).toMatchObject([{ stamped: ['stamped'], proofs: [], attempts: [] }]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('a way that is told afterwards is judged like one that was told at once', () => {
    const life = acceptedOn('2026-03-02');
    const noticeId = idOf(life.take({ type: 'sendCorrectionNotice', missing: 'which year' }));
    expect(life.now.file.notices.map(lacksOf)).toEqual([['mode']]);
    const added = { type: 'addProof', noticeId } as const;
    expect(life.refusal({ ...added, mode: 'email' })).toEqual({ code: 'electronic-not-agreed', article: 'CPL 90' });
    const courier = { ...added, mode: 'ems', trackingNumber: 'SF1234567890123' } as const;
    expect(life.refusal(courier)).toEqual({ code: 'private-courier', article: 'POST 55' });
    life.take({ ...added, mode: 'ems', trackingNumber: 'EA123456789CN', fileIds: ['slip'] });
    expect(life.now.file.notices).toMatchObject([
      { mode: 'ems', proofs: ['slip'], attempts: [{ trackingNumber: 'EA123456789CN' }] },
    ]);
  });

  test('a notice that came back was in time, is sent again, and begins its wait when it arrives (G235, REG 30)', () => {
    const life = acceptedOn('2026-03-02');
    const noticeId = idOf(life.on('2026-03-03').take({ type: 'sendCorrectionNotice', missing: 'which year', period: 15 }));
    const back = { type: 'recordReturn', noticeId, reason: 'nobody at home', fileIds: ['envelope'] } as const;
    life.on('2026-03-18').take({ ...back, fileIds: ['envelope'] });
    expect(owed(life)).toEqual([['serviceAgainDue', noticeId, '2026-03-23']]);
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'dispatchNotice' });
    expect(life.refusal(back)).toEqual({ code: 'step-not-permitted', reason: 'no-notice-to-serve' });
    const service = { type: 'recordService', noticeId, how: 'signed for' } as const;
    expect(life.refusal(service)).toEqual({ code: 'step-not-permitted', reason: 'no-notice-to-serve' });
    // Ten working days after its last day, and in time all the same.
    const again = { type: 'dispatchNotice', noticeId, mode: 'registered_mail', trackingNumber: 'EA000001705CN' } as const;
    expect(life.refusal({ ...again, dispatchedOn: '2026-03-17' })).toEqual({
      ...{ code: 'invalid-request', fields: ['dispatchedOn before-earlier-fact'] },
    });
    expect(life.steps().permitted.find(({ type }) => type === 'dispatchNotice')?.subjects).toMatchObject([
      { id: noticeId, until: '2026-03-23' },
    ]);
    life.on('2026-03-25').take(again);
    expect(life.standing.state).toBe('accepted');
    life.on('2026-03-27').take(service);
    expect(life.standing.state).toBe('awaiting_correction');
    expect(life.ledger.correctionDueFromApplicant).toBe('2026-04-20');
    expect(life.now.file.notices).toMatchObject([
      {
        ...{ dispatchedOn: '2026-03-03', servedOn: '2026-03-27', proofs: ['envelope'] },
        attempts: [{ cameBackOn: '2026-03-18' }, { on: '2026-03-25', cameBackOn: null }],
      },
    ]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('a letter to a third party that came back has asked nobody: its fifteen days begin when it arrives (REG 32)', () => {
    const life = acceptedOn('2026-03-02');
    const id = asked(life, 'askThirdParty', '2026-03-03');
    life.on('2026-03-09').take({ type: 'recordReturn', noticeId: id, reason: 'moved', fileIds: ['envelope'] });
    expect(life.ledger).toMatchObject({ finalDue: '2026-03-30', consultations: [] });
    const answer = { type: 'recordService', consultationId: id, how: 'signed for' } as const;
    expect(life.refusal(answer)).toEqual({ code: 'step-not-permitted', reason: 'no-notice-to-serve' });
    life.on('2026-03-10').take({ type: 'dispatchNotice', noticeId: id, mode: 'ems', trackingNumber: 'EA000001716CN' });
    life.on('2026-03-12').take(answer);
    expect(life.ledger.consultations).toMatchObject([{ id, answerDue: '2026-04-02', closedOn: null }]);
    // Days from the eleventh on do not count, and none of those before it.
    life.on('2026-03-16').take({ type: 'recordAnswer', consultationId: id, answer: 'agree' });
    expect(life.ledger).toMatchObject({ finalDue: '2026-04-03', consultations: [{ excludedWorkingDays: 4 }] });
    expect(life.replayed()).toEqual(life.now);
  });

  test('an office that credits the attempts counts from the first of them', () => {
    const law = { ...LAW, statute: withRules(LAW.statute, { 'consult.undelivered': 'from_first_letter' }) };
    const life = new Life(atCounter('2026-03-02'), { law });
    life.take({ type: 'accept' });
    const id = asked(life, 'askThirdParty', '2026-03-03');
    life.on('2026-03-09').take({ type: 'recordReturn', noticeId: id, reason: 'moved', fileIds: ['envelope'] });
    life.on('2026-03-10').take({ type: 'dispatchNotice', noticeId: id, mode: 'ems', trackingNumber: 'EA000001727CN' });
    life.on('2026-03-16').take({ type: 'recordAnswer', consultationId: id, answer: 'agree' });
    expect(life.ledger.consultations).toMatchObject([{ excludedWorkingDays: 9 }]);
  });

  test('a notice of extension that came back has extended the period all the same, and is sent again (REG 33(2))', () => {
    const life = acceptedOn('2026-03-02');
    life.on('2026-03-24').take({ type: 'proposeExtension', workingDays: 20, reason: 'many records' });
    const noticeId = idOf(life.take({ type: 'approveExtension' }));
    const { finalDue } = life.ledger;
    life.on('2026-04-02').take({ type: 'recordReturn', noticeId, reason: 'moved', fileIds: ['envelope'] });
    life.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001738CN' });
    expect(life.ledger).toMatchObject({ finalDue, extendedDue: finalDue });
    expect(finalDue).toBe('2026-04-28');
  });

  test('once the reply has left, nobody looks for what only led to it', () => {
    const life = acceptedOn('2026-03-02');
    life.take({ type: 'sendCorrectionNotice', missing: 'which year', dispatchedOn: '2026-03-02' });
    expect(owed(life).map(([deadline]) => deadline)).toEqual(['serviceProofDue']);
    signed(life, '2026-03-10');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001749CN' });
    expect(owed(life)).toEqual([['serviceProofDue', life.now.file.round.reply.noticeId, '2026-03-19']]);
  });

  test('letters and notices are looked up as well, until they are served, answered or overtaken', () => {
    const life = acceptedOn('2026-03-02');
    const first = asked(life, 'askThirdParty', '2026-03-03');
    expect(owed(life)).toEqual([['serviceProofDue', first, '2026-03-12']]);
    life.on('2026-03-12').take({ type: 'recordReturn', noticeId: first, reason: 'lost in the post', fileIds: ['envelope'] });
    const second = asked(life, 'askThirdParty', '2026-03-13', '2026-03-16');
    expect(second).not.toBe(first);
    expect(owed(life)).toEqual([]);
    const third = asked(life, 'askOtherOrgan', '2026-03-17');
    expect(owed(life)).toEqual([['serviceProofDue', third, '2026-03-26']]);
    life.on('2026-03-18').take({ type: 'recordAnswer', consultationId: third, answer: 'agree' });
    expect(owed(life)).toEqual([]);
  });
});
