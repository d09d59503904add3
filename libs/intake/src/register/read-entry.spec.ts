import { localDate } from '@gongkai/calendar';
import type { RegisterColumn } from '@gongkai/contracts';
import { readEntry } from './read-entry.js';

const COLUMNS = ['number', 'applicant', 'idNumber', 'kind', 'channel', 'receivedOn', 'content'] as const;
const columns = new Map<RegisterColumn, number>(COLUMNS.map((name, i) => [name, i]));

test.each([
  ['自然人', '110101 19900307 0015', '居民身份证'],
  ['自然人', 'E12345678', undefined],
  ['商业企业', '91440300708461163T', '统一社会信用代码'],
  ['商业企业', '440300123', undefined],
  ['自然人', '', undefined],
])('the number of a %s in an old register, %j, is of this document: %s', (kind, idNumber, idType) => {
  const cells = ['2025-001', '王大可', idNumber, kind, '平信', '2025-03-03', '2024年绿化养护合同'];
  const { problems, entry } = readEntry({ row: 2, cells }, columns, localDate('2026-06-24'));
  expect(problems).toEqual([]);
  expect(entry?.applicant.idType).toBe(idType);
});
