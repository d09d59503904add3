import { PASSWORD_LENGTH } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';

type Props = { readonly username: string; readonly onChanged: () => void };

const EMPTY = { current: '', next: '', again: '' };

/** The present password and, twice, the new one. */
export function ChangePasswordForm({ username, onChanged }: Props): ReactNode {
  const t = useWords('shell');
  const [values, setValues] = useState(EMPTY);
  const change = useMutation({
    mutationFn: () => api.put<unknown>('/session/password', { current: values.current, next: values.next }),
    onSuccess: onChanged,
  });
  const [wasSent, send] = useState(false);
  const wrong = wrongIn(values, wasSent);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    send(true);
    if (wrongIn(values, true) === null) change.mutate();
  };
  const field = (name: keyof typeof EMPTY, autoComplete: string): ReactNode => (
    <>
      <label htmlFor={`password-${name}`}>{t(`password.${name}`)}</label>
      <Input
        type="password"
        id={`password-${name}`}
        autoComplete={autoComplete}
        autoFocus={name === 'current'}
        required
        value={values[name]}
        onChange={({ target }) => setValues((before) => ({ ...before, [name]: target.value }))}
      />
    </>
  );
  return (
    <form className="log-in-form" onSubmit={submit} noValidate>
      <input hidden readOnly autoComplete="username" value={username} />
      {field('current', 'current-password')}
      {field('next', 'new-password')}
      <p className="muted small">{t('password.rule', { length: PASSWORD_LENGTH })}</p>
      {field('again', 'new-password')}
      <p role="status" className="dense">
        {wrong === null ? '' : t(wrong, { length: PASSWORD_LENGTH })}
      </p>
      {change.error === null ? null : <ErrorNotice error={change.error} />}
      <Button type="primary" htmlType="submit" loading={change.isPending} block>
        {t('password.change')}
      </Button>
    </form>
  );
}

/** What is wrong with what was typed; until it is sent, only what cannot become right by typing on. */
function wrongIn(values: typeof EMPTY, wasSent: boolean): 'password.missing' | 'password.short' | 'password.differs' | null {
  const { next, again } = values;
  if (wasSent && Object.values(values).includes('')) return 'password.missing';
  if (wasSent && next.length < PASSWORD_LENGTH) return 'password.short';
  return again === '' || again === next ? null : 'password.differs';
}
