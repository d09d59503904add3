import { localDate } from '@gongkai/calendar';
import { lawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import type { PastRow } from './forecast-sql.js';
import { Lessons } from './lessons.js';

const { calendar } = lawShelf('config').lawOf('cn-ogi-711', localDate('2026-03-02'));
const day = localDate;

const reply = (repliedOn: string): PastRow => ({
  organ: 'bureau',
  received_on: day('2026-03-02'),
  replied_on: day(repliedOn),
  due: day('2026-03-30'),
  pace: {
    reached: [day('2026-03-02'), day('2026-03-03'), day(repliedOn), day(repliedOn), null, null],
    restartedOn: null,
    correctedOn: null,
    extendedOn: null,
    extendedBy: 0,
    pauses: [],
  },
});

const of = (organId: string, seesBelow = false) => ({ organId, seesBelow }) as Person;

/** Past cases as a database has them, and how often they were read. */
function archive() {
  const rows = [reply('2026-03-20')];
  const kept = { rows, read: 0, print: () => Promise.resolve(rows.map((row) => row.replied_on).join()) };
  return {
    ...kept,
    past: { print: kept.print, read: () => Promise.resolve(((kept.read += 1), [...rows].reverse())) },
    times: () => kept.read,
  };
}

test('what was learnt is kept as long as nothing changes of what it was learnt from', async () => {
  const [lessons, { rows, past, times }] = [new Lessons(), archive()];
  const first = await lessons.of(of('bureau'), calendar, past);
  expect(await lessons.of(of('bureau'), calendar, past)).toBe(first);
  expect([times(), first.model.learnt.cases, first.since]).toEqual([1, 1, '2026-03-20']);
  rows.push(reply('2026-03-24'));
  const second = await lessons.of(of('bureau'), calendar, past);
  expect([times(), second.model.learnt.cases]).toEqual([2, 2]);
  rows[1] = reply('2026-04-02');
  expect((await lessons.of(of('bureau'), calendar, past)).model.learnt).toEqual({ cases: 2, late: 1 });
});

test('whoever sees others learns from others, and with another calendar everything is learnt anew', async () => {
  const [lessons, { past, times }] = [new Lessons(), archive()];
  const first = await lessons.of(of('district'), calendar, past);
  expect(await lessons.of(of('district', true), calendar, past)).not.toBe(first);
  const { calendar: another } = lawShelf('config').lawOf('cn-ogi-711', day('2026-03-02'));
  expect((await lessons.of(of('district'), another, past)).calendar).toBe(another);
  expect(times()).toBe(3);
});

test('of a hundred sights the one that was learnt first gives way', async () => {
  const [lessons, { past, times }] = [new Lessons(), archive()];
  for (let organ = 0; organ <= 100; organ += 1) await lessons.of(of(`organ ${organ}`), calendar, past);
  await lessons.of(of('organ 100'), calendar, past);
  expect(times()).toBe(101);
  await lessons.of(of('organ 0'), calendar, past);
  expect(times()).toBe(102);
});
