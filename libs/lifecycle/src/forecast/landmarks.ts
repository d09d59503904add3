import type { LocalDate, WorkingDays } from '@gongkai/calendar';
import { LINKS } from '@gongkai/contracts';
import type { Pace, Pause } from '../pace.js';

/** A case whose reply has left, with the day it was due in the end. */
export type PastCase = {
  readonly organ: string;
  readonly receivedOn: LocalDate;
  readonly repliedOn: LocalDate;
  readonly due: LocalDate;
  readonly pace: Pace;
};

/** Where a case stands on the morning of a day, as far as its reply is concerned. */
export type Standpoint = {
  readonly organ: string;
  /** Place among the five links. */
  readonly link: number;
  /** Its period has been extended already. */
  readonly extended: boolean;
  /** Working days of its period in (today, due]; those of a consultation do not count. */
  readonly left: number;
};

/** A standpoint of a past case, with what became of it: working days of its period until its reply left, and whether it was late. */
export type Landmark = Standpoint & { readonly on: LocalDate; readonly needed: number; readonly late: boolean };

/** The reply leaves in the link of delivery. */
const LAST_LINK = LINKS.indexOf('delivery');

/**
 * Every day of a past case on which its reply was owed and not late, from the day after its clock began. None of a case that came in
 * before the calendar begins: its working days are not known.
 */
export function landmarksOf(past: PastCase, calendar: WorkingDays): Landmark[] {
  const { organ, receivedOn, repliedOn, due, pace } = past;
  if (receivedOn < calendar.from) return [];
  const pauses = unitedPauses(pace.pauses, repliedOn);
  const extendedOn = extensionOf(pace);
  const late = repliedOn > due;
  const last = late ? due : repliedOn;
  const landmarks: Landmark[] = [];
  for (let on = calendar.next(beginOf(past)); on <= last; on = calendar.next(on)) {
    const extended = extendedOn !== null && extendedOn < on;
    const granted = extendedOn === null || extended ? 0 : pace.extendedBy;
    landmarks.push({
      on,
      organ,
      extended,
      late,
      link: linkOn(pace, on),
      left: daysBetween(pauses, { from: on, to: due }, calendar) - granted,
      needed: daysBetween(pauses, { from: on, to: repliedOn }, calendar),
    });
  }
  // Before its extension a case that had it in the end may have been beyond its day by mistake of the papers: that is no standpoint.
  return landmarks.filter(({ left }) => left >= 0);
}

/** Of the round that was answered: with its receipt or order, and anew with each correction or payment. */
function beginOf({ receivedOn, pace }: PastCase): LocalDate {
  const days = [receivedOn, pace.reached[0] ?? receivedOn, pace.restartedOn ?? receivedOn];
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

/** The extension in force; a restart drops the one before it. */
export const extensionOf = ({ extendedOn, restartedOn }: Pace): LocalDate | null =>
  extendedOn !== null && (restartedOn === null || extendedOn >= restartedOn) ? extendedOn : null;

function linkOn({ reached }: Pace, on: LocalDate): number {
  let link = 0;
  for (const [place, day] of reached.slice(0, LAST_LINK + 1).entries()) if (day !== null && day < on) link = place;
  return link;
}

/** Times that do not count, none of them overlapping; what nobody ended lasted until the end. */
function unitedPauses(pauses: readonly Pause[], end: LocalDate): (readonly [LocalDate, LocalDate])[] {
  const united: [LocalDate, LocalDate][] = [];
  for (const { from, until } of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const to = until ?? end;
    const before = united.at(-1);
    if (before !== undefined && from <= before[1]) before[1] = to > before[1] ? to : before[1];
    else if (to > from) united.push([from, to]);
  }
  return united;
}

type Span = { readonly from: LocalDate; readonly to: LocalDate };

/** Working days in (from, to] outside the pauses. */
function daysBetween(pauses: readonly (readonly [LocalDate, LocalDate])[], { from, to }: Span, calendar: WorkingDays): number {
  const paused = pauses.map(([begin, end]) => {
    const [first, last] = [begin > from ? begin : from, end < to ? end : to];
    return last > first ? calendar.count(first, last) : 0;
  });
  return calendar.count(from, to) - paused.reduce((all, days) => all + days, 0);
}
