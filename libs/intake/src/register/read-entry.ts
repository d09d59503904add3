import type { LocalDate } from '@gongkai/calendar';
import {
  CREDIT_CODE,
  isResidentId,
  plainNumber,
  RESIDENT_ID,
  type Channel,
  type FieldProblem,
  type Ground,
  type NewApplication,
  type RegisterColumn,
} from '@gongkai/contracts';
import { z } from 'zod';
import { cellsOf, dayIn, type Columns, type TableRow } from '@gongkai/platform';
import { REQUIRED_COLUMNS } from './columns.js';
import {
  CATEGORIES,
  CHANNELS,
  GROUNDS,
  MODES,
  named,
  optionsOf,
  OUTCOMES,
  type Mode,
  type Outcome,
  type Words,
} from './words.js';

/** An application as an old register tells it. Days that it does not tell are left out. */
export type RegisterEntry = {
  readonly row: number;
  /** As the register writes it, with its place in the year. */
  readonly number: string;
  readonly year: number;
  readonly serial: number;
  readonly channel: Channel;
  readonly applicant: NewApplication['applicant'];
  readonly content: string;
  readonly days: Readonly<Partial<Record<DayColumn, LocalDate>>> & { readonly receivedOn: LocalDate };
  readonly extensionDays: number;
  readonly outcome?: Outcome | undefined;
  readonly ground?: Ground | undefined;
  readonly reasons?: string | undefined;
  readonly mode: Mode;
  readonly replyNumber?: string | undefined;
  readonly handler?: string | undefined;
};
export type ColumnProblem = FieldProblem & { readonly path: RegisterColumn };
/** A row as it was read; the entry is there where nothing is wrong with it. */
export type ReadEntry = {
  readonly row: number;
  readonly number: string;
  readonly problems: readonly ColumnProblem[];
  readonly entry: RegisterEntry | null;
};

const DAYS = [
  'receivedOn',
  'correctionSentOn',
  'correctionServedOn',
  'correctedOn',
  'extendedOn',
  'repliedOn',
  'servedOn',
  'endedOn',
] as const satisfies readonly RegisterColumn[];
export type DayColumn = (typeof DAYS)[number];

/** Which day cannot come before which. */
const ORDER: readonly (readonly [earlier: DayColumn, later: DayColumn])[] = [
  ['receivedOn', 'correctionSentOn'],
  ['correctionSentOn', 'correctionServedOn'],
  ['correctionSentOn', 'correctedOn'],
  ['receivedOn', 'extendedOn'],
  ['receivedOn', 'repliedOn'],
  ['repliedOn', 'servedOn'],
  ['receivedOn', 'endedOn'],
];
/** A day that says nothing without the other. */
const NEEDS: readonly (readonly [RegisterColumn, RegisterColumn])[] = [
  ['correctionServedOn', 'correctionSentOn'],
  ['correctedOn', 'correctionSentOn'],
  ['servedOn', 'repliedOn'],
  ['repliedOn', 'outcome'],
];
/** Signs that a cell may have. */
const LENGTHS: readonly (readonly [RegisterColumn, number])[] = [
  ['number', 100],
  ['applicant', 200],
  ['idNumber', 200],
  ['phone', 200],
  ['address', 200],
  ['content', 4000],
  ['reasons', 4000],
  ['replyNumber', 200],
  ['handler', 200],
];
/** Cells that say one of several things. */
const CHOICES: readonly (readonly [RegisterColumn, Words<string>])[] = [
  ['channel', CHANNELS],
  ['kind', CATEGORIES],
  ['outcome', OUTCOMES],
  ['ground', GROUNDS],
  ['dispatchMode', MODES],
];
/** Extended by the whole of what the law allows, where nothing else is told (REG 33). */
const WHOLE_EXTENSION = 20;

type Cells = Partial<Record<RegisterColumn, string>>;
type Days = Readonly<Partial<Record<DayColumn, LocalDate>>>;

/** Reads one row. What is wrong with it is told column by column, all at once. */
export function readEntry(row: TableRow, columns: Columns<RegisterColumn>, today: LocalDate): ReadEntry {
  const cells = cellsOf(row, columns);
  const number = cells.number ?? '';
  const read = { days: daysOf(cells, today), place: placeOf(number), words: wordsOf(cells) };
  const found = { row: row.row, number, problems: problemsOf(cells, read, today) };
  const { receivedOn } = read.days;
  if (found.problems.length > 0 || read.place === null || receivedOn === undefined) return { ...found, entry: null };
  const { replyNumber, reasons, handler, content = '' } = cells;
  const { category, ...words } = read.words;
  const entry = { row: row.row, number, content, ...read.place, ...words, ...{ replyNumber, reasons, handler } };
  return { ...found, entry: { ...entry, days: { ...read.days, receivedOn }, applicant: applicantOf(cells, category) } };
}

type Place = { readonly year: number; readonly serial: number };

