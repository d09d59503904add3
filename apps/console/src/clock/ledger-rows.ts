import { addDays } from '@gongkai/calendar';
import { articleText, type CaseView, type Derivation, type Language } from '@gongkai/contracts';
import type { DayWords } from '../i18n/days.js';
import type { Say } from '../i18n/i18n.js';
import { eventName } from './event-name.js';
import { daysOffOf, yearsOf, type Reading, type Segment } from './reading.js';

/** A line of the table that says where each stretch of a period comes from. */
export type LedgerRow = {
  readonly key: string;
  readonly what: string;
  readonly when: string;
  readonly days: string;
  readonly article: string;
  readonly isTotal: boolean;
};

/** What of a case the words of its clock need. */
export type ClockCase = Pick<CaseView, 'receipt' | 'consultations'>;
/** In whose words, and read on which day. */
export type Wording = { readonly t: Say<'clock'>; readonly language: Language; readonly days: DayWords };

/** The stop of the clock rests on this, beside the article of the consultation itself. */
const STOP_ARTICLE = {
  third_party: 'REG 32; REG 33(3)',
  joint_organ: 'REG 34; REG 33(3)',
  other_organ: 'REG 33(3)',
  secrecy_authority: 'REG 17(3); REG 33(3)',
} as const;

/** The rows of one reading, in order of time: start, each stretch, what was skipped, the total. */
export function ledgerRows(reading: Reading, view: ClockCase, wording: Wording): LedgerRow[] {
  return [
    startRow(reading, view, wording),
    ...reading.segments.map((segment) => segmentRow(segment, reading, view, wording)),
    ...undoneRow(reading, wording),
    ...skippedRow(reading, wording),
    totalRow(reading, wording),
  ];
}

const row = (key: string, what: string, rest: Partial<LedgerRow>): LedgerRow => ({
  key,
  what,
  when: '',
  days: '',
  article: '',
  isTotal: false,
  ...rest,
});

function startRow(reading: Reading, { receipt }: ClockCase, { t, language, days }: Wording): LedgerRow {
  const { derivation, start, startArticle } = reading;
  const said = { channel: t(`channel.${receipt.channel}`), event: eventName(reading, t) };
  return row('start', t(`start.${start}.row`, said), {
    when: days.listed(derivation.from),
    days: t('not-counted-itself'),
    article: articleText(start === 'receipt' ? receipt.article : startArticle, language),
  });
}

function segmentRow(segment: Segment, { derivation }: Reading, view: ClockCase, wording: Wording): LedgerRow {
  const { t, language, days } = wording;
  const when = days.range(segment.from, segment.to);
  if (segment.kind === 'stopped') {
    const stopping = view.consultations.filter(({ id }) => segment.stops.includes(id));
    return row(segment.from, stopping.map((one) => stopSentence(one, wording)).join(t('and')), {
      when,
      days: t('days-not-counted', { count: segment.days }),
      article: [...new Set(stopping.map(({ kind }) => articleText(STOP_ARTICLE[kind], language)))].join(t('list')),
    });
  }
  const makeups = segment.makeups.map((date) => t('makeup-counted', { date: days.short(date), weekday: days.weekday(date) }));
  const what = [segment.extended ? t('counted-extended') : t('counted'), ...makeups].join(t('stop'));
  return row(segment.from, what, { when, days: String(segment.days), article: articleText(derivation.article, language) });
}

/** How it ended where nobody's answer is on record: one came and waits, or none came in time. */
function unanswered(
  { answeredOn, cameOn, closedOn }: CaseView['consultations'][number],
  { t, days: { short } }: Wording,
): string[] {
  if (cameOn !== undefined) return [t('consultation.came', { date: short(cameOn) })];
  if (closedOn === null) return [t('consultation.open')];
  return closedOn === answeredOn ? [] : [t('consultation.lapsed', { date: short(closedOn) })];
}

/** What one consultation was: of whom, sent, served, answered or not. */
function stopSentence(consultation: CaseView['consultations'][number], wording: Wording): string {
  const {
    t,
    days: { short },
  } = wording;
  const { kind, party, dispatchedOn, servedOn, answeredOn } = consultation;
  const events = [
    dispatchedOn === null ? [] : t('consultation.sent', { date: short(dispatchedOn) }),
    servedOn === null ? [] : t('consultation.served', { date: short(servedOn) }),
    unanswered(consultation, wording),
    answeredOn === null ? [] : t('consultation.answered', { date: short(answeredOn) }),
  ].flat();
  return t('consultation', { kind: t(`consultation.${kind}`), party, events: events.join(t('comma')) });
}

