import type { CaseView } from '@gongkai/contracts';
import type { StepField } from './step-model.js';
import { isSubject, type StepValues } from './step-values.js';

const FIELDS: ReadonlySet<string> = new Set(['original', 'originalPages', 'originalPlace']);

/** Whether a field is about the original that a review names. */
export const isOfOriginal = ({ name }: StepField): boolean => FIELDS.has(name);

type Sight = { readonly values: StepValues; readonly items: CaseView['items'] };

/** Where no file of the item is given out, the original is named; beside files it can be, with all of it then (REG 17). */
export function originalAsked(field: StepField, { values, items }: Sight): StepField | null {
  const { original } = values;
  const isNamed = typeof original === 'string' && original.trim() !== '';
  if (isNamed || !hasFiles({ values, items })) return { ...field, required: true };
  return field.name === 'original' ? field : null;
}

/** Chosen for the review, or with the decision before it. */
function hasFiles({ values: { itemId, fileIds }, items }: Sight): boolean {
  if (Array.isArray(fileIds) && fileIds.length > 0) return true;
  return isSubject(itemId) && items.some(({ id, fileIds: decided }) => id === itemId.id && decided.length > 0);
}
