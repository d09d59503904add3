import { localDate } from '@gongkai/calendar';
import type { CaseView, DeliveryLack } from '@gongkai/contracts';
import { completenessOf } from './completeness-of.js';

type Case = Parameters<typeof completenessOf>[0];
type Notice = CaseView['notices'][number];
const [POSTED, SIGNED] = [localDate('2026-03-02'), localDate('2026-03-04')];

const notice = (id: string, more: Partial<Notice> = {}): Notice => ({
  ...{ id, kind: 'reply', number: null, round: 1, madeOn: POSTED, dispatchedOn: POSTED, servedOn: SIGNED, mode: 'ems' },
  ...{ attempts: [], proofs: [], stamped: [], owed: null, lacks: [] },
  ...more,
});
const aCase = (more: Partial<Case> = {}): Case => ({ notices: [], items: [], remedies: [], ...more });

const file = (entry: number) => ({ type: 'file' as const, entry });
const journal = ['APPLICATION_RECEIVED', 'REPLY_SIGNED', 'RECEIPT_CONFIRMED', 'ITEM_DECIDED', 'NOTED'].map((type, i) => ({
  seq: i + 1,
  type,
}));

const check = (name: string, of: Case, papers: Parameters<typeof completenessOf>[1] = [file(1)]) =>
  completenessOf(of, papers, journal).items.find((item) => item.check === name);

describe('the application itself', () => {
  test('a notice and what is released are no original of it', () => {
    expect(check('files', aCase(), [{ type: 'notice' }, file(2), file(4)])).toMatchObject({ passed: false, count: 0, others: 2 });
  });

  test('what came with it is, and what was added by a note', () => {
    expect(check('files', aCase(), [file(1), file(5), file(4)])).toMatchObject({ passed: true, count: 2, others: 1 });
  });
});

test('what was made and not sent is missing, and what was sent and not served', () => {
  const of = aCase({ notices: [notice('made', { dispatchedOn: null, servedOn: null }), notice('out', { servedOn: null })] });
  expect(check('sent', of)).toMatchObject({ passed: false, count: 2, papers: [{ id: 'made' }], suppliedBy: ['caseworker'] });
  expect(check('served', of)).toMatchObject({ passed: false, count: 1, papers: [{ id: 'out' }] });
  expect(check('served', of)?.suppliedBy).toEqual(['clerk', 'caseworker']);
});

test('proofs are missed of a known way, and their scans where the originals are kept here', () => {
  const missed = (lacks: DeliveryLack[], papers = [file(1)]) =>
    check('proven', aCase({ notices: [notice('n', { lacks })] }), papers)?.papers.map((one) => one.lacks);
  expect(missed(['tracking-number', 'paper'])).toEqual([['tracking-number', 'paper']]);
  expect(missed(['tracking-number', 'paper'], [])).toEqual([['tracking-number']]);
  expect(missed(['mode'])).toEqual([]);
});

test('a review that has not passed is missing; an open remedy alone stops the filing', () => {
  const review = { status: 'pending' as const, fileIds: [], submittedBy: 'w' };
  const item = { id: 'i', description: 'i', decision: null, fileIds: [], remedy: null, reportRow: null };
  const remedy = { id: 'r', kind: 'complaint', openedOn: POSTED, track: null, acceptedOn: null, answeredOn: null } as const;
  const of = aCase({ items: [{ ...item, review }], remedies: [{ ...remedy, closedOn: null, result: null }] });
  expect(check('reviewed', of)).toMatchObject({ passed: false, count: 1, blocks: false, suppliedBy: ['reviewer'] });
  expect(check('remedies', of)).toMatchObject({ passed: false, count: 1, blocks: true });
  expect(
    completenessOf(of, [], journal)
      .items.filter(({ blocks }) => blocks)
      .map((one) => one.check),
  ).toEqual(['remedies']);
});

test('a whole case misses nothing', () => {
  const of = aCase({ notices: [notice('n')] });
  expect(completenessOf(of, [file(1)], journal).items.every(({ passed }) => passed)).toBe(true);
});
