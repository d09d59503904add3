import { replay } from '@gongkai/lifecycle';
import { idOf, LAW, personOf, type Life } from '../support/life.js';
import { acceptedOn, ALREADY_PUBLIC, asked, FOUND, GRANTED, type Decided } from '../support/roads.js';

const WITHHELD: Decided = {
  code: 'refused',
  ground: 'third_party_rights',
  article: 'REG 15',
  reasons: 'a business secret',
  ...FOUND,
};
const PARTLY: Decided = { ...WITHHELD, code: 'partly_granted', fileIds: ['hash-1'] };
const SUBMIT = { type: 'submitForApproval' } as const;

/** Everything decided and reviewed. */
function decided(life: Life, decisions: readonly Decided[] = [GRANTED]): Life {
  decisions.forEach((decision, i) => {
    const itemId = `item-${String(i + 1)}`;
    life.take({ type: 'decideItem', itemId, ...decision });
    if (!decision.code.endsWith('granted')) return;
    life.take({ type: 'submitReview', itemId });
    life.take({ type: 'passReview', itemId });
  });
  return life;
}
const setAside = (life: Life, consultationId: string): string => {
  life.take({ type: 'overrideThirdParty', consultationId, publicInterest: 'safety' });
  return life.now.file.notices.at(-1)?.id ?? '';
};
const refusedCodes = (life: Life, type: string): readonly string[] =>
  life.steps().refused.flatMap((step) => (step.type === type ? [`${step.code} ${step.article ?? ''}`] : []));

/** A third party that was asked and said no (scenario 8). */
function objected(decisions?: readonly Decided[]): { life: Life; consultationId: string } {
  const life = acceptedOn('2025-10-10', decisions ? ['a', 'b'] : ['a']);
  const consultationId = asked(life, 'askThirdParty', '2025-10-15', '2025-10-16');
  life.on('2025-10-27').take({ type: 'recordAnswer', consultationId, answer: 'refuse', grounds: 'a secret' });
  return { life: decided(life, decisions), consultationId };
}

describe('while a third party can still be heard', () => {
  test('nothing is submitted that gives the information out', () => {
    const life = acceptedOn('2025-10-10');
    asked(life, 'askThirdParty', '2025-10-15', '2025-10-16');
    decided(life);
    expect(life.refusal(SUBMIT)).toEqual({ code: 'consultation-open', article: 'REG 32' });
    expect(refusedCodes(life, 'submitForApproval')).toEqual(['consultation-open REG 32']);
    life.take({ type: 'decideItem', itemId: 'item-1', ...ALREADY_PUBLIC });
    life.take(SUBMIT);
  });

  test('nothing is approved or signed either, where the letter went out later', () => {
    const life = decided(acceptedOn('2025-10-10'));
    life.take(SUBMIT);
    const consultationId = asked(life, 'askThirdParty', '2025-10-15', '2025-10-16');
    expect(life.refusal({ type: 'approve' })).toEqual({ code: 'consultation-open', article: 'REG 32' });
    expect(life.steps(personOf('approver')).refused).toContainEqual(
      expect.objectContaining({ type: 'approve', code: 'consultation-open' }),
    );
    life.take({ type: 'recordAnswer', consultationId, answer: 'agree' });
    life.take({ type: 'approve' });
    life.take({ type: 'signReply' });
  });

  test('silence leaves it to the organ, and a refusal after that too', () => {
    const life = acceptedOn('2025-10-10');
    const consultationId = asked(life, 'askThirdParty', '2025-10-15', '2025-10-16');
    decided(life.on('2025-11-07'));
    life.take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    life.take(SUBMIT);
  });

  test('a letter that never arrived gives way to one that did', () => {
    const life = acceptedOn('2025-10-10');
    const lost = asked(life, 'askThirdParty', '2025-10-15');
    decided(life);
    expect(life.refusal(SUBMIT).code).toBe('consultation-open');
    life.on('2025-10-20').take({ type: 'recordReturn', noticeId: lost, reason: 'lost in the post', fileIds: ['envelope'] });
    const again = asked(life, 'askThirdParty', '2025-10-20', '2025-10-21');
    life.take({ type: 'recordAnswer', consultationId: again, answer: 'agree' });
    life.take(SUBMIT);
  });
});

