import { localDate } from '@gongkai/calendar';
import { icalendar } from './icalendar.js';

const at = new Date('2026-05-08T01:00:00.000Z');
const one = (summary: string) => icalendar({ name: '期限', at, events: [{ uid: 'a@b', on: localDate('2026-12-31'), summary }] });

test('a day ends where the next begins, and every line as the standard has it', () => {
  const text = one('21号 答复期限');
  expect(text.split('\r\n')).toEqual(
    expect.arrayContaining([
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'DTSTAMP:20260508T010000Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
      ],
      ...['SUMMARY:21号 答复期限', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]),
  );
  expect(text).not.toMatch(/[^\r]\n/);
});

test('signs of the format are escaped', () => {
  expect(one('a,b;c\\d\ne')).toContain('SUMMARY:a\\,b\\;c\\\\d\\ne\r\n');
});

test('a long line is folded to 75 octets without cutting a sign in two', () => {
  const summary = '城管依申请〔2026〕21号𠮷'.repeat(8);
  const text = one(summary);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`);
});
