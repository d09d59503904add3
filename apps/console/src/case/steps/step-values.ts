import type { LocalDate } from '@gongkai/calendar';
import { readDay } from '../../parts/date-entry.js';
import type { StepField } from './step-model.js';

/** What a step is about: the field that names it, and which. */
export type Subject = { readonly field: string; readonly id: string };

/** What has been filled in, by field. Days are kept as they were typed. */
export type StepValues = Readonly<Record<string, unknown>>;

/** Not to be sent yet. */
export const UNSENT = 'unsent';

/** The body of the command; fields that were left empty are left out. */
export function commandOf(
  type: string,
  fields: readonly StepField[],
  values: StepValues,
  today: LocalDate,
): Record<string, unknown> {
  const given = fields.flatMap((field): [string, unknown][] => {
    const value = values[field.name];
    if (field.kind === 'subject') return isSubject(value) ? [[value.field, value.id]] : [];
    if (field.kind === 'correction') return Object.entries(value ?? {});
    const sent = field.kind === 'day' ? dayOf(value, field, today) : value;
    return isEmpty(sent) ? [] : [[field.name, sent]];
  });
  return { type, ...Object.fromEntries(given) };
}

const isSubject = (value: unknown): value is Subject => typeof value === 'object' && value !== null && 'field' in value;

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

function dayOf(value: unknown, { name }: StepField, today: LocalDate): unknown {
  if (value === UNSENT) return null;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return readDay(value, today, name === 'until' ? 'future' : 'past') ?? value;
}

/** The fields that still have to be filled in. */
export const missingIn = (fields: readonly StepField[], values: StepValues): StepField[] =>
  fields.filter(({ name, required }) => required && isEmpty(values[name]));
