import { addDays, daysBetween, isLocalDate, localDate, weekday, yearOf, type LocalDate } from '@gongkai/calendar';
import { Refusal, type CalendarReading, type FieldProblem } from '@gongkai/contracts';

/** 一、元旦：… The first may follow the words that lead to it in the same line. */
const ITEM = /(?:^|[\s。;:])([一二三四五六七八九十]+)、([^:。\n]{1,20}):/gu;
const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\((?:[^()]*(?:周|星期)([一二三四五六日天])|[^()]*)\))?`;
const OFF = new RegExp(`^${DAY}(?:至${DAY})?放假(?:调休)?(?:,?共?(\\d+)天)?(.*)$`, 'u');
const WORKED = new RegExp(`^(?:${DAY}[、和,]?)+(?:正常|照常|调休)?上班$`, 'u');
const EACH_DAY = new RegExp(DAY, 'gu');
/** What may follow the days off of one holiday. */
const MORE_OFF = /^(?:,?(?:与周末连休|不调休|共(\d+)天))*$/u;
/** What is said beside the days: who is encouraged to take leave, how duty is arranged. */
const BESIDE = /^(?:鼓励|节假日期间|请|各地)/u;
/** Such a sentence may all the same say what is done on a day, as one before the first holiday may. */
const OF_A_DAY = /\d日(?:\([^()]*\))?[^,]{0,12}(?:放假|上班|补班)/u;
/** The day below the name of the office, with nothing else. */
const ISSUED = String.raw`(?:\(此件公开发布\))?\d{4}年\d{1,2}月\d{1,2}日(?:\(此件公开发布\))?`;
const ISSUED_ALONE = new RegExp(`^(?:国务院办公厅)?${ISSUED}$`, 'u');
const ISSUED_LINE = new RegExp(`(?<=\n)${ISSUED}(?=\n|$)`, 'gu');
const WEEKDAYS = '日一二三四五六';

/** The text as it is read: one form of brackets and stops, no spaces within a line. */
const plain = (text: string): string =>
  text
    .replace(/[\t \u3000\u00a0]+/gu, '')
    .replace(/：/gu, ':')
    .replace(/[（]/gu, '(')
    .replace(/[）]/gu, ')')
    .replace(/[，]/gu, ',')
    .replace(/[；]/gu, ';')
    .replace(/\r\n?/gu, '\n');

/** Whether a text is a notice of the State Council on the holidays of a year: numbered holidays, or the change of one, in sentences. */
export const isNotice = (text: string): boolean =>
  /放假/u.test(text) && (headings(plain(text)).length > 0 || CHANGED.test(plain(text)));

/** A notice that changes one holiday names it in its heading alone. */
const CHANGED = /调整(\d{4})年([^\d。\n]{1,10}?)假期安排/u;

type Heading = { readonly number: string; readonly name: string; readonly from: number; readonly body: number };

const headings = (text: string): readonly Heading[] =>
  Array.from(text.matchAll(ITEM), ({ 0: all, 1: number = '', 2: name = '', index }) => ({
    ...{ number, name, from: index },
    body: index + all.length,
  }));

type Spoken = { readonly name: string; readonly said: string };

/** A line that was broken in the middle goes on; the end of a sentence, and of a paragraph, does not. */
const sentences = (text: string): readonly string[] =>
  text
    .replace(ISSUED_LINE, '。$&。')
    .split(/[。;]|\n{2,}/u)
    .map((said) => said.replaceAll('\n', ''))
    .filter((said) => said !== '');

/** Each sentence with the holiday that it is about. */
function sentencesOf(text: string): readonly Spoken[] {
  const items = headings(text);
  const changed = CHANGED.exec(text);
  const parts =
    items.length === 0 && changed !== null
      ? [{ name: changed[2] ?? '', body: daysIn(text.slice(changed.index + changed[0].length)) }]
      : items.map(({ name, body }, i) => ({ name, body: text.slice(body, items[i + 1]?.from) }));
  return parts.flatMap(({ name, body }) => sentences(body).map((said) => ({ name, said })));
}

/** Of a notice without numbers what names no day is its preamble. */
const daysIn = (text: string): string =>
  text
    .split(/[。:\n]/u)
    .filter((said) => /\d日/u.test(said))
    .join('。');

type Run = { readonly name: string; readonly from: LocalDate; readonly to: LocalDate };
type Read = { readonly off: readonly Run[]; readonly worked: readonly LocalDate[]; readonly problems: readonly FieldProblem[] };
const NOTHING: Read = { off: [], worked: [], problems: [] };

const wrong = (code: FieldProblem['code'], facts: FieldProblem['facts']): Read => ({
  ...NOTHING,
  problems: [{ path: 'text', code, facts }],
});

type Said = { readonly day: LocalDate | null; readonly weekday: string | undefined };
type Parts = readonly (string | undefined)[];
type Start = { readonly year: number; readonly month: number };

/** A day as it is written, with what it leaves out taken from what goes before it. */
function dayOf([year, month, day, weekdayTold]: Parts, { year: before, month: last }: Start): Said {
  const inMonth = Number(month ?? last);
  const inYear = year === undefined ? before + (inMonth < last ? 1 : 0) : Number(year);
  const text = [String(inYear), ...[inMonth, Number(day)].map((part) => String(part).padStart(2, '0'))].join('-');
  return { day: isLocalDate(text) ? text : null, weekday: weekdayTold };
}

/** New Year begins in December where its days are joined to the weekend before it. */
const startOf = (name: string, year: number, [toldYear, month]: Parts): Start => ({
  year: toldYear === undefined && name.includes('元旦') && month === '12' ? year - 1 : year,
  month: 0,
});

const rightWeekday = ({ day, weekday: told }: Said): boolean =>
  day === null || told === undefined || WEEKDAYS[weekday(day)] === (told === '天' ? '日' : told);

const firstWrong = (said: string, days: readonly Said[]): Read | null => {
  if (days.some(({ day }) => day === null)) return wrong('notice-line', { said });
  const one = days.find((each) => !rightWeekday(each));
  return one === undefined ? null : wrong('notice-weekday', { said, date: one.day ?? '' });
};

function off({ name, said }: Spoken, year: number, found: RegExpExecArray): Read {
  const [, ...groups] = found;
  const [begun, ended] = [groups.slice(0, 4), groups.slice(4, 8)];
  const first = dayOf(begun, startOf(name, year, begun));
  const last = ended[2] === undefined ? first : dayOf(ended, { year: yearIn(first, year), month: monthIn(first) });
  const bad = firstWrong(said, [first, last]);
  if (bad !== null) return bad;
  const run = runOf(name, first, last);
  return run === null ? wrong('notice-line', { said }) : (countWrong(run, said, groups.slice(8)) ?? { ...NOTHING, off: [run] });
}

const runOf = (name: string, { day: from }: Said, { day: to }: Said): Run | null =>
  from === null || to === null || to < from ? null : { name, from, to };

/** The number of days that is told. Joined to a weekend, the days of both are counted. */
function countWrong({ from, to }: Run, said: string, [count, more = '']: Parts): Read | null {
  const behind = MORE_OFF.exec(more);
  if (behind === null) return wrong('notice-line', { said });
  const days = daysBetween(from, to) + 1;
  const told = Number(count ?? behind[1] ?? days);
  return told === days || said.includes('与周末连休') ? null : wrong('notice-count', { said, told, count: days });
}

const yearIn = ({ day }: Said, year: number): number => (day === null ? year : yearOf(day));
const monthIn = ({ day }: Said): number => (day === null ? 0 : Number(day.slice(5, 7)));

function worked({ name, said }: Spoken, year: number): Read {
  let last: Said = { day: null, weekday: undefined };
  const days = Array.from(said.matchAll(EACH_DAY), ([, ...parts]) => {
    const start = last.day === null ? startOf(name, year, parts) : { year: yearIn(last, year), month: 0 };
    last = dayOf(parts[1] === undefined ? [parts[0], String(monthIn(last)), ...parts.slice(2)] : parts, start);
    return last;
  });
  return firstWrong(said, days) ?? { ...NOTHING, worked: days.flatMap(({ day }) => day ?? []) };
}

function read(spoken: Spoken, year: number): Read {
  const { said } = spoken;
  const found = OFF.exec(said);
  if (found !== null) return off(spoken, year, found);
  if (WORKED.test(said)) return worked(spoken, year);
  if (ISSUED_ALONE.test(said)) return NOTHING;
  const isOfDays = BESIDE.test(said) ? OF_A_DAY.test(said) : /\d日|放假|上班|补班/u.test(said);
  return isOfDays ? wrong('notice-line', { said }) : NOTHING;
}

/** What stands in the text and was not read: a holiday whose heading is not one, days before the first, a holiday without days. */
function passedOver(text: string, found: readonly Of[]): readonly FieldProblem[] {
  const items = headings(text);
  const before = text.slice(0, items[0]?.from ?? 0).split(/[。;\n]/u);
  const empty = items.filter(({ name }) => found.every((one) => one.name !== name || isEmpty(one)));
  const unread = [...before.filter((said) => OF_A_DAY.test(said)), ...empty.map(called)];
  return [...misnumbered(items), ...unread.flatMap((said) => wrong('notice-line', { said }).problems)];
}

const called = ({ number, name }: Heading): string => `${number}、${name}`;

/** The first whose number does not follow the one before it: a holiday is missing there, or stands twice. */
function misnumbered(items: readonly Heading[]): readonly FieldProblem[] {
  const at = items.findIndex(({ number }, i) => number !== NUMBERS[i]);
  const [wrongOne, number = ''] = [items[at], NUMBERS[at]];
  return wrongOne === undefined ? [] : wrong('notice-number', { told: called(wrongOne), number }).problems;
}

type Of = Read & { readonly name: string };
const isEmpty = ({ off: days, problems }: Read): boolean => days.length === 0 && problems.length === 0;

/** Where a notice names its year: in its heading, or at the end of its first sentence. */
const YEAR = [/(\d{4})年部分节假日安排/u, /调整(\d{4})年/u, /现将(\d{4})年/u];

/**
 * What a notice of the State Council on the holidays of a year says, as it is published: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。
 * 1月4日（周日）上班。` Days of another year, as of a New Year that begins in December, are told apart: they belong to that year.
 * @throws Refusal `invalid-request` with every sentence about days that cannot be read, whose weekdays or number of days do not fit, with
 * a holiday that is missing by the numbers or has no days, or where no year is named
 */
