import type { CaseView } from '@gongkai/contracts';
import type { StepField } from './step-model.js';
import type { StepValues } from './step-values.js';

type Sight = { readonly values: StepValues } & Pick<CaseView, 'inapplicable'>;

/** Why a paper does not apply is asked for; taking that back is offered where somebody has said it of that paper. */
export function inapplicable(field: StepField, { values: { line, takenBack }, inapplicable: marks }: Sight): StepField | null {
  if (field.name === 'takenBack') return marks.some((mark) => mark.line === line) ? field : null;
  return field.name === 'reason' ? { ...field, required: takenBack !== true } : field;
}
