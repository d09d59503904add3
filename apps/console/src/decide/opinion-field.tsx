import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { Opinion } from './use-opinion.js';

type Props = {
  readonly id: string;
  readonly opinion: Opinion;
  readonly label: string;
  readonly hint: string;
  /** Told where it is asked for and missing. */
  readonly missing: string;
  readonly rows?: number;
  /** Between the label and the field. */
  readonly children?: ReactNode;
};

/** The field for what somebody says before they decide. */
export function OpinionField({ id, opinion, label, hint, missing, rows = 1, children }: Props): ReactNode {
  const { text, write, isMissing, field } = opinion;
  const missingId = `${id}-missing`;
  return (
    <>
      <label htmlFor={id} className="strong">
        {label}
      </label>
      {children}
      <Input.TextArea
        id={id}
        ref={field}
        rows={rows}
        placeholder={hint}
        value={text}
        status={isMissing ? 'error' : undefined}
        aria-describedby={isMissing ? missingId : undefined}
        onChange={({ target }) => write(target.value)}
      />
      {isMissing ? (
        <p id={missingId} role="alert" className="field-problem">
          {missing}
        </p>
      ) : null}
    </>
  );
}
