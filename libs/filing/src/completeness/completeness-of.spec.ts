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
const aCase = (more: Partial<Case> = {}): Case => ({
  ...{ notices: [], items: [], remedies: [], inapplicable: [], applicant: { idNumber: '****0015' } },
  receipt: { channel: 'in_person', submittedOn: POSTED, receivedOn: POSTED, rule: 'r', article: 'REG 31(1)' },
  ...more,
});

const file = (entry: number) => ({ type: 'file' as const, entry });
const journal = ['APPLICATION_RECEIVED', 'REPLY_SIGNED', 'RECEIPT_CONFIRMED', 'ITEM_DECIDED', 'NOTED', 'NOTED'].map(
  (type, i) => ({
    seq: i + 1,
    type,
    fact: { type, ...(i === 4 ? { cameIn: true } : {}) },
  }),
);

const check = (name: string, of: Case, papers: Parameters<typeof completenessOf>[1] = [file(1)]) =>
  completenessOf(of, papers, journal).items.find((item) => item.check === name);

describe('the application itself', () => {
  test('a notice and what is released are no original of it', () => {
    expect(check('files', aCase(), [{ type: 'notice' }, file(2), file(4)])).toMatchObject({ passed: false, count: 0, others: 2 });
  });

  test('what came with it is, and what a note says that it came in; what else was put to a note is internal material', () => {
    expect(check('files', aCase(), [file(1), file(5), file(4)])).toMatchObject({ passed: true, count: 2, others: 1 });
    expect(check('files', aCase(), [file(6)])).toMatchObject({ passed: false, count: 0, others: 1 });
  });
});

test('a document of which no copy lies in the folder is missing, and who can bring one is told', () => {
  const of = aCase({ notices: [notice('n'), notice('m', { stamped: ['scan'] })] });
  const made = (fileIds: string[]) => [{ seq: 1, type: 'REPLY_SIGNED', fact: { noticeId: 'n', fileIds } }];
  const proof = { seq: 2, type: 'NOTICE_SERVED', fact: { noticeId: 'n', fileIds: ['slip'] } };
  const found = (entries: Parameters<typeof completenessOf>[2]) =>
    completenessOf(of, [file(1)], entries).items.find((item) => item.check === 'papers');
  expect(found([...made([]), proof])).toMatchObject({
    passed: false,
    papers: [{ id: 'n' }],
    suppliedBy: ['caseworker', 'clerk'],
  });
  expect(found(made(['pdf']))).toMatchObject({ passed: true, papers: [] });
});

test('an answer of which the paper is nowhere is missing, and the search for what is said not to exist', () => {
  const answered = { seq: 7, type: 'CONSULTATION_ANSWERED' };
  const later = { seq: 9, type: 'NOTED' };
  const found = (papers: Parameters<typeof completenessOf>[1]) =>
    completenessOf(aCase(), papers, [answered, later]).items.find((item) => item.check === 'answers');
  expect(found([file(5)])).toMatchObject({ passed: false, count: 1 });
  expect([found([file(7)]), found([file(9)])]).toMatchObject([{ passed: true }, { passed: true }]);
  const decision = { code: 'not_existing' } as CaseView['items'][number]['decision'];
  const item = { ...{ id: 'i', description: 'i', fileIds: [], remedy: null, reportRow: null, review: null }, decision };
  expect(check('search', aCase({ items: [item] }))).toMatchObject({ passed: false, count: 0 });
});

test('what was made and not sent is missing, and what was sent and not served', () => {
  const of = aCase({ notices: [notice('made', { dispatchedOn: null, servedOn: null }), notice('out', { servedOn: null })] });
  expect(check('sent', of)).toMatchObject({ passed: false, count: 2, papers: [{ id: 'made' }], suppliedBy: ['caseworker'] });
  expect(check('served', of)).toMatchObject({ passed: false, count: 1, papers: [{ id: 'out' }] });
  expect(check('served', of)?.suppliedBy).toEqual(['clerk', 'caseworker']);
});

test('what a document lacks to prove its delivery is told, also where no original is kept here', () => {
  const missed = (lacks: DeliveryLack[], papers = [file(1)]) =>
    check('proven', aCase({ notices: [notice('n', { lacks })] }), papers)?.papers.map((one) => one.lacks);
  expect(missed(['tracking-number', 'paper'])).toEqual([['tracking-number', 'paper']]);
  expect(missed(['tracking-number', 'paper'], [])).toEqual([['tracking-number', 'paper']]);
  expect(missed(['mode'])).toEqual([['mode']]);
  expect(missed([])).toEqual([]);
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

test('a remedy that can still be brought stops the filing where the office waits for it, until its last day', () => {
  const awaited = { until: localDate('2026-05-09'), provisional: false };
  const { items } = completenessOf(aCase(), [file(1)], journal, awaited);
  expect(items.at(-1)).toMatchObject({ check: 'remedies', passed: false, count: 0, blocks: true, awaited });
  expect(check('remedies', aCase())).not.toHaveProperty('awaited');
});

test('what does not apply passes with its reason, and is no excuse for what the law wants of every case', () => {
  const said = { reason: '申请人当场出示后取回', by: 'archivist', on: SIGNED };
  const marked = { applicant: {}, inapplicable: [{ line: 'identity' as const, ...said }] };
  expect(check('identity', aCase({ applicant: {} }))).toMatchObject({ passed: false });
  expect(check('identity', aCase(marked))).toMatchObject({ passed: true, inapplicable: said });
  expect(check('identity', aCase({ ...marked, applicant: { idNumber: '1' } }))).not.toHaveProperty('inapplicable');
  expect(check('files', aCase(marked), [])).toMatchObject({ passed: false });
});

test('a whole case misses nothing', () => {
  const of = aCase({ notices: [notice('n')] });
  const signed = { seq: 2, type: 'REPLY_SIGNED', fact: { noticeId: 'n', fileIds: ['pdf'] } };
  expect(
    completenessOf(of, [file(1)], [...journal.filter(({ seq }) => seq !== 2), signed]).items.every(({ passed }) => passed),
  ).toBe(true);
});
