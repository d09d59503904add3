import { localDate } from '@gongkai/calendar';
import { inheritanceOf } from '@gongkai/lifecycle';
import { idOf, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, asked, correctionAsked, feeAsked, GRANTED, served, signed } from '../support/roads.js';

/** The case that a split opens on that day, as the desk opens it. */
function takenOut(life: Life, today: string, about?: readonly string[]): Life {
  const inherited = inheritanceOf(life.on(today).now.file, localDate(today), about);
  return new Life(atCounter('2025-06-03'), { items: ['b'], today, inherited });
}
const applied = (): Life => acceptedOn('2025-06-03', ['a', 'b']);

/** A case that a split opens has behind it what the application had behind it. */
describe('the case that a split opens', () => {
  test('goes by the clock of the application, in the same hands', () => {
    const life = applied();
    life.take({ type: 'assign', assignee: 'the-caseworker' });
    const split = takenOut(life, '2025-06-10');
    expect(split.now.file).toMatchObject({ assignee: 'the-caseworker', notices: [], consultations: [] });
    expect(split.ledger).toMatchObject({ receivedOn: '2025-06-03', finalDue: life.ledger.finalDue });
    expect(split.replayed()).toEqual(split.now);
  });

  test('keeps the old clock while a correction is awaited (REG 30)', () => {
    const life = applied();
    correctionAsked(life, '2025-06-09', '2025-06-10');
    const split = takenOut(life, '2025-06-11');
    expect(life.ledger.clock).toBe('awaiting_correction');
    expect(split.ledger).toMatchObject({ clock: 'running', finalDue: '2025-07-01' });
    expect(split.now.file.notices).toEqual([]);
  });

  test('is suggested to be published as the application was, until that is answered (REG 44)', () => {
    const life = applied();
    life.on('2025-06-05').take({ type: 'suggestPublication', byApplicant: true, reason: 'many ask' });
    const waiting = { publication: 'suggested', promotion: { byApplicant: true, suggestedOn: '2025-06-05', decidedOn: null } };
    const split = takenOut(life, '2025-06-10');
    expect(split.now.file).toMatchObject(waiting);
    expect(split.replayed()).toEqual(split.now);
    life.take({ type: 'declinePublication', reason: 'of one person only' });
    expect(takenOut(life, '2025-06-11').now.file).toMatchObject({ publication: 'none', promotion: null });
    expect(split.now.file).toMatchObject(waiting);
  });

  test('goes by the restart after a correction, and is not corrected a second time', () => {
    const life = applied();
    correctionAsked(life, '2025-06-09', '2025-06-10');
    life.on('2025-06-12').take({ type: 'receiveCorrection' });
    const split = takenOut(life, '2025-06-13');
    expect(split.ledger).toMatchObject({ restartedOn: '2025-06-12', finalDue: life.ledger.finalDue });
    split.take({ type: 'accept' });
    expect(split.refusal({ type: 'sendCorrectionNotice', missing: 'more' }).code).toBe('second-correction');
  });

  test('is not asked to correct a second time what the application was asked already (REG 30)', () => {
    const life = applied();
    correctionAsked(life, '2025-06-09', '2025-06-10');
    const split = takenOut(life, '2025-06-11');
    split.take({ type: 'accept' });
    expect(split.refusal({ type: 'sendCorrectionNotice', missing: 'more' }).code).toBe('second-correction');
    expect(split.standing.state).toBe('accepted');
  });

  test('a letter that leaves after its item was withdrawn has asked nobody, and the case can be read', () => {
    const life = applied();
    life.on('2025-06-05').take({ type: 'askThirdParty', party: 'a firm', itemIds: ['item-1'], dispatchedOn: null });
    const consultationId = life.now.file.consultations.at(-1)?.id ?? '';
    life.on('2025-06-10').take({ type: 'withdrawItem', itemId: 'item-1', how: 'letter' });
    life
      .on('2025-06-12')
      .take({ type: 'dispatchNotice', noticeId: consultationId, mode: 'ems', trackingNumber: 'EA000001815CN' });
    expect(life.ledger.consultations).toEqual([]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('does not count a letter that never arrived as answered, in neither case', () => {
    const life = acceptedOn('2025-06-03', ['a', 'b', 'c']);
    const consultationId = asked(life, 'askThirdParty', '2025-06-05');
    const due = life.ledger.finalDue;
    life.on('2025-06-16');
    expect(takenOut(life, '2025-06-16', []).ledger.finalDue).toBe(due);
    life.take({ type: 'split', items: ['item-2'], consultations: [consultationId] });
    expect(life.ledger.finalDue).toBe(due);
    life.take({ type: 'askThirdParty', party: 'another', itemIds: ['item-1'], dispatchedOn: null });
    const unsent = life.now.file.consultations.at(-1)?.id ?? '';
    const again = { type: 'split', items: ['item-3'] } as const;
    expect(life.refusal({ ...again, consultations: [unsent] })).toMatchObject({ fields: ['consultations unknown-consultation'] });
    asked(life, 'askThirdParty', '2025-06-17');
    expect(life.refusal({ type: 'recordAnswer', consultationId, answer: 'refuse' })).toMatchObject({
      fields: ['consultationId unknown-consultation'],
    });
  });

  test('of a journal that knew less about letters is told as if nothing of that had happened', () => {
    const life = applied();
    asked(life, 'askThirdParty', '2025-06-05', '2025-06-06');
    const inherited = inheritanceOf(life.on('2025-06-10').now.file, localDate('2025-06-10'));
    const { over: _over, ...moves } = inherited.round.moves;
    const consultations = inherited.consultations.map(({ lapsedOn: _lapsed, elsewhereFrom: _elsewhere, ...one }) => one);
    const known = { ...inherited, consultations, round: { ...inherited.round, moves } } as unknown as typeof inherited;
    const split = new Life(atCounter('2025-06-03'), { items: ['b'], today: '2025-06-10', inherited: known });
    expect(split.now.file).toEqual(takenOut(life, '2025-06-10').now.file);
  });

  test('is extended where the notice was sent, and not by one that lies there', () => {
    const life = applied();
    life.take({ type: 'proposeExtension', workingDays: 10, reason: 'many' });
    const noticeId = idOf(life.on('2025-06-10').take({ type: 'approveExtension', dispatchedOn: null }));
    expect(takenOut(life, '2025-06-11').ledger).toMatchObject({ finalDue: '2025-07-01', extendedDue: null });
    life.take({ type: 'dispatchNotice', noticeId, mode: 'ems', trackingNumber: 'EA000001826CN' });
    const split = takenOut(life, '2025-06-12');
    expect(split.ledger).toMatchObject({ finalDue: '2025-07-15', extendedDue: '2025-07-15' });
    split.take({ type: 'accept' });
    expect(split.refusal({ type: 'proposeExtension', workingDays: 10, reason: 'many' }).code).toBe('second-extension');
  });

  test('is stopped by the same consultations, and bound by the same answers (REG 32)', () => {
    const life = applied();
    const consultationId = asked(life, 'askThirdParty', '2025-06-05', '2025-06-06');
    const open = takenOut(life, '2025-06-10');
    expect(open.ledger.finalDue).toBe(life.ledger.finalDue);
    expect(open.standing.clock).toBe('stopped');
    life.on('2025-06-11').take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    const split = takenOut(life, '2025-06-12');
    expect(split.ledger.finalDue).toBe(life.ledger.finalDue);
    expect(split.ledger.finalDue).not.toBe('2025-07-01');
    split.take({ type: 'accept' });
    split.take({ type: 'decideItem', itemId: 'item-1', ...GRANTED });
    split.take({ type: 'submitReview', itemId: 'item-1' });
    split.take({ type: 'passReview', itemId: 'item-1' });
    expect(split.refusal({ type: 'submitForApproval' })).toMatchObject({ code: 'third-party-refused' });
  });

  test('takes along the letters that are about its items, and leaves the case they came from free of them', () => {
    const life = acceptedOn('2025-06-03', ['a', 'b', 'c']);
    const consultationId = asked(life, 'askThirdParty', '2025-06-05', '2025-06-06');
    const other = asked(life, 'askSecrecyAuthority', '2025-06-09');
    const split = takenOut(life, '2025-06-10', [consultationId]);
    expect(split.now.file.consultations.map(({ id, elsewhereFrom }) => [id, elsewhereFrom])).toEqual([
      [consultationId, null],
      [other, '2025-06-10'],
    ]);
    life.take({ type: 'split', items: ['item-3'], consultations: [consultationId] });
    life.on('2025-06-12').take({ type: 'recordAnswer', consultationId: other, answer: 'agree' });
    expect(life.standing.clock).toBe('running');
    // Stopped together until the split, and after it by the letter that stayed.
    expect(life.ledger.finalDue).toBe('2025-07-08');
    for (const itemId of ['item-1', 'item-2']) {
      life.take({ type: 'decideItem', itemId, ...GRANTED });
      life.take({ type: 'submitReview', itemId });
      life.take({ type: 'passReview', itemId });
    }
    life.take({ type: 'submitForApproval' });
    expect(life.refusal({ type: 'split', items: ['item-1'], consultations: ['nobody'] }).code).toBe('step-not-permitted');
    expect(life.replayed()).toEqual(life.now);
  });

  test('goes by the payment of the fee, and asks for none that was only asked for', () => {
    const life = applied();
    feeAsked(life, '2025-06-09', '2025-06-10');
    expect(takenOut(life, '2025-06-11').ledger).toMatchObject({ clock: 'running', finalDue: '2025-07-01' });
    life.on('2025-06-12').take({ type: 'recordPayment', on: '2025-06-12', amount: 200 });
    expect(takenOut(life, '2025-06-13').ledger).toMatchObject({ restartedOn: '2025-06-12', finalDue: life.ledger.finalDue });
  });

  test('is decided anew by the same order', () => {
    const life = served(signed(applied(), '2025-06-10', []), '2025-06-11', '2025-06-12');
    life.on('2025-06-20').take({ type: 'recordReconsiderationCopy', track: 'ordinary' });
    const order = { result: 'annulled', actAnew: true, redoWorkingDays: 10 } as const;
    life.on('2025-08-01').take({ type: 'recordReconsiderationDecision', ...order });
    const split = takenOut(life, '2025-08-04');
    expect(split.ledger).toMatchObject({ receivedOn: '2025-08-01', finalDue: life.ledger.finalDue });
    expect(split.now.file.round).toMatchObject({ number: 2, order: life.now.file.round.order });
    expect(split.standing.light).toBe(life.standing.light);
  });
});

describe('one of several items', () => {
  test('is withdrawn: the rest is answered without it, and the last can only go with the whole', () => {
    const life = applied();
    life.take({ type: 'decideItem', itemId: 'item-1', ...GRANTED });
    life.on('2025-06-09').take({ type: 'withdrawItem', itemId: 'item-1', how: 'letter', on: '2025-06-06' });
    const { items, withdrawnItems } = life.now.file;
    expect([items.map(({ id }) => id), withdrawnItems]).toEqual([
      ['item-2'],
      [{ id: 'item-1', description: 'a', withdrawnOn: '2025-06-06' }],
    ]);
    expect(life.refusal({ type: 'withdrawItem', itemId: 'item-2', how: 'letter' })).toEqual({
      code: 'step-not-permitted',
      reason: 'last-item',
    });
    expect(life.steps().refused.find(({ type }) => type === 'withdrawItem')?.reason).toContain('withdraw');
    signed(life, '2025-06-10', [{ code: 'not_this_organ', reasons: 'x', otherOrgan: 'the tax office, 0571-0000' }]);
    // After the signature as after the approval: it is sent back first.
    expect(life.refusal({ type: 'withdrawItem', itemId: 'item-2', how: 'letter' })).toMatchObject({ reason: 'reply-approved' });
    life.take({
      type: 'dispatch',
      mode: 'ems',
      trackingNumber: 'EA000001837CN',
    });
    // Nothing was given, and what was withdrawn is not counted.
    expect(life.standing.outcome).toBe('not_this_organ');
    expect(life.replayed()).toEqual(life.now);
  });

  test('is withdrawn: who was asked about it alone is waited for no more, and has stopped the clock until then (REG 33(3))', () => {
    const life = applied();
    const about = (party: string, itemIds: readonly string[]): string =>
      idOf(life.take({ type: 'askThirdParty', party, itemIds }));
    const consultationId = about('Firm A', ['item-1']);
    life.on('2025-06-06').take({ type: 'recordService', consultationId, how: 'EMS' });
    life.on('2025-06-10').take({ type: 'withdrawItem', itemId: 'item-1', how: 'letter' });
    // Out on the 3rd, over on the 10th: five working days.
    expect(life.ledger).toMatchObject({ clock: 'running', finalDue: '2025-07-08', consultations: [{ closedOn: '2025-06-10' }] });
    expect(life.standing.light).toBe('green');
    expect(life.refusal({ type: 'recordAnswer', consultationId, answer: 'refuse' })).toEqual({
      code: 'step-not-permitted',
      reason: 'no-consultation-open',
    });
    expect(life.replayed()).toEqual(life.now);
  });

  test('is withdrawn: a letter of which nobody knows whether it arrived has stopped the clock as well; one about more is waited for', () => {
    const life = applied();
    life.take({ type: 'askThirdParty', party: 'Firm A', itemIds: ['item-1'] });
    life.on('2025-06-04').take({ type: 'askThirdParty', party: 'Firm B' });
    life.on('2025-06-10').take({ type: 'withdrawItem', itemId: 'item-1', how: 'letter', on: '2025-06-09' });
    expect(life.now.file.consultations.map(({ elsewhereFrom }) => elsewhereFrom)).toEqual(['2025-06-09', null]);
    expect(life.ledger.consultations[0]).toMatchObject({ closedOn: '2025-06-09', excludedWorkingDays: 4 });
  });

  test('is answered now and the other apart, by the same clock: one application in two parts', () => {
    const life = applied();
    const due = life.ledger.finalDue;
    life.take({ type: 'split', items: ['item-2'], inPart: true });
    expect(life.now.file).toMatchObject({ itemsApart: 1, partOf: null });
    signed(life, '2025-06-10', [GRANTED]).take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001848CN' });
    expect([life.standing.clock, life.standing.outcome]).toEqual(['ended', 'granted']);
    expect(takenOut(life, '2025-06-10').ledger).toMatchObject({ clock: 'running', finalDue: due });
  });
});
