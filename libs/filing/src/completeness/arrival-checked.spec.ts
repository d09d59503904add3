import { localDate } from '@gongkai/calendar';
import { envelopeChecked, identityChecked, receiptChecked, type Arrived } from './arrival-checked.js';

const DAY = localDate('2026-03-02');
const SETTLED = { receivedOn: DAY, rule: 'r', article: 'REG 31' };
const counter: Arrived['receipt'] = { channel: 'in_person', submittedOn: DAY, ...SETTLED };
const signed: Arrived['receipt'] = { channel: 'ems', signedOn: DAY, ...SETTLED };
const letter: Arrived['receipt'] = { channel: 'ordinary_mail', arrivedOn: DAY, confirmedOn: DAY, ...SETTLED };
const arrived = (change: Partial<Arrived>): Arrived => ({ receipt: counter, applicant: {}, cameIn: [], ...change });

test('what came by post has its envelope in the file; what came otherwise has none', () => {
  const kept = { cameIn: [{ id: 'e', name: 'scan.pdf' }] };
  expect(envelopeChecked(arrived({})).passed).toBe(true);
  expect([signed, letter].map((receipt) => envelopeChecked(arrived({ receipt, ...kept })).passed)).toEqual([false, false]);
  expect(envelopeChecked(arrived({ receipt: { ...signed, envelopeFileId: 'e' }, ...kept }))).toEqual({ passed: true, count: 1 });
  expect(envelopeChecked(arrived({ receipt: { ...signed, envelopeFileId: 'lost' } })).passed).toBe(false);
  expect(envelopeChecked(arrived({ receipt: letter, cameIn: [{ id: 'x', name: '信封.jpg' }] })).passed).toBe(true);
});

test('who applies is proven by the number on record, or by a copy that came in', () => {
  expect(identityChecked(arrived({ cameIn: [{ name: '申请表.pdf' }] })).passed).toBe(false);
  expect(identityChecked(arrived({ applicant: { idNumber: '****0015' } })).passed).toBe(true);
  expect(identityChecked(arrived({ cameIn: [{ name: '身份证复印件.pdf' }] }))).toEqual({ passed: true, count: 1 });
});

test('the day of receipt has its proof, by its channel', () => {
  const passed = (receipt: Arrived['receipt']): boolean => receiptChecked(arrived({ receipt })).passed;
  expect([counter, signed, letter].map(passed)).toEqual([true, false, false]);
  expect(
    [
      { ...signed, signedBy: '收发室' },
      { ...letter, confirmedHow: '电话' },
    ].map(passed),
  ).toEqual([true, true]);
  expect(passed({ ...letter, confirmedHow: '电话', receivedOn: null })).toBe(false);
});
