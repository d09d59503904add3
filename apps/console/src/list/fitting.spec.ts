import type { ColumnName } from './case-columns.js';
import { fitting, roomFor } from './fitting.js';

const DESK: readonly ColumnName[] = ['left', 'due', 'used', 'number', 'subject', 'link', 'turn', 'next'];
/** As wide as in English, beside what is new. */
const WIDTHS: Readonly<Partial<Record<ColumnName, number>>> = {
  left: 108,
  due: 116,
  used: 134,
  number: 66,
  link: 156,
  turn: 158,
  next: 158,
};
const fit = (room: number): readonly ColumnName[] => fitting(DESK, (name) => WIDTHS[name], room);

test('where there is room, every column is shown', () => expect(fit(1200)).toEqual(DESK));

test('on an office screen the five links give way, so that what is asked for can be read', () => {
  expect(fit(1048)).toEqual(DESK.filter((name) => name !== 'link'));
});

test('what is due stays, however narrow the screen', () => expect(fit(300)).toEqual(['left', 'due', 'number', 'subject']));

test('a table takes what its columns and its text need', () => {
  expect(roomFor(['number', 'subject'], (name) => WIDTHS[name])).toBe(316);
});
