import { localDate } from '@gongkai/calendar';
import { lawShelf, type LawShelf } from '@gongkai/casework';
import type { RegisterColumn } from '@gongkai/contracts';
import { readEntry } from './read-entry.js';
import { rehearse } from './rehearsal.js';
import { scriptOf } from './script.js';

const shelf = lawShelf('config');
const chain = { steps: ['unit_head', 'office_director', 'leader'] as const, onePerson: false };
/** Where every reply goes to a legal reviewer and up three steps today. */
const strict: LawShelf = {
  ...shelf,
  lawOf: (id, on) => ({
    ...shelf.lawOf(id, on),
    approvals: {
      id: 'strict',
      chains: { long: { ...chain, steps: [...chain.steps] } },
      uses: [{ chain: 'long' }],
      legalReviews: [{}],
    },
  }),
};

const COLUMNS = [
  'number',
  'applicant',
  'kind',
  'channel',
  'receivedOn',
  'content',
  'repliedOn',
  'outcome',
  'dispatchMode',
] as const;
const columns = new Map<RegisterColumn, number>(COLUMNS.map((name, i) => [name, i]));

test('what was refused on paper went up no chain of today, and to no legal reviewer', async () => {
  const cells = ['2025-001', '王大可', '自然人', '当面', '2025-03-03', '绿化养护合同', '2025-03-20', '信息不存在', '邮寄'];
  const { entry, problems } = readEntry({ row: 2, cells }, columns, localDate('2026-06-24'));
  expect(problems).toEqual([]);
  if (entry === null) throw new Error('it was read');
  const script = scriptOf(entry, shelf.lawOf(shelf.statute, localDate('2025-03-03')).grounds);
  expect(await rehearse(script, strict, 'en')).toEqual({ problem: null, leftOut: [] });
});