/** A fee that was asked in error: the days on which its payment was waited for count. */
function undoneRow({ undone }: Reading, { t, language, days }: Wording): LedgerRow[] {
  if (undone === null) return [];
  const what = t('undone', { asked: days.short(undone.from), lifted: days.short(undone.due) });
  return [row('undone', what, { days: t('undone.days'), article: articleText(undone.article, language) })];
}

function skippedRow(reading: Reading, { t, language }: Wording): LedgerRow[] {
  const off = daysOffOf(reading.days);
  const kinds = [
    ...(off.weekendDays === 0 ? [] : [t('off.weekend', { count: off.weekendDays })]),
    ...off.holidays.map(({ name, days: count }) => t('off.holiday', { name: holidayName(name, language, t), count })),
  ];
  if (kinds.length === 0) return [];
  const notices = yearsOf(reading).map(({ year, notice }) => notice ?? t('calendar-unknown', { year }));
  return [
    row('skipped', t('skipped', { kinds: kinds.join(t('comma')) }), {
      days: '—',
      article: [...new Set(notices)].join(t('list')),
    }),
  ];
}

/** Holidays are named by the notice in Chinese; the seven there are have English names. */
const ENGLISH: Readonly<Record<string, string>> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/** What a holiday is called. */
export const holidayName = (name: string | null, language: Language, t: Say<'clock'>): string =>
  name === null ? t('holiday') : language === 'en' ? (ENGLISH[name] ?? name) : name;

function totalRow({ derivation }: Reading, { t, days }: Wording): LedgerRow {
  const { due, counted } = derivation;
  return row('total', t('total'), {
    when: t('due-on', { date: days.listed(due) }),
    days: counted === null ? '' : String(counted),
    isTotal: true,
  });
}

/** The reckoning in one sentence, with its sum. */
export function ledgerSentence(reading: Reading, view: ClockCase, wording: Wording): string {
  const { t, days } = wording;
  const { derivation, start, unit } = reading;
  const from = t(`start.${start}.from`, { event: eventName(reading, t) });
  if (unit === 'date_next_year') return t('sentence.fixed', { date: days.full(derivation.due) });
  if (unit === 'day_passed') return t('sentence.passed', { start: from, count: derivation.counted ?? 0 });
  if (derivation.counted === null) return t('sentence.set', { date: days.full(derivation.due) });
  const count = unit === 'month' ? monthsIn(derivation, derivation.counted) : derivation.counted;
  const counted = t(`sentence.${unit}`, { start: from, count });
  return `${counted}${unit === 'month' ? '' : sumOf(reading, wording)}${t('stop')}${stopsOf(reading, view, wording)}${t('sentence.due-day')}`;
}

/** Whole months; that the last day was put off over days off does not lengthen them. */
function monthsIn({ from }: Derivation, counted: number): number {
  const [begun, last] = [from, addDays(from, counted)].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return (last ?? 0) - (begun ?? 0);
}

function sumOf({ segments, derivation }: Reading, { t }: Wording): string {
  const parts = segments.filter(({ kind }) => kind === 'counted').map((segment) => segment.days);
  return parts.length > 1 ? t('sentence.sum', { sum: `${parts.join(' + ')} = ${derivation.counted}` }) : '';
}

function stopsOf(reading: Reading, view: ClockCase, { t }: Wording): string {
  const stopped = reading.segments.filter(({ kind }) => kind === 'stopped').reduce((total, segment) => total + segment.days, 0);
  return stopped === 0 ? '' : t('sentence.stopped', { what: stoppedBy(reading, view, t), count: stopped });
}

/** Which consultations stopped the clock, in few words: 征求第三方意见. */
export function stoppedBy({ segments }: Pick<Reading, 'segments'>, { consultations }: ClockCase, t: Say<'clock'>): string {
  const ids = new Set(segments.flatMap(({ stops }) => stops));
  const kinds = new Set(consultations.filter(({ id }) => ids.has(id)).map(({ kind }) => kind));
  return [...kinds].map((kind) => t(`consultation.${kind}`)).join(t('list'));
}
