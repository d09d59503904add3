import type { LocalDate } from '@gongkai/calendar';
import type { CaseView, CommandType, JournalEntryView } from '@gongkai/contracts';
import type { StepField } from './step-model.js';

/** A field of the form of a step, in its case. */
export type FieldProps = {
  readonly field: StepField;
  readonly type: CommandType;
  readonly view: CaseView;
  readonly journal: readonly JournalEntryView[];
  readonly today: LocalDate;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

/** What an input needs to be found by its label and its problem. */
export type InputProps = FieldProps & { readonly id: string; readonly label: string; readonly invalid: boolean };
