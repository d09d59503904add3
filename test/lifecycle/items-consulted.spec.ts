import { givenOutOver, takenAlong, type FactOf } from '@gongkai/lifecycle';
import { unheededRefusals } from '../../libs/lifecycle/src/third-parties.js';
import { idOf, type Life, type StepInput } from '../support/life.js';
import { acceptedOn, ALREADY_PUBLIC, FOUND, GRANTED, served, type Decided } from '../support/roads.js';

const WITHHELD: Decided = {
  ...{ code: 'refused', ground: 'third_party_rights', article: 'REG 15', reasons: 'a business secret' },
  ...FOUND,
};
const SUBMIT = { type: 'submitForApproval' } as const;

/** A letter about some items, sent and served. */
function letter(life: Life, party: string, itemIds: readonly string[], type: StepInput['type'] = 'askThirdParty'): string {
  const consultationId = idOf(life.take({ type, party, itemIds }));
  life.take({ type: 'recordService', consultationId, how: 'EMS' });
  return consultationId;
}

function decided(life: Life, itemId: string, decision: Decided): void {
  life.take({ type: 'decideItem', itemId, ...decision });
  if (!decision.code.includes('granted')) return;
  life.take({ type: 'submitReview', itemId });
  life.take({ type: 'passReview', itemId });
}

/** Two firms, asked about an item each, and both refuse. */
function bothRefuse(): { life: Life; one: string; other: string } {
  const life = acceptedOn('2026-03-02', ['a', 'b', 'c']);
  const [one, other] = [letter(life, 'Firm A', ['item-1']), letter(life, 'Firm B', ['item-2'])];
  for (const consultationId of [one, other])
    life.take({ type: 'recordAnswer', consultationId, answer: 'refuse', grounds: 'a secret' });
  decided(life, 'item-3', GRANTED);
  return { life, one, other };
}

describe('what a letter is about', () => {
  test('is told, and is there; where nobody says it, all of it', () => {
    const life = acceptedOn('2026-03-02', ['a', 'b']);
    const ask = { type: 'askThirdParty', party: 'Firm A' } as const;
    expect(life.refusal({ ...ask, itemIds: ['item-2', 'item-9'] }).fields).toEqual(['itemIds.1 unknown-item']);
    life.take({ ...ask, itemIds: ['item-2', 'item-2'] });
    expect(life.now.file.consultations).toMatchObject([{ itemIds: ['item-2'] }]);
    life.take({ ...ask, party: 'Firm B' });
    expect(life.now.file.consultations[1]).toMatchObject({ itemIds: ['item-1', 'item-2'] });
    expect(life.replayed()).toEqual(life.now);
  });

  test('is everything where an older journal does not say', () => {
    const life = acceptedOn('2026-03-02', ['a', 'b']);
    letter(life, 'Firm A', ['item-1']);
    const entry = life.journal.find(({ fact }) => fact.type === 'CONSULTATION');
    const { itemIds: _, ...fact } = (entry as { fact: { itemIds: unknown } }).fact;
    Object.assign(entry as object, { fact });
    expect(life.replayed().file.consultations).toMatchObject([{ itemIds: ['item-1', 'item-2'] }]);
  });
});

