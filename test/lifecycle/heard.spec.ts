import { alarmsOf, ledgerOf, replay, type CaseFact } from '@gongkai/lifecycle';
import { idOf, LAW, type Life } from '../support/life.js';
import { acceptedOn, correctionAsked, FOUND, GRANTED, REFUSED, served, type Decided } from '../support/roads.js';

const submit = { type: 'submitForApproval' } as const;

/** The first item decided and reviewed, on that day or today. */
function decided(life: Life, decision: Decided = GRANTED, on: string = life.today): Life {
  const itemId = 'item-1';
  life.take({ type: 'decideItem', itemId, on, ...decision });
  if (decision.code !== 'granted') return life;
  life.take({ type: 'submitReview', itemId });
  life.take({ type: 'passReview', itemId, on });
  return life;
}

/** A letter to a third party by name, sent and perhaps served. */
function letterTo(life: Life, party: string, sent: string, arrived?: string): string {
  const consultationId = idOf(life.on(sent).take({ type: 'askThirdParty', party }));
  if (arrived !== undefined) life.on(arrived).take({ type: 'recordService', consultationId, how: 'EMS' });
  return consultationId;
}
const askAuthority = (life: Life, party: string, sent: string): string =>
  idOf(life.on(sent).take({ type: 'askSecrecyAuthority', party }));

/** A reply that is challenged, and the order to act anew. */
function orderedAnew(life: Life, day: string): void {
  life.on(day).take({ type: 'recordReconsiderationCopy', on: day });
  life.take({ type: 'recordReconsiderationDecision', on: day, result: 'annulled', actAnew: true });
}

describe('who was asked is heard (REG 15, 17, 32)', () => {
  test('a letter in the mail to one firm does not give way to one that another firm received', () => {
    const life = acceptedOn('2026-05-11');
    const lost = letterTo(life, 'Firm A', '2026-05-14');
    const other = letterTo(life, 'Firm B', '2026-05-15', '2026-05-18');
    life.on('2026-05-19').take({ type: 'recordAnswer', consultationId: other, answer: 'agree' });
    decided(life);
    expect(life.refusal(submit)).toEqual({ code: 'consultation-open', article: 'REG 32' });
    expect(life.standing.turn.step).toBe('recordService');
    life.on('2026-05-20').take({ type: 'recordReturn', noticeId: lost, reason: 'lost in the post', fileIds: ['envelope'] });
    letterTo(life, 'Firm A', '2026-05-20', '2026-05-21');
    const again = life.now.file.consultations.at(-1)?.id ?? '';
    life.take({ type: 'recordAnswer', consultationId: again, answer: 'agree' });
    life.take(submit);
  });

  test('the yes of one authority is not that of another', () => {
    const life = acceptedOn('2026-05-11');
    const bureau = askAuthority(life, 'the secrecy bureau', '2026-05-14');
    const ministry = askAuthority(life, 'the ministry', '2026-05-14');
    life.on('2026-05-18').take({ type: 'recordAnswer', consultationId: ministry, answer: 'agree' });
    decided(life);
    expect(life.refusal(submit).code).toBe('authority-open');
    life.take({ type: 'recordAnswer', consultationId: bureau, answer: 'refuse' });
    expect(life.refusal(submit).code).toBe('authority-refused');
  });

  test('a letter that lies there does not wipe out the refusal of the round before', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = letterTo(life, 'the firm', '2026-03-03', '2026-03-04');
    life.on('2026-03-09').take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    decided(life, REFUSED);
    for (const type of ['submitForApproval', 'approve', 'signReply'] as const) life.take({ type });
    served(life, '2026-03-10', '2026-03-11');
    orderedAnew(life, '2026-04-20');
    life.on('2026-04-21').take({ type: 'askThirdParty', party: 'the firm', dispatchedOn: null });
    decided(life);
    expect(life.refusal(submit)).toEqual({ code: 'third-party-refused', article: 'REG 32' });
  });

  test('a refusal in time that was typed after the period was over binds in the next round too', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = letterTo(life, 'the firm', '2026-03-04', '2026-03-05');
    life.on('2026-03-30').ring({ type: 'lapseConsultation', consultationId });
    life.take({ type: 'recordAnswer', consultationId, answer: 'refuse', answeredOn: '2026-03-26' });
    decided(life, REFUSED);
    for (const type of ['submitForApproval', 'approve', 'signReply'] as const) life.take({ type });
    served(life, '2026-03-31', '2026-04-01');
    orderedAnew(life, '2026-06-01');
    decided(life);
    expect(life.refusal(submit)).toEqual({ code: 'third-party-refused', article: 'REG 32' });
  });

  test('a reply is approved, signed and sent on no day on which somebody still could answer', () => {
    const life = acceptedOn('2026-03-02');
    letterTo(life, 'the firm', '2026-03-04', '2026-03-05');
    life.on('2026-03-30');
    decided(life, GRANTED, '2026-03-26');
    life.take(submit);
    expect(life.refusal({ type: 'approve', on: '2026-03-26' })).toEqual({ code: 'consultation-open', article: 'REG 32' });
    life.take({ type: 'approve', on: '2026-03-27' });
    life.take({ type: 'signReply', on: '2026-03-27' });
    life.take({ type: 'dispatch', dispatchedOn: '2026-03-27', mode: 'ems', trackingNumber: 'EA000001661CN' });
  });

  test('nor before an authority gave the answer that it gave later', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = askAuthority(life, 'the bureau', '2026-03-04');
    life.on('2026-03-20').take({ type: 'recordAnswer', consultationId, answer: 'agree' });
    decided(life, GRANTED, '2026-03-19');
    life.on('2026-03-23').take(submit);
    expect(life.refusal({ type: 'approve', on: '2026-03-19' })).toEqual({ code: 'authority-open', article: 'REG 17(3)' });
    life.take({ type: 'approve', on: '2026-03-23' });
  });

  test('what turns up after the signature is heeded too: a signed reply can be sent back, and not be sent', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = letterTo(life, 'the firm', '2026-03-04', '2026-03-05');
    life.on('2026-03-27').ring({ type: 'lapseConsultation', consultationId });
    decided(life);
    for (const type of ['submitForApproval', 'approve', 'signReply'] as const) life.take({ type });
    life.on('2026-03-30').take({ type: 'recordAnswer', consultationId, answer: 'refuse', answeredOn: '2026-03-26' });
    expect(life.refusal({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001672CN' })).toEqual({
      code: 'third-party-refused',
      article: 'REG 32',
    });
    expect(life.standing.turn).toMatchObject({ role: 'approver', step: 'sendBack' });
    life.take({ type: 'sendBack', reason: 'the firm refused in time' });
    expect(life.standing).toMatchObject({ state: 'accepted', turn: { role: 'caseworker', step: 'decideItem' } });
    expect(life.now.file.round.reply).toMatchObject({ noticeId: null, signedOn: null, approvedOn: null });
    decided(life, { ...REFUSED, ...FOUND, ground: 'third_party_rights', article: 'REG 15' });
    for (const type of ['submitForApproval', 'approve', 'signReply'] as const) life.take({ type });
    served(life, '2026-03-30', '2026-03-31');
    expect(life.standing.state).toBe('closed');
  });

  test('what it has to be told is owed still in the next round where it was not sent', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = letterTo(life, 'the firm', '2026-03-03', '2026-03-04');
    life.on('2026-03-09').take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    life.take({ type: 'overrideThirdParty', consultationId, publicInterest: 'safety' });
    decided(life, { ...REFUSED, ...FOUND, ground: 'third_party_rights', article: 'REG 15' });
    for (const type of ['submitForApproval', 'approve', 'signReply'] as const) life.take({ type });
    served(life, '2026-03-10', '2026-03-11');
    orderedAnew(life, '2026-04-20');
    decided(life);
    for (const type of ['submitForApproval', 'approve', 'signReply'] as const) life.take({ type });
    expect(life.refusal({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001683CN' }).code).toBe('third-party-untold');
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'dispatchNotice' });
    life.take({ type: 'sendBack', reason: 'ask the firm again' });
    const again = letterTo(life, 'the firm', '2026-04-21', '2026-04-22');
    life.take({ type: 'recordAnswer', consultationId: again, answer: 'agree' });
    decided(life);
    life.take({ ...submit, unchanged: 'the firm agrees now' });
    for (const type of ['approve', 'signReply'] as const) life.take({ type });
    served(life, '2026-04-22', '2026-04-23');
  });
});

