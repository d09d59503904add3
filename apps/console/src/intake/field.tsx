import type { ReactNode } from 'react';
import { useFormProblems } from './form-problems.js';
import { ReadHint } from './read-hint.js';

type Props = {
  /** Name of the field: the id of its control, and what a problem is told by. */
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: ReactNode;
  /** The control says itself what is wrong with it. */
  readonly saysItself?: boolean;
  readonly children: ReactNode;
};

/** A labelled row of the form; what the server says of the field stands under it. */
export function Field({ name, label, required = false, hint, saysItself = false, children }: Props): ReactNode {
  return (
    <div className="field" data-field={name}>
      <label htmlFor={name} className={required ? 'required' : undefined}>
        {label}
      </label>
      <div className="field-body">
        <div className="field-controls">
          {children}
          <ReadHint name={name} />
        </div>
        {hint === undefined ? null : <p className="field-hint">{hint}</p>}
        {saysItself ? null : <FieldProblem name={name} />}
      </div>
    </div>
  );
}

/** What the server says of a field. */
export function FieldProblem({ name }: { readonly name: string }): ReactNode {
  const message = useFormProblems()[name];
  if (message === undefined) return null;
  return (
    <p className="field-problem" id={`${name}-problem`}>
      <span aria-hidden>▲ </span>
      {message}
    </p>
  );
}
