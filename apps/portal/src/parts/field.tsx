import type { ReactNode } from 'react';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly type?: 'text' | 'tel' | 'email';
  readonly autoComplete?: string;
  /** Several lines. */
  readonly long?: boolean;
};

/** A field with its label above it, and what is wrong below. */
export function Field({ id, label, value, onChange, hint, wrong, type = 'text', autoComplete = 'off', long }: Props): ReactNode {
  const told = [hint === undefined ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-wrong`].join(' ').trim();
  const common = { id, value, 'aria-invalid': wrong !== undefined, 'aria-describedby': told === '' ? undefined : told };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {long === true ? (
        <textarea {...common} rows={3} maxLength={4000} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...common}
          type={type}
          autoComplete={autoComplete}
          maxLength={200}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <Wrong id={id} wrong={wrong} />
    </div>
  );
}

/** What is wrong with a field. */
export function Wrong({ id, wrong }: { readonly id: string; readonly wrong: string | undefined }): ReactNode {
  return wrong === undefined ? null : (
    <p className="wrong" id={`${id}-wrong`}>
      {wrong}
    </p>
  );
}