describe('the days of a letter', () => {
  test('it is not served after it was answered, nor answered before it was served', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = letterTo(life, 'the firm', '2026-03-03');
    life.on('2026-03-10').take({ type: 'recordAnswer', consultationId, answer: 'agree', answeredOn: '2026-03-06' });
    const service = { type: 'recordService', consultationId, how: 'EMS' } as const;
    expect(life.refusal({ ...service, on: '2026-03-09' })).toMatchObject({ fields: ['on after-later-fact'] });
    life.take({ ...service, on: '2026-03-05' });
    const other = letterTo(life, 'another', '2026-03-10', '2026-03-11');
    life.on('2026-03-12');
    expect(
      life.refusal({ type: 'recordAnswer', consultationId: other, answer: 'agree', answeredOn: '2026-03-10' }),
    ).toMatchObject({
      fields: ['answeredOn before-earlier-fact'],
    });
  });

  test('a period that ends a day later than the journal says rings once more', () => {
    const life = acceptedOn('2026-03-02');
    correctionAsked(life, '2026-03-03', '2026-03-04', 5);
    life.on('2026-03-14').ring({ type: 'endCorrectionPeriod' });
    expect(life.alarms).toEqual([]);
    const entryId = life.journal.find(({ fact }) => fact.type === 'CORRECTION_NOTICE_RECEIVED')?.id ?? '';
    const fact: CaseFact = { type: 'FACT_CORRECTED', entryId, fields: { on: '2026-03-05' }, reason: 'misread', moves: true };
    const told = replay([...life.journal, { id: 'correction', actorId: 'somebody', today: life.today, fact }], LAW);
    const ledger = ledgerOf(told.file, LAW, { asOf: life.today, derivation: false });
    expect(alarmsOf(told, ledger, LAW)).toMatchObject([{ kind: 'correction_over', ringsOn: '2026-03-17' }]);
  });
});