export function readNotice(text: string): CalendarReading {
  const words = plain(text);
  const unbroken = words.replaceAll('\n', '');
  const year = Number(YEAR.map((said) => said.exec(unbroken)?.[1]).find((one) => one !== undefined));
  if (!Number.isInteger(year)) throw new Refusal('invalid-request', [{ path: 'text', code: 'notice-year' }]);
  const found = sentencesOf(words).map((spoken) => ({ name: spoken.name, ...read(spoken, year) }));
  const problems = [...passedOver(words, found), ...found.flatMap((one) => one.problems)];
  if (problems.length > 0) throw new Refusal('invalid-request', problems);
  const runs = found.flatMap((one) => one.off).flatMap(byYear);
  const makeup = found.flatMap((one) => one.worked);
  const others = [...new Set([...runs.map(({ from }) => yearOf(from)), ...makeup.map(yearOf)])].filter((one) => one !== year);
  const of = (one: number) => ({
    holidays: runs.filter(({ from }) => yearOf(from) === one),
    makeupWorkdays: makeup.filter((day) => yearOf(day) === one).sort(),
  });
  const otherYears = others.sort((a, b) => a - b).map((one) => ({ year: one, ...of(one) }));
  return { year, ...headOf(words), ...of(year), ...(otherYears.length === 0 ? {} : { otherYears }) };
}