describe('a second letter to the same third party about the same item', () => {
  test('is refused while the first stands, by whatever spacing; the first is named', () => {
    const life = acceptedOn('2026-03-02', ['a', 'b']);
    const ask = { type: 'askThirdParty', party: '某 公司（东城）', itemIds: ['item-1'] } as const;
    const consultationId = idOf(life.take({ ...ask, dispatchedOn: null }));
    const again = { ...ask, party: '某公司(东城)', itemIds: ['item-1', 'item-2'] } as const;
    const stands = { code: 'invalid-request', fields: ['party letter-stands'] };
    expect(life.refusal(again)).toEqual(stands);
    life.take({ type: 'dispatchNotice', noticeId: consultationId, mode: 'ems', trackingNumber: 'EA000001419CN' });
    expect(life.refusal(again)).toEqual(stands);
    life.take({ type: 'recordService', consultationId, how: 'signed for' });
    life.on('2026-03-24').ring({ type: 'lapseConsultation', consultationId });
    expect(life.refusal(again)).toEqual(stands);
    const { finalDue } = life.ledger;
    life.take({ ...again, itemIds: ['item-2'] });
    life.take({ ...ask, type: 'askOtherOrgan', dispatchedOn: null });
    expect(life.ledger.finalDue).toBe(finalDue);
  });

  test('is right when the first came back, or was answered', () => {
    const life = acceptedOn('2026-03-02');
    const ask = { type: 'askThirdParty', party: 'the firm' } as const;
    const noticeId = idOf(life.take(ask));
    life.on('2026-03-09').take({ type: 'recordReturn', noticeId, reason: 'moved', fileIds: ['envelope'] });
    const consultationId = idOf(life.take(ask));
    life.take({ type: 'recordAnswer', consultationId, answer: 'agree' });
    life.take(ask);
    expect(life.now.file.consultations).toHaveLength(3);
  });
});

