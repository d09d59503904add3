import type { CaseView } from '@gongkai/contracts';
import type { StepField } from './step-model.js';
import { isSubject, type StepValues } from './step-values.js';

/** What is known of who was asked, in the fields that change it: both together take the place of what was. */
export function contactOf(consultationId: unknown, consultations: CaseView['consultations']): StepValues {
  const id = isSubject(consultationId) ? consultationId.id : undefined;
  const { address, phone } = consultations.find((one) => one.id === id)?.contact ?? {};
  return { partyAddress: address, partyPhone: phone };
}

/** A letter that has the number of a mail went to an address. */
export const neededByPost = (field: StepField, { trackingNumber }: StepValues): StepField =>
  field.name === 'partyAddress' && typeof trackingNumber === 'string' && trackingNumber.trim() !== ''
    ? { ...field, required: true }
    : field;
