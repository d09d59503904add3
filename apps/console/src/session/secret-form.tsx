import { Button, Input } from 'antd';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';

type Field = { readonly name: 'password' | 'code'; readonly label: string; readonly autoComplete: string };
type Values = Partial<Record<Field['name'], string>>;
type Props = {
  readonly fields: readonly Field[];
  readonly act: string;
  readonly onAct: (values: Values) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
};

/** What somebody knows, or has at hand, to show that it is them. */
export function SecretForm({ fields, act, onAct, isPending, error }: Props): ReactNode {
  const t = useWords('wayIn');
  const id = useId();
  const [values, setValues] = useState<Values>({});
  const [wasEmpty, markEmpty] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const isEmpty = fields.some(({ name }) => (values[name] ?? '').trim() === '');
    markEmpty(isEmpty);
    if (!isEmpty) onAct(values);
  };
  return (
    <form className="log-in-form" onSubmit={submit} noValidate>
      {fields.map(({ name, label, autoComplete }, i) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <Input
            id={`${id}-${name}`}
            type={name === 'password' ? 'password' : 'text'}
            autoComplete={autoComplete}
            autoFocus={i === 0}
            required
            value={values[name] ?? ''}
            onChange={({ target }) => setValues((before) => ({ ...before, [name]: target.value }))}
          />
        </div>
      ))}
      <p role="status" className="dense">
        {wasEmpty ? t('step.missing') : ''}
      </p>
      {error === null ? null : <ErrorNotice error={error} />}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {act}
      </Button>
    </form>
  );
}