describe('a third party that refuses', () => {
  test('is not passed over: the item is decided otherwise', () => {
    const { life } = objected();
    expect(life.refusal(SUBMIT)).toEqual({ code: 'third-party-refused', article: 'REG 32' });
    expect(refusedCodes(life, 'submitForApproval')).toEqual(['third-party-refused REG 32']);
    life.take({ type: 'decideItem', itemId: 'item-1', ...WITHHELD });
    life.take(SUBMIT);
  });

  test('is asked before anything is withheld for its sake, unless it is said why not', () => {
    const life = acceptedOn('2025-10-10');
    life.take({ type: 'decideItem', itemId: 'item-1', ...WITHHELD });
    const unasked = { code: 'third-party-unasked', article: 'REG 32' };
    expect(life.refusal(SUBMIT)).toEqual(unasked);
    expect(refusedCodes(life, 'submitForApproval')).toEqual(['third-party-unasked REG 32']);
    const letter = idOf(life.take({ type: 'askThirdParty', party: 'the firm', dispatchedOn: null }));
    expect(life.refusal(SUBMIT)).toEqual(unasked);
    life.take({ type: 'dispatchNotice', noticeId: letter, mode: 'ems', trackingNumber: 'EA000001430CN' });
    life.take(SUBMIT);
    const gone = acceptedOn('2025-10-10');
    gone.take({ type: 'decideItem', itemId: 'item-1', ...WITHHELD, unasked: 'the firm is dissolved' });
    gone.take(SUBMIT);
    expect(gone.replayed()).toEqual(gone.now);
  });

  test('is heeded by each item that it was asked about: what is withheld of another item heeds nobody', () => {
    expect(objected([GRANTED, WITHHELD]).life.refusal(SUBMIT).code).toBe('third-party-refused');
    expect(objected([GRANTED, ALREADY_PUBLIC]).life.refusal(SUBMIT).code).toBe('third-party-refused');
    objected([PARTLY, WITHHELD]).life.take(SUBMIT);
    const elsewise = { ...PARTLY, ground: 'process_information', article: 'REG 16(2)' } as const;
    expect(objected([elsewise, WITHHELD]).life.refusal(SUBMIT).code).toBe('third-party-refused');
  });

  test('can be set aside; it is told what and why before the reply leaves', () => {
    const { life, consultationId } = objected();
    const noticeId = setAside(life, consultationId);
    life.take(SUBMIT);
    life.take({ type: 'approve' });
    life.take({ type: 'signReply' });
    life.on('2025-10-29');
    for (const mode of ['ems', 'in_person'])
      expect(life.refusal({ type: 'dispatch', mode, trackingNumber: 'EA1', signedBy: '本人' })).toEqual({
        code: 'third-party-untold',
        article: 'REG 32',
      });
    expect(refusedCodes(life, 'dispatch')).toEqual(['third-party-untold REG 32']);
    life.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001441CN', dispatchedOn: '2025-10-28' });
    expect(
      life.refusal({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001452CN', dispatchedOn: '2025-10-27' }).code,
    ).toBe('third-party-untold');
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001463CN', dispatchedOn: '2025-10-28' });
    life.take({ type: 'recordService', noticeId: 'reply', how: 'signed for' });
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    expect(life.standing.state).toBe('filed');
  });

  test('has the days that the office holds the release for', () => {
    const { life, consultationId } = objected();
    const rule = LAW.statute.rules['third_party.release_hold'];
    const held = { ...rule, values: rule.values.map((value) => ({ ...value, value: 5 })) };
    const rules = { ...LAW.statute.rules, 'third_party.release_hold': held };
    Object.assign(life, { law: { ...LAW, statute: { ...LAW.statute, rules } } });
    const noticeId = setAside(life, consultationId);
    life.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001474CN' });
    life.take(SUBMIT);
    life.take({ type: 'approve' });
    life.take({ type: 'signReply' });
    expect(life.refusal({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001485CN' })).toEqual({
      code: 'release-on-hold',
      article: 'REG 32',
    });
    expect(refusedCodes(life, 'dispatch')).toEqual(['release-on-hold REG 32']);
    life.on('2025-11-03').take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001496CN' });
  });
});

test('a letter whose service is told after its period has lapsed already: the alarm says so at once, and once (REG 32)', () => {
  const life = acceptedOn('2026-03-02');
  const consultationId = asked(life, 'askThirdParty', '2026-03-03');
  life.on('2026-04-01').take({ type: 'recordService', consultationId, on: '2026-03-04', how: 'signed for' });
  expect(life.alarms).toEqual([{ kind: 'consultation_lapse', subject: consultationId, ringsOn: '2026-03-26' }]);
  expect(life.ring({ type: 'lapseConsultation', consultationId }).fact).toMatchObject({ on: '2026-03-25' });
  expect(life.alarms).toEqual([]);
});

test('a correction notice whose service is told after its period: the same', () => {
  const life = acceptedOn('2026-03-02');
  const noticeId = idOf(life.on('2026-03-03').take({ type: 'sendCorrectionNotice', missing: 'x', period: 5 }));
  life.on('2026-04-01').take({ type: 'recordService', noticeId, on: '2026-03-04', how: 'signed for' });
  expect(life.alarms).toMatchObject([{ kind: 'correction_over', ringsOn: '2026-03-14' }]);
  life.ring({ type: 'endCorrectionPeriod' });
  expect(life.alarms).toEqual([]);
});

test('a lapse that was told for an earlier day than it turns out to be is told again', () => {
  const life = acceptedOn('2026-03-02');
  const consultationId = asked(life, 'askThirdParty', '2026-03-03', '2026-03-04');
  life.on('2026-03-26').ring({ type: 'lapseConsultation', consultationId });
  expect(life.alarms).toEqual([]);
  const entryId = life.journal.find(({ fact }) => fact.type === 'CONSULTATION_RECEIVED')?.id ?? '';
  const correction = { type: 'FACT_CORRECTED', entryId, fields: { on: '2026-03-24' }, reason: 'x', moves: true } as const;
  const entry = { id: 'again', actorId: 'the-caseworker', today: life.today, fact: correction };
  life.now = replay([...life.journal, entry], LAW);
  expect(life.alarms).toMatchObject([{ kind: 'consultation_lapse', subject: consultationId }]);
});

test('nobody is asked once the reply is approved', () => {
  const life = acceptedOn('2026-03-02');
  const noticeId = asked(life, 'askThirdParty', '2026-03-02');
  life.on('2026-03-04').take({ type: 'recordReturn', noticeId, reason: 'lost in the post', fileIds: ['envelope'] });
  life.take({ type: 'decideItem', itemId: 'item-1', ...ALREADY_PUBLIC });
  life.take({ type: 'submitForApproval' });
  life.take({ type: 'approve' });
  const refusal = life.refusal({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001507CN' });
  expect(refusal).toEqual({ code: 'invalid-request', fields: ['noticeId approved-already'] });
});
