import { acceptedOn, ALREADY_PUBLIC, asked, FOUND, GRANTED } from '../support/roads.js';
import type { Life } from '../support/life.js';

const WITHHELD = {
  type: 'decideItem',
  itemId: 'item-1',
  code: 'refused',
  ground: 'third_party_rights',
  article: 'REG 15',
  reasons: 'a business secret',
  ...FOUND,
} as const;
const GIVEN = { type: 'decideItem', itemId: 'item-1', ...GRANTED } as const;

/** Decided, reviewed and submitted while the letter can still be answered by its link. */
function askedOn(kind: 'askThirdParty' | 'askJointProducer' | 'askOtherOrgan'): { life: Life; consultationId: string } {
  const life = acceptedOn('2026-03-02');
  const consultationId = asked(life, kind, '2026-03-02', '2026-03-03');
  return { life, consultationId };
}

describe.each([
  ['askThirdParty', 'REG 32'],
  ['askJointProducer', 'REG 34'],
  ['askOtherOrgan', 'REG 11'],
] as const)('an answer by link to %s that nobody has taken down', (kind, article) => {
  test('is no silence: the clock goes by the day it came, nothing lapses, and nothing is given out', () => {
    const { life, consultationId } = askedOn(kind);
    life.take(GIVEN);
    life.take({ type: 'submitReview', itemId: 'item-1' });
    life.take({ type: 'passReview', itemId: 'item-1' });
    life.on('2026-03-10').ring({ type: 'noteAnswerCame', consultationId, on: life.today });
    const { finalDue } = life.ledger;
    expect(life.alarms.filter(({ kind: of }) => of === 'consultation_lapse')).toEqual([]);
    life.on('2026-04-10');
    expect(() => life.ring({ type: 'lapseConsultation', consultationId })).toThrow('step-not-permitted');
    const waits = { code: 'answer-waits', article };
    expect(life.refusal({ type: 'submitForApproval' })).toEqual(waits);
    expect(life.refusal(GIVEN)).toEqual(waits);
    expect(life.standing.turn).toMatchObject({ role: 'caseworker', step: 'recordAnswer' });
    life.take({ type: 'recordAnswer', consultationId, answer: 'agree' });
    expect(life.now.file.consultations).toMatchObject([{ answeredOn: '2026-03-10' }]);
    expect(life.ledger.finalDue).toBe(finalDue);
    life.take({ type: 'submitForApproval' });
  });

  test('is taken down by the day it came, and no later one', () => {
    const { life, consultationId } = askedOn(kind);
    life.on('2026-03-10').ring({ type: 'noteAnswerCame', consultationId, on: life.today });
    life.on('2026-04-10');
    const late = {
      type: 'recordAnswer',
      consultationId,
      answer: 'refuse',
      grounds: 'a secret',
      answeredOn: '2026-04-09',
    } as const;
    expect(life.refusal(late)).toEqual({ code: 'invalid-request', fields: ['answeredOn answer-came'] });
    life.take({ ...late, answeredOn: '2026-03-10' });
  });

  test('that was dismissed has moved nothing: the period runs and ends', () => {
    const { life, consultationId } = askedOn(kind);
    const { finalDue } = life.ledger;
    life.on('2026-03-10').ring({ type: 'noteAnswerCame', consultationId, on: life.today });
    expect(life.ledger.finalDue).not.toBe(finalDue);
    life.ring({ type: 'noteAnswerDismissed', consultationId });
    expect(life.ledger.finalDue).toBe(finalDue);
    life.on('2026-04-10').ring({ type: 'lapseConsultation', consultationId });
  });
});

test('what waits is read before it is withheld for the sake of who answered, and before it is approved, signed and sent', () => {
  const { life, consultationId } = askedOn('askThirdParty');
  life.take({ type: 'recordAnswer', consultationId, answer: 'agree', answeredOn: '2026-03-03' });
  const again = asked(life, 'askThirdParty', '2026-03-03', '2026-03-04');
  life.on('2026-03-10').ring({ type: 'noteAnswerCame', consultationId: again, on: life.today });
  expect(life.refusal(WITHHELD)).toEqual({ code: 'answer-waits', article: 'REG 32' });
  life.take({ type: 'decideItem', itemId: 'item-1', ...ALREADY_PUBLIC });
});
