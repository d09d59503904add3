import type { ReactNode } from 'react';
import { ProblemError } from '../api/problem.js';
import { useProblemText } from '../parts/use-problem-text.js';

type Props = {
  /** Id of the control. */
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: ReactNode;
  /** What went wrong with the form; what it says of this field stands under it. */
  readonly error?: Error | null;
  /** Name of the field in the request. */
  readonly field?: string;
  readonly children: ReactNode;
};

/** A labelled field. */
export function FormField({ id, label, required = false, hint, error = null, field = id, children }: Props): ReactNode {
  return (
    <div className="set-field">
      <label htmlFor={id} className={required ? 'required' : undefined}>
        {label}
      </label>
      <div>
        {children}
        {hint === undefined ? null : <p className="muted small">{hint}</p>}
        <FieldProblem error={error} field={field} />
      </div>
    </div>
  );
}

type ProblemProps = { readonly error: Error | null; readonly field: string };

/** What a refusal says of a field, under it. */
export function FieldProblem({ error, field }: ProblemProps): ReactNode {
  const textOf = useProblemText();
  const problem = fieldProblem(error, field);
  return problem === undefined ? null : (
    <p className="set-problem">
      <span aria-hidden>▲ </span>
      {textOf(problem)}
    </p>
  );
}

/** What a refusal says of a field and of what is inside it. */
export function fieldProblem(error: Error | null, field: string) {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.fields?.find(({ path }) => path === field || path.startsWith(`${field}.`));
}