/** The year and the serial of a number, however it is written: the last year in it, and the last figures behind that. */
function placeOf(number: string): Place | null {
  const apart = /^.*?((?:19|20)\d{2})\D+(?:.*\D)?0*(\d{1,8})\D*$/.exec(number);
  const [, year = '', serial = ''] = apart ?? /^\D*((?:19|20)\d{2})0*(\d{1,6})\D*$/.exec(number) ?? [];
  return Number(serial) === 0 ? null : { year: Number(year), serial: Number(serial) };
}

/** The days that have come, as far as they can be read. */
const daysOf = (cells: Cells, today: LocalDate): Days =>
  Object.fromEntries(
    DAYS.flatMap((path) => {
      const day = dayIn(cells[path] ?? '')?.day;
      return day === undefined || day > today ? [] : [[path, day]];
    }),
  );

/** What the words of a row stand for; what is not told is what it mostly is. */
const wordsOf = (cells: Cells) => ({
  channel: named(cells.channel, CHANNELS) ?? 'in_person',
  category: named(cells.kind, CATEGORIES) ?? 'natural_person',
  outcome: named(cells.outcome, OUTCOMES),
  ground: named(cells.ground, GROUNDS),
  mode: named(cells.dispatchMode, MODES) ?? 'ems',
  extensionDays: Number(cells.extensionDays ?? WHOLE_EXTENSION),
});

function applicantOf(cells: Cells, category: NewApplication['applicant']['category']): NewApplication['applicant'] {
  const { applicant: name = '', idNumber, phone, address, email } = cells;
  const person = { name, ...documentOf(category, idNumber), phone, address, email };
  return category === 'natural_person'
    ? { kind: 'natural_person', category, ...person }
    : { kind: 'legal_person_or_other', category, ...person };
}

const PLACES = 18;

/** A number as it stands in the register, with the document that numbers of its form stand on: whether it is right is shown beside it then. */
function documentOf(category: NewApplication['applicant']['category'], idNumber: string | undefined) {
  const number = plainNumber(idNumber ?? '');
  if (category === 'natural_person') return isResidentId(number) ? { idType: RESIDENT_ID, idNumber } : { idNumber };
  return number.length === PLACES ? { idType: CREDIT_CODE, idNumber } : { idNumber };
}

type Read = {
  readonly days: Days;
  readonly place: Place | null;
  readonly words: Pick<RegisterEntry, 'outcome' | 'extensionDays'>;
};

/** What is wrong with a row, each cell by itself and then with the others. */
const problemsOf = (cells: Cells, { days, place, words }: Read, today: LocalDate): ColumnProblem[] => [
  ...REQUIRED_COLUMNS.flatMap((path) => unless(cells[path] !== undefined, path, 'required')),
  ...unless(cells.number === undefined || place !== null, 'number', 'no-year-and-serial'),
  ...DAYS.flatMap((path) => dayProblem(path, cells[path], today)),
  ...ORDER.flatMap(([earlier, later]) => orderProblem(later, days[later], days[earlier])),
  ...LENGTHS.flatMap(([path, maximum]) => unless((cells[path]?.length ?? 0) <= maximum, path, 'too-long', { maximum })),
  ...CHOICES.flatMap(([path, known]) =>
    unless(cells[path] === undefined || named(cells[path], known) !== undefined, path, 'unknown-option', {
      options: optionsOf(known),
    }),
  ),
  ...unless(isExtension(words.extensionDays), 'extensionDays', 'too-big', { maximum: WHOLE_EXTENSION }),
  ...unless(cells.email === undefined || z.email().safeParse(cells.email).success, 'email', 'wrong-format', {
    expected: 'name@example.org',
  }),
  ...[...NEEDS, ...needsOf(words.outcome)].flatMap(([given, needed]) =>
    unless(cells[given] === undefined || cells[needed] !== undefined, needed, 'required'),
  ),
];

const isExtension = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= WHOLE_EXTENSION;

/** What an outcome needs beside it. */
function needsOf(outcome: Outcome | undefined): readonly (readonly [RegisterColumn, RegisterColumn])[] {
  if (outcome === undefined) return [];
  if (outcome === 'withdrawn' || outcome === 'abandoned_correction') return [['outcome', 'endedOn']];
  const isWithheld = outcome === 'refused' || outcome === 'partly_granted';
  return [['outcome', 'repliedOn'], ...(isWithheld ? [['outcome', 'ground'] as const] : [])];
}

const unless = (
  holds: boolean,
  path: RegisterColumn,
  code: ColumnProblem['code'],
  facts: ColumnProblem['facts'] = {},
): ColumnProblem[] => (holds ? [] : [{ path, code, facts }]);

function dayProblem(path: DayColumn, text: string | undefined, today: LocalDate): ColumnProblem[] {
  if (text === undefined) return [];
  const day = dayIn(text)?.day;
  return day === undefined ? [{ path, code: 'invalid-date' }] : unless(day <= today, path, 'future-date');
}

const orderProblem = (path: DayColumn, later: LocalDate | undefined, earlier: LocalDate | undefined): ColumnProblem[] =>
  earlier === undefined || later === undefined ? [] : unless(later >= earlier, path, 'before-earlier-fact', { earlier });
