import type { CaseRow } from '@gongkai/contracts';
import { fitsRegister, registerFilter } from './register-filter.js';

const ROWS = [
  { number: '1号', channel: 'fax', state: 'accepted', voided: false, applicantName: '沈致远', subject: '拆除台账' },
  { number: '2号', channel: 'fax', state: 'closed', voided: true, applicantName: '沈致远', subject: '拆除台账' },
  { number: '3号', channel: 'web', state: 'closed', voided: false, applicantName: 'ACME', subject: '预算' },
] as unknown as readonly CaseRow[];

test.each([
  ['everything', registerFilter(''), '1号 2号 3号'],
  ['a channel', registerFilter('', 'fax,ems'), '1号 2号'],
  ['a state, without what was voided in it', registerFilter('', '', 'closed'), '3号'],
  ['what was voided', registerFilter('', '', 'voided'), '2号'],
  ['a text, in small letters, and a channel', registerFilter(' acme', 'web'), '3号'],
  ['two things that no number has', registerFilter('预算', 'fax'), ''],
  ['what no filter knows is no filter', registerFilter('', 'pigeon', 'lost'), '1号 2号 3号'],
])('the register of %s', (_, filter, numbers) => {
  expect(
    ROWS.filter((row) => fitsRegister(row, filter))
      .map(({ number }) => number)
      .join(' '),
  ).toBe(numbers);
});
