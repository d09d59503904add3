import { isLocalDate, type LocalDate } from '@gongkai/calendar';
import { readDay, type Leaning } from '../../parts/date-entry.js';
import type { StepField } from './step-model.js';

/** What a step is about: the field that names it, and which. */
export type Subject = { readonly field: string; readonly id: string };

/** What a second person says of an entry: that it is right, or why not. */
export type Verdict = { readonly isRight: true } | { readonly isRight: false; readonly reason: string };

/** A note as it is typed, and the ids of whom it names. */
export type Noting = { readonly text: string; readonly mentions: readonly string[] };
const isNoting = (value: unknown): value is Noting => typeof value === 'object' && value !== null && 'mentions' in value;

/** What was typed of a note; what came with a link is a text alone. */
export const notingOf = (value: unknown): Noting =>
  isNoting(value) ? value : { text: typeof value === 'string' ? value : '', mentions: [] };

/** Somebody who appears at a hearing, as far as it is typed. */
export type Appearing = { readonly as: string; readonly name: string; readonly phone: string; readonly attorneyOnFile: boolean };

/** Who appears, as it stands in the form. */
export const appearingOf = (value: unknown): readonly Appearing[] => (Array.isArray(value) ? (value as Appearing[]) : []);

/** What has been filled in, by field. Days are kept as they were typed. */
export type StepValues = Readonly<Record<string, unknown>>;

/** A file that could not be handed in, and why: the step waits until it is taken away or another one takes its place. */
export type RefusedFile = { readonly refused: string; readonly why: string };
export const isRefused = (file: unknown): file is RefusedFile => typeof file === 'object' && file !== null && 'refused' in file;

/** Not to be sent yet. */
export const UNSENT = 'unsent';

/** The body of the command; fields that were left empty are left out. */
export function commandOf(
  type: string,
  fields: readonly StepField[],
  values: StepValues,
  today: LocalDate,
): Record<string, unknown> {
  const given = fields.flatMap((field) => sentOf(field, values[field.name], today));
  return { type, ...Object.fromEntries(given) };
}

type Entries = [string, unknown][];
type Sending = (value: unknown, field: StepField, today: LocalDate) => Entries;

const named = (name: string, value: unknown): Entries => (isEmpty(value) ? [] : [[name, value]]);

/** What a field puts into the command, where that is not simply its value under its name. */
const SENT: Readonly<Partial<Record<StepField['kind'], Sending>>> = {
  noting: (value, { name }) => {
    const { text, mentions } = notingOf(value);
    return [...named(name, text), ...named('mentions', mentions)];
  },
  subject: (value) => (isSubject(value) ? [[value.field, value.id]] : []),
  verdict: (value, { name }) => (isVerdict(value) && !value.isRight ? [[name, value.reason]] : []),
  // That none of the letters is meant is an answer; that nobody has said so is none.
  letters: (value, { name }) => (Array.isArray(value) ? [[name, value]] : []),
  correction: (value, _, today) =>
    Object.entries(value ?? {}).map(([name, part]) => [name, name === 'fields' ? daysOf(fieldsIn(value), today) : part]),
  appearing: (value, { name }) => named(name, toldOf(value)),
  day: (value, field, today) => named(field.name, dayOf(value, field, today)),
  files: (value, { name }) => named(name, Array.isArray(value) ? value.filter((file) => !isRefused(file)) : undefined),
  whole: (value, { name }) => named(name, numberOf(value)),
  number: (value, { name }) => named(name, numberOf(value)),
};

/** Who appears, without the fields and the lines that were left empty. */
export const toldOf = (value: unknown): readonly object[] =>
  appearingOf(value)
    .map((person) => Object.fromEntries(Object.entries(person).filter(([, told]) => !isBlank(told) && told !== false)))
    .filter((person) => Object.keys(person).some((name) => name !== 'as'));

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A number as it was typed, full-width figures too; what is none stays as it is. */
function numberOf(value: unknown): unknown {
  const text = typeof value === 'string' ? value.normalize('NFKC').trim() : value;
  return typeof text === 'string' && NUMBER.test(text) ? Number(text) : text;
}

const sentOf = (field: StepField, value: unknown, today: LocalDate): Entries =>
  SENT[field.kind]?.(value, field, today) ?? named(field.name, value);

/** Whether it says what a step is about. */
export const isSubject = (value: unknown): value is Subject => typeof value === 'object' && value !== null && 'field' in value;

/** Whether it says what is thought of an entry. */
export const isVerdict = (value: unknown): value is Verdict => typeof value === 'object' && value !== null && 'isRight' in value;

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';
const isReasonless = (value: unknown): boolean => isVerdict(value) && !value.isRight && isBlank(value.reason);
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  isBlank(value) ||
  (isNoting(value) && isBlank(value.text)) ||
  isReasonless(value) ||
  (Array.isArray(value) && value.length === 0);

function dayOf(value: unknown, { name }: StepField, today: LocalDate): unknown {
  if (value === UNSENT) return null;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return readDay(value, today, leaningOf(name)) ?? value;
}

/** On which side of today a day lies more likely. */
export const leaningOf = (name: string): Leaning => (name === 'until' ? 'future' : 'past');

/** A correction that corrects nothing yet. */
const correctsNothing = (value: unknown): boolean => Object.keys(fieldsIn(value)).length === 0;
const fieldsIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && 'fields' in value ? (value.fields as Record<string, unknown>) : {};

/** The fields that still have to be filled in. */
export const missingIn = (fields: readonly StepField[], values: StepValues): StepField[] =>
  fields.filter(
    ({ name, kind, required }) => required && (isEmpty(values[name]) || (kind === 'correction' && correctsNothing(values[name]))),
  );

type Reading = (value: unknown, field: StepField, today: LocalDate) => boolean;

const isNumber: Reading = (value) => isEmpty(value) || typeof numberOf(value) === 'number';

/** Whether what stands in a field can be taken; any other text can. */
const READABLE: Readonly<Partial<Record<StepField['kind'], Reading>>> = {
  correction: (value, _, today) => daysRead(daysOf(fieldsIn(value), today)),
  day: (value, field, today) => {
    const day = dayOf(value, field, today);
    return typeof day !== 'string' || isLocalDate(day);
  },
  whole: isNumber,
  number: isNumber,
  files: (value) => !Array.isArray(value) || !value.some(isRefused),
};

/** The fields in which something stands that is no day, no number, or a file that was refused. */
export const unreadIn = (fields: readonly StepField[], values: StepValues, today: LocalDate): StepField[] =>
  fields.filter((field) => READABLE[field.kind]?.(values[field.name], field, today) === false);

const DAY_NAME = /^on$|On$|^until$/;
type Corrected = Readonly<Record<string, unknown>>;

/** What a correction says, with its days read as they were typed. */
const daysOf = (fields: Corrected, today: LocalDate): Corrected =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (name === 'receipt') return [name, daysOf(value as Corrected, today)];
      return [name, DAY_NAME.test(name) && typeof value === 'string' ? (readDay(value, today, leaningOf(name)) ?? value) : value];
    }),
  );

const daysRead = (fields: Corrected): boolean =>
  Object.entries(fields).every(([name, value]) =>
    name === 'receipt' ? daysRead(value as Corrected) : !DAY_NAME.test(name) || isLocalDate(value),
  );
