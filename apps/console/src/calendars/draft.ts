import type { CalendarReading, NewCalendar } from '@gongkai/contracts';

type Holiday = { readonly id: number; readonly name: string; readonly from: string; readonly to: string };
type Makeup = { readonly id: number; readonly day: string };

/** What a document is: the arrangement of a year, a change of a part of it, or about one organ with those below it. */
export const SCOPES = ['year', 'amendment', 'organ'] as const;
type Scope = (typeof SCOPES)[number];

/** A year as it is typed. Rows have numbers of their own: one that is taken out takes only itself along. */
export type CalendarDraft = {
  readonly scope: Scope;
  /** Code of the one organ that it is about. */
  readonly organ: string;
  readonly year: string;
  readonly notice: string;
  readonly issuedOn: string;
  readonly source: string;
  readonly holidays: readonly Holiday[];
  readonly makeup: readonly Makeup[];
};

/** What the holiday rules name, to be filled in with days. */
const NAMES = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

/** A form for a year of which nothing is known but the names of its holidays. */
export const emptyDraft = (year: number): CalendarDraft => ({
  scope: 'year',
  organ: '',
  year: String(year),
  notice: '',
  issuedOn: '',
  source: '',
  holidays: NAMES.map((name, id) => ({ id, name, from: '', to: '' })),
  makeup: [{ id: 0, day: '' }],
});

/** What a file says, in place of what was typed; of a year that it does not name the present one stays. */
export const draftOf = (
  { year, holidays, makeupWorkdays, otherYears: _, ...reading }: CalendarReading,
  present: CalendarDraft,
): Partial<CalendarDraft> => ({
  ...reading,
  year: year === null ? present.year : String(year),
  holidays: holidays.map((holiday, id) => ({ id, ...holiday })),
  makeup: makeupWorkdays.map((day, id) => ({ id, day })),
});

export const nextId = (rows: readonly { readonly id: number }[]): number => 1 + Math.max(-1, ...rows.map(({ id }) => id));

const isTyped = ({ from, to }: Holiday): boolean => from !== '' || to !== '';

/** Which row of the form each row of the request is, so that what is said of it stands beside it. */
export const sentHolidays = ({ holidays }: CalendarDraft): readonly Holiday[] => holidays.filter(isTyped);
export const sentMakeup = ({ makeup }: CalendarDraft): readonly Makeup[] => makeup.filter(({ day }) => day !== '');

/** The request. Rows without a day are none; days are checked by the server. */
export function requestOf(draft: CalendarDraft): NewCalendar & { readonly year: number } {
  const { scope, organ, year, notice, issuedOn, source } = draft;
  const request = {
    year: Number(year) || 0,
    ...(scope === 'amendment' ? { amends: true } : {}),
    ...(scope === 'organ' ? { organ } : {}),
    notice: notice.trim(),
    ...(issuedOn === '' ? {} : { issuedOn }),
    ...(source.trim() === '' ? {} : { source: source.trim() }),
    holidays: sentHolidays(draft).map(({ name, from, to }) => ({ name: name.trim(), from, ...(to === '' ? {} : { to }) })),
    makeupWorkdays: sentMakeup(draft).map(({ day }) => day),
  };
  return request as NewCalendar & { year: number };
}
