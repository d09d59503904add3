import type { JournalEntryView } from '@gongkai/contracts';
import { changesOf } from './changes-of.js';

const entry = (seq: number, type: string, fact: JournalEntryView['fact'] = {}): JournalEntryView =>
  ({ seq, id: String(seq), type, on: '2026-11-27', fact: { type, ...fact } }) as unknown as JournalEntryView;

/** As `field: before > after`, with the item where one is told. */
const told = (at: number, ...journal: readonly JournalEntryView[]): string[] =>
  changesOf(journal[at - 1] ?? entry(0, 'NOTED'), journal).map(
    ({ field, before, after, itemId }) => `${itemId ?? ''} ${field}: ${String(before)} > ${String(after)}`,
  );

test('an item decided anew: what is otherwise than before, in the same round, and what is said no more', () => {
  const first = entry(1, 'ITEM_DECIDED', { itemId: 'a', code: 'withheld', ground: 'secret', reasons: '商业秘密' });
  const other = entry(2, 'ITEM_DECIDED', { itemId: 'b', code: 'disclosed' });
  const anew = entry(3, 'ITEM_DECIDED', { itemId: 'a', code: 'withheld', reasons: '个人隐私' });
  expect(told(3, first, other, anew)).toEqual([' ground: secret > null', ' reasons: 商业秘密 > 个人隐私']);
  expect(told(1, first, other, anew)).toEqual([]);
  const round = entry(3, 'ROUND_ORDERED');
  expect(told(4, first, other, round, { ...anew, seq: 4 })).toEqual([]);
});

test('whoever holds a case has it from whoever held it last, whatever the step and the round; handed back, nobody', () => {
  const journal = [
    entry(1, 'CLAIMED', { assignee: 'a' }),
    entry(2, 'ROUND_ORDERED'),
    entry(3, 'ASSIGNED', { assignee: 'b' }),
    entry(4, 'HANDED_BACK', { assignee: null, reason: '回避' }),
  ];
  expect([1, 3, 4].map((at) => told(at, ...journal))).toEqual([[], [' assignee: a > b'], [' assignee: b > null']]);
});

test('a correction: what it says otherwise than was told until then; confirmed it says the same, put back the reverse', () => {
  const received = entry(1, 'APPLICATION_RECEIVED', {
    delivery: 'post',
    receipt: { channel: 'ordinary_mail', arrivedOn: '2026-11-03' },
  });
  const once = entry(2, 'FACT_CORRECTED', { entryId: '1', fields: { delivery: 'email' } });
  const again = entry(3, 'FACT_CORRECTED', {
    entryId: '1',
    fields: { delivery: 'portal', receipt: { channel: 'registered_mail', signedOn: '2026-11-04' } },
  });
  const journal = [
    received,
    once,
    again,
    entry(4, 'FACT_CONFIRMED', { entryId: '3' }),
    entry(5, 'FACT_RESTORED', { entryId: '3' }),
  ];
  const changed = [
    ' delivery: email > portal',
    ' channel: ordinary_mail > registered_mail',
    ' arrivedOn: 2026-11-03 > null',
    ' signedOn: null > 2026-11-04',
  ];
  expect(told(2, ...journal)).toEqual([' delivery: post > email']);
  expect([told(3, ...journal), told(4, ...journal)]).toEqual([changed, changed]);
  expect(told(5, ...journal)[0]).toBe(' delivery: portal > email');
  expect(changesOf(again, journal).map(({ inReceipt }) => inReceipt)).toEqual([false, true, true, true]);
});

test('a note that was corrected says what it said before', () => {
  const journal = [
    entry(1, 'NOTED', { text: '已电话联系' }),
    entry(2, 'FACT_CORRECTED', { entryId: '1', fields: { text: '已发函联系' } }),
  ];
  expect(told(2, ...journal)).toEqual([' text: 已电话联系 > 已发函联系']);
});

test('a draft that is submitted again after it was sent back: what became of each item since, and of its public attribute', () => {
  const journal = [
    entry(1, 'ITEM_DECIDED', { itemId: 'a', code: 'withheld', reasons: '一' }),
    entry(2, 'ITEM_DECIDED', { itemId: 'b', code: 'disclosed' }),
    entry(3, 'SUBMITTED_FOR_APPROVAL', { attribute: 'on_application' }),
    entry(4, 'SENT_BACK', { reason: '理由不充分' }),
    entry(5, 'ITEM_DECIDED', { itemId: 'a', code: 'withheld', reasons: '二' }),
    entry(6, 'ITEM_DECIDED', { itemId: 'a', code: 'partly_disclosed', reasons: '三' }),
    entry(7, 'SUBMITTED_FOR_APPROVAL', { attribute: 'public' }),
  ];
  expect(told(3, ...journal)).toEqual([]);
  expect(told(7, ...journal)).toEqual([
    'a code: withheld > partly_disclosed',
    'a reasons: 一 > 三',
    ' attribute: on_application > public',
  ]);
});

test('amounts, days and ticks: of a fee that is lifted, an extension that is approved shorter, a day set anew, a tick taken back', () => {
  const journal = [
    entry(1, 'FEE_NOTICE_MADE', { amount: 100, basis: 'per_item' }),
    entry(2, 'FEE_LIFTED', { reason: '减免' }),
    entry(3, 'EXTENSION_PROPOSED', { workingDays: 20, reason: '材料多' }),
    entry(4, 'EXTENSION', { workingDays: 10 }),
    entry(5, 'TICKED', { item: 'x', done: true }),
    entry(6, 'TICKED', { item: 'y', done: true }),
    entry(7, 'TICKED', { item: 'x', done: false }),
    entry(8, 'REVIEW_PASSED', { attribute: 'public' }),
    entry(9, 'REPLY_SIGNED', {}),
  ];
  const changed = journal.map((_, i) => told(i + 1, ...journal));
  expect(changed).toEqual([[], [' amount: 100 > null'], [], [' workingDays: 20 > 10'], [], [], [' done: true > false'], [], []]);
});
