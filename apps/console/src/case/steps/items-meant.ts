import type { CaseView } from '@gongkai/contracts';
import type { StepField } from './step-model.js';
import { isSubject, type StepValues } from './step-values.js';

type Sight = Pick<CaseView, 'items' | 'consultations'> & { readonly values: StepValues };

/** Which of several items somebody is asked about; where there is one, it is that. */
export const askedAbout = (field: StepField, { items }: Sight): StepField | null =>
  among(
    field,
    items.map(({ id }) => id),
  );

/** Which items a search was for; where nobody says, all of them. */
export function searchedFor(field: StepField, sight: Sight): StepField | null {
  const asked = askedAbout(field, sight);
  return asked === null ? null : { ...asked, required: field.required };
}

/** Which of the items that were refused are given out all the same. */
export function givenOut(field: StepField, { items, consultations, values: { consultationId } }: Sight): StepField | null {
  const letter = consultations.find(({ id }) => isSubject(consultationId) && id === consultationId.id);
  const isRefused = (id: string): boolean => letter?.itemIds.includes(id) === true && !letter.setAside.includes(id);
  return among(field, items.map(({ id }) => id).filter(isRefused));
}

/** What was redacted elsewhere is looked at where a part of it is given. */
export function checkedInPart(field: StepField, { items, values: { itemId } }: Sight): StepField | null {
  const item = items.find(({ id }) => isSubject(itemId) && id === itemId.id);
  return field.name === 'redactionChecked' && item?.decision?.code !== 'partly_granted' ? null : field;
}

/** What a search found has to be accounted for where it is told not to exist. */
export function unlikeFound(field: StepField, { items, values: { itemId, code } }: Sight): StepField | null {
  const isFound = items.some(({ id, searchFound }) => searchFound === true && isSubject(itemId) && id === itemId.id);
  return isFound && code === 'not_existing' ? field : null;
}

function among(field: StepField, options: readonly string[]): StepField | null {
  if (field.kind !== 'items') return field;
  return options.length < 2 ? null : { ...field, required: true, options };
}
