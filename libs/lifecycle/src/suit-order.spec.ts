import { localDate, type LocalDate } from '@gongkai/calendar';
import { readGrounds } from '@gongkai/platform';
import type { CaseFile, CaseRemedy } from './case-file.js';
import { suitOrder } from './suit-order.js';

const grounds = readGrounds('config');
const day = (text: string): LocalDate => localDate(text);
const ON = day('2026-06-01');

type Part = Pick<CaseFile, 'remedies' | 'round' | 'items'>;
type Told = {
  readonly codes?: readonly string[];
  readonly remedies?: readonly Partial<CaseRemedy>[];
  readonly sentOn?: string | null;
};
function fileWith({ codes = ['refused'], remedies = [], sentOn = '2026-04-01' }: Told): Part {
  const items = codes.map((code) => ({
    decision: { code, ground: code === 'refused' ? 'state_secret' : null, decidedOn: day('2026-03-30') },
  }));
  const reply = { dispatchedOn: sentOn === null ? null : day(sentOn) };
  return { items, remedies, round: { reply } } as unknown as Part;
}
const reconsidered = (openedOn: string, closedOn: string | null) => ({
  ...{ kind: 'reconsideration' as const, openedOn: day(openedOn) },
  closedOn: closedOn === null ? null : day(closedOn),
});

test.each<[string, Told, boolean | undefined, string | null]>([
  ['an organ still reconsiders', { remedies: [reconsidered('2026-05-01', null)] }, undefined, 'while_reconsidered'],
  ['it decided only later', { remedies: [reconsidered('2026-05-01', '2026-06-10')] }, undefined, 'while_reconsidered'],
  ['its period ran out', { remedies: [reconsidered('2026-05-01', null)] }, true, null],
  ['it has decided', { remedies: [reconsidered('2026-05-01', '2026-05-20')] }, undefined, null],
  ['nothing was reconsidered, and it had to be', {}, undefined, 'reconsideration_first'],
  [
    'what was reconsidered was an earlier reply',
    { remedies: [reconsidered('2026-02-01', '2026-03-01')] },
    undefined,
    'reconsideration_first',
  ],
  ['one of the decisions can be sued over at once', { codes: ['refused', 'not_existing'] }, undefined, null],
  ['no reply was sent', { sentOn: null }, undefined, null],
])('a suit where %s', (_, told, afterReconsideration, order) => {
  expect(suitOrder(fileWith(told), { on: ON, afterReconsideration }, grounds)).toBe(order);
});
