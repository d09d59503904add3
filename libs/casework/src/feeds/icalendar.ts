import { addDays, type LocalDate } from '@gongkai/calendar';

/** A whole day of a calendar, with what is on it in one line. */
export type DayEvent = { readonly uid: string; readonly on: LocalDate; readonly summary: string };

/** A calendar that others subscribe to. */
export type Published = { readonly name: string; readonly at: Date; readonly events: readonly DayEvent[] };

/** Octets of a line at most, without its end (RFC 5545, 3.1). */
const LINE = 75;

/** A calendar of whole days (RFC 5545). They take up no time: nobody is busy by them. */
export function icalendar({ name, at, events }: Published): string {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Gongkai//Deadlines//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...[`X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const linesOf = ({ uid, on, summary }: DayEvent, stamp: string): string[] => [
  ...['BEGIN:VEVENT', `UID:${escaped(uid)}`, `DTSTAMP:${stamp}`],
  ...[`DTSTART;VALUE=DATE:${plain(on)}`, `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`],
  ...[`SUMMARY:${escaped(summary)}`, 'TRANSP:TRANSPARENT', 'END:VEVENT'],
];

const plain = (day: LocalDate): string => day.replaceAll('-', '');

/** Text as a value (3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Breaks a line so that no part is longer than it may be, and no sign is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (length + size > LINE) {
      parts.push(part);
      part = ' ';
      length = 1;
    }
    part += sign;
    length += size;
  }
  return [...parts, part].join('\r\n');
}
