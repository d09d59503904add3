import { Life } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { acceptedOn, GRANTED, REFUSED, served, signed } from '../support/roads.js';

/** One item is given, one withheld; the reply left on 9 March 2026. */
const answered = (): Life =>
  served(signed(acceptedOn('2026-03-02', ['a', 'b']), '2026-03-06', [GRANTED, REFUSED]), '2026-03-09', '2026-03-11');

/** What of it somebody is reminded of, beside its clock. */
function watched(life: Life): string[] {
  const ours = life.watched.filter(({ deadline }) => /^(promotion|withholding)/.test(deadline));
  return ours.map(({ deadline, due, about }) => `${deadline} ${due} ${about ?? ''}`.trim()).sort();
}
const REVIEW = 'withholdingReviewDue 2027-03-09 item-2';

describe('publishing what was asked for (REG 44)', () => {
  test('who suggests it for the office decides it: it is due within 20 working days, until it is published', () => {
    const life = answered().on('2026-03-16');
    expect(life.refusal({ type: 'publish' })).toEqual({ code: 'step-not-permitted', reason: 'not-suggested', article: 'REG 44' });
    life.take({ type: 'suggestPublication', reason: 'the third request for it' });
    expect(watched(life)).toEqual(['promotionDue 2026-04-14', REVIEW]);
    life.on('2026-03-20').take({ type: 'publish', address: 'https://example.org/1' });
    expect(life.refusal({ type: 'suggestPublication' })).toMatchObject({ reason: 'already-published' });
    expect(watched(life)).toEqual([REVIEW]);
    expect(life.refusal({ type: 'declinePublication', reason: 'late' })).toMatchObject({ reason: 'not-suggested' });
  });

  test('nothing is published of what is not answered yet, or was answered with nothing', () => {
    const open = new Life(atCounter('2026-03-02'));
    open.take({ type: 'suggestPublication' });
    expect(open.refusal({ type: 'publish' })).toMatchObject({ code: 'not-answered-openly', article: 'REG 44' });
    const refused = served(signed(acceptedOn('2026-03-02'), '2026-03-06', [REFUSED]), '2026-03-09', '2026-03-11');
    refused.on('2026-03-12').take({ type: 'suggestPublication' });
    expect(refused.refusal({ type: 'publish' })).toMatchObject({ code: 'not-answered-openly' });
    refused.on('2026-09-01').take({ type: 'reviewWithholding', itemId: 'item-1', result: 'public', reason: 'it is over' });
    refused.take({ type: 'publish' });
  });

  test("an applicant's suggestion waits: nothing is due before the office decides", () => {
    const life = answered().on('2026-03-12');
    life.take({ type: 'suggestPublication', byApplicant: true });
    expect(watched(life)).toEqual([REVIEW]);
    life.on('2026-03-16').take({ type: 'suggestPublication' });
    expect(watched(life)).toEqual(['promotionDue 2026-04-14', REVIEW]);
    expect(life.now.file.promotion).toMatchObject({ byApplicant: true, suggestedOn: '2026-03-12', decidedOn: '2026-03-16' });
  });

  test('what is suggested while applying waits from the arrival, and is answered in the same way', () => {
    const life = new Life(atCounter('2026-03-02'), { suggestion: { reason: 'asked by many' } });
    const waiting = { byApplicant: true, suggestedOn: '2026-03-02', decidedOn: null };
    expect(life.now.file).toMatchObject({ publication: 'suggested', promotion: waiting });
    expect(watched(life)).toEqual([]);
    life.on('2026-03-05').take({ type: 'suggestPublication' });
    expect(life.now.file.promotion).toEqual({ ...waiting, decidedOn: '2026-03-05', publishedOn: null, declined: null });
  });

  test('it is declined for a reason, also after it was decided; then it may be suggested again', () => {
    const life = answered().on('2026-03-16');
    expect(life.refusal({ type: 'declinePublication', reason: 'x' })).toMatchObject({
      reason: 'not-suggested',
      article: 'REG 44',
    });
    life.take({ type: 'suggestPublication' });
    life.take({ type: 'declinePublication', reason: 'of interest to one person' });
    expect(watched(life)).toEqual([REVIEW]);
    expect(life.now.file).toMatchObject({
      publication: 'none',
      promotion: { decidedOn: null, declined: { on: '2026-03-16', reason: 'of interest to one person' } },
    });
    life.on('2026-03-17').take({ type: 'suggestPublication' });
    expect(life.now.file.promotion).toMatchObject({ decidedOn: '2026-03-17', declined: null });
  });
});

describe('assessing anew what was withheld (REG 18)', () => {
  const assess = { type: 'reviewWithholding', itemId: 'item-2', reason: 'the project goes on' } as const;

  test('what stays withheld is assessed again after a year, counted from the assessment', () => {
    const life = answered().on('2027-03-01');
    life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
    life.take({ ...assess, result: 'withheld' });
    expect(watched(life)).toEqual(['withholdingReviewDue 2028-03-01 item-2']);
    life.take({ ...assess, result: 'partly' });
    expect(watched(life)).toEqual(['promotionDue 2027-03-29', 'withholdingReviewDue 2028-03-01 item-2']);
  });

  test('what can be public is to be published, and withheld no more', () => {
    const life = answered().on('2026-09-01');
    expect(life.refusal({ ...assess, result: 'public', itemId: 'item-1' })).toMatchObject({ fields: ['itemId unknown-item'] });
    expect(life.refusal({ ...assess, result: 'public', on: '2026-03-08' })).toMatchObject({
      fields: ['on before-earlier-fact'],
    });
    life.take({ ...assess, result: 'public' });
    expect(watched(life)).toEqual(['promotionDue 2026-09-29']);
    expect(life.refusal({ ...assess, result: 'public' })).toEqual({
      ...{ code: 'step-not-permitted', reason: 'nothing-withheld', article: 'REG 18' },
    });
  });

  test('there is nothing to assess before the reply is out', () => {
    expect(acceptedOn('2026-03-02').refusal({ ...assess, result: 'public' })).toMatchObject({ reason: 'nothing-withheld' });
  });
});