describe('of two firms that refuse (REG 15, 32)', () => {
  test('what is withheld for one gives out nothing of the other', () => {
    const { life, one, other } = bothRefuse();
    decided(life, 'item-1', WITHHELD);
    decided(life, 'item-2', GRANTED);
    expect(life.refusal(SUBMIT)).toEqual({ code: 'third-party-refused', article: 'REG 32' });
    expect([one, other].map((id) => givenOutOver(id, life.now.file, life.ledger))).toEqual([[], ['item-2']]);
    decided(life, 'item-2', WITHHELD);
    expect(givenOutOver(other, life.now.file, life.ledger)).toEqual([]);
    life.take(SUBMIT);
  });

  test('the public interest found for one says nothing of the other, and each has its notice', () => {
    const { life, one, other } = bothRefuse();
    decided(life, 'item-1', GRANTED);
    decided(life, 'item-2', GRANTED);
    life.take({ type: 'overrideThirdParty', consultationId: one, publicInterest: 'safety' });
    expect(life.refusal(SUBMIT).code).toBe('third-party-refused');
    life.take({ type: 'overrideThirdParty', consultationId: other, publicInterest: 'safety' });
    for (const type of ['submitForApproval', 'approve', 'signReply'] as const) life.take({ type });
    const notices = life.now.file.notices.filter(({ kind }) => kind === 'third_party_disclosure');
    for (const { id } of notices) {
      expect(life.refusal({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001397CN' }).code).toBe('third-party-untold');
      life.take({ type: 'dispatchNotice', noticeId: id, mode: 'ems', trackingNumber: 'EA000001408CN' });
    }
    served(life, '2026-03-02', '2026-03-03');
  });

  test('one that was asked about two items is set aside for one of them; only what is given out is told', () => {
    const life = acceptedOn('2026-03-02', ['a', 'b']);
    const consultationId = letter(life, 'Firm A', ['item-1', 'item-2']);
    life.take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    decided(life, 'item-1', GRANTED);
    decided(life, 'item-2', GRANTED);
    const override = { type: 'overrideThirdParty', consultationId, publicInterest: 'safety' } as const;
    life.take({ ...override, itemIds: ['item-1'] });
    expect(life.refusal(SUBMIT).code).toBe('third-party-refused');
    expect(life.refusal({ ...override, itemIds: ['item-1'] }).fields).toEqual(['itemIds.0 unknown-item']);
    decided(life, 'item-2', WITHHELD);
    life.take(SUBMIT);
  });

  test('who agrees in part refuses the rest: it is kept back for their sake, or set aside', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = letter(life, 'Firm A', ['item-1']);
    life.take({ type: 'recordAnswer', consultationId, answer: 'agree_in_part', grounds: 'not the prices' });
    decided(life, 'item-1', GRANTED);
    expect(life.refusal(SUBMIT)).toEqual({ code: 'third-party-refused', article: 'REG 32' });
    decided(life, 'item-1', { ...WITHHELD, code: 'partly_granted', fileIds: ['hash-2'] });
    life.take(SUBMIT);
    life.take({ type: 'sendBack', reason: 'all of it' });
    decided(life, 'item-1', GRANTED);
    life.take({ type: 'overrideThirdParty', consultationId, publicInterest: 'safety' });
    life.take(SUBMIT);
  });

  test('what was refused in the round before goes along with the item that is taken out', () => {
    const { life, one, other } = bothRefuse();
    decided(life, 'item-1', WITHHELD);
    decided(life, 'item-2', WITHHELD);
    for (const type of ['submitForApproval', 'approve', 'signReply'] as const) life.take({ type });
    served(life, '2026-03-03', '2026-03-04');
    life.on('2026-04-20').take({ type: 'recordReconsiderationCopy' });
    life.take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
    const before = life.now.file;
    const { fact } = life.take({ type: 'split', items: ['item-2'], consultations: [] });
    const { inherited } = takenAlong(before, fact as FactOf<'SPLIT'>, life.today);
    expect(inherited.consultations.map(({ id, elsewhereFrom }) => [id, elsewhereFrom])).toEqual([
      [one, life.today],
      [other, null],
    ]);
    const file = { ...before, ...inherited, round: { ...before.round, ...inherited.round }, items: before.items.slice(1, 2) };
    expect(unheededRefusals(file, life.ledger).map(({ letter: { id } }) => id)).toEqual([other]);
  });

  test('a letter of the round before gives way, for the items that were asked about again', () => {
    const { life, one } = bothRefuse();
    decided(life, 'item-1', WITHHELD);
    decided(life, 'item-2', WITHHELD);
    for (const type of ['submitForApproval', 'approve', 'signReply'] as const) life.take({ type });
    served(life, '2026-03-03', '2026-03-04');
    life.on('2026-04-20').take({ type: 'recordReconsiderationCopy' });
    life.take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
    const again = letter(life, 'Firm A', ['item-3']);
    life.take({ type: 'recordAnswer', consultationId: again, answer: 'agree' });
    for (const id of ['item-1', 'item-3']) decided(life, id, GRANTED);
    decided(life, 'item-2', WITHHELD);
    expect(life.refusal(SUBMIT).code).toBe('third-party-refused');
    life.take({ type: 'overrideThirdParty', consultationId: one, publicInterest: 'safety' });
    life.take(SUBMIT);
  });
});

test('the no of an authority binds the items it was asked about (REG 17(3))', () => {
  const life = acceptedOn('2026-03-02', ['a', 'b']);
  const consultationId = letter(life, 'the bureau', ['item-2'], 'askSecrecyAuthority');
  life.take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
  decided(life, 'item-1', { ...WITHHELD, ground: 'state_secret', article: 'REG 14' });
  decided(life, 'item-2', GRANTED);
  expect(life.refusal(SUBMIT)).toEqual({ code: 'authority-refused', article: 'REG 17(3)' });
  decided(life, 'item-1', GRANTED);
  decided(life, 'item-2', { ...WITHHELD, ground: 'state_secret', article: 'REG 14' });
  life.take(SUBMIT);
});

describe('an organ that can still answer', () => {
  test.each([
    ['askJointProducer', 'REG 34'],
    ['askOtherOrgan', 'REG 11'],
  ] as const)('%s: is waited for with what it was asked about, until its period is over', (type, article) => {
    const life = acceptedOn('2026-03-02', ['a', 'b']);
    letter(life, 'the bureau', ['item-2'], type);
    decided(life, 'item-1', GRANTED);
    decided(life, 'item-2', GRANTED);
    expect(life.refusal(SUBMIT)).toEqual({ code: 'organ-open', article });
    decided(life, 'item-2', ALREADY_PUBLIC);
    life.take(SUBMIT);
    life.take({ type: 'sendBack', reason: 'give it out' });
    decided(life.on('2026-03-23'), 'item-2', GRANTED);
    expect(life.refusal(SUBMIT).code).toBe('organ-open');
    life.on('2026-03-24').take(SUBMIT);
  });

  test('and its no is weighed, not obeyed', () => {
    const life = acceptedOn('2026-03-02');
    const consultationId = letter(life, 'the bureau', ['item-1'], 'askJointProducer');
    life.take({ type: 'recordAnswer', consultationId, answer: 'refuse' });
    decided(life, 'item-1', GRANTED);
    life.take(SUBMIT);
  });
});

test('a case that is taken out takes along the letters about its items, and frees the other of those about them alone', () => {
  const life = acceptedOn('2026-03-02', ['a', 'b', 'c']);
  const mine = letter(life, 'Firm A', ['item-1']);
  letter(life, 'Firm B', ['item-1', 'item-2']);
  const theirs = letter(life, 'Firm C', ['item-2']);
  const before = life.now.file;
  const { fact } = life.take({ type: 'split', items: ['item-2'] });
  const free = (file: { consultations: readonly { id: string; elsewhereFrom: unknown }[] }): readonly string[] =>
    file.consultations.filter(({ elsewhereFrom }) => elsewhereFrom !== null).map(({ id }) => id);
  expect(free(life.now.file)).toEqual([theirs]);
  expect(free(takenAlong(before, fact as FactOf<'SPLIT'>, life.today).inherited)).toEqual([mine]);
});