/** A run that goes over the end of a year is two, a part in each. */
function byYear({ name, from, to }: Run): readonly Run[] {
  if (yearOf(from) === yearOf(to)) return [{ name, from, to }];
  const start = localDate(`${String(yearOf(to))}-01-01`);
  return [
    { name, from, to: addDays(start, -1) },
    { name, from: start, to },
  ];
}

/** Its number, its day and where it was published, as far as they stand in the text. */
const headOf = (words: string): Pick<CalendarReading, 'notice' | 'issuedOn' | 'source'> => ({
  notice: numberIn(words),
  issuedOn: lastDayIn(words),
  source: /https?:\/\/[^\s,。)]+/u.exec(words)?.[0] ?? '',
});

const numberIn = (words: string): string =>
  (/国办发(?:明电)?[〔[［]\d{4}[〕\]］]\d+号/u.exec(words)?.[0] ?? '').replace(/[[［]/u, '〔').replace(/[\]］]/u, '〕');

/** Below the name of the office stands the day. */
function lastDayIn(words: string): string {
  const found = [...words.matchAll(/(?:^|\n)(\d{4})年(\d{1,2})月(\d{1,2})日(?=\n|$)/gu)].at(-1)?.slice(1);
  return found === undefined ? '' : found.map((part) => part.padStart(2, '0')).join('-');
}
