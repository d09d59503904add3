import type { SessionView } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { api } from '../api/api.js';
import { isProblem } from '../api/problem.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';

type Props = {
  readonly username: string;
  readonly onUsername?: (username: string) => void;
  readonly onEntered: (session: SessionView) => void;
  /** Whether it takes the focus; whoever is typing elsewhere would type on into the password. */
  readonly takesFocus?: boolean;
};

/** User name and password. Without `onUsername` the name stands fast: somebody goes on where they were. */
export function LogInForm({ username, onUsername, onEntered, takesFocus = true }: Props): ReactNode {
  const t = useWords('shell');
  const [password, setPassword] = useState('');
  const logIn = useMutation({
    mutationFn: () => api.post<SessionView>('/session', { username: username.trim(), password }),
    onSuccess: onEntered,
  });
  const [wasEmpty, markEmpty] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const isEmpty = username.trim() === '' || password === '';
    markEmpty(isEmpty);
    if (!isEmpty) logIn.mutate();
  };
  return (
    <form className="log-in-form" onSubmit={submit} noValidate>
      <label htmlFor="username">{t('log-in.username')}</label>
      <Input
        id="username"
        autoComplete="username"
        autoFocus={takesFocus && onUsername !== undefined}
        readOnly={onUsername === undefined}
        required
        value={username}
        onChange={({ target }) => onUsername?.(target.value)}
      />
      <label htmlFor="password">{t('log-in.password')}</label>
      <Input
        id="password"
        type="password"
        autoComplete="current-password"
        autoFocus={takesFocus && onUsername === undefined}
        required
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      {wasEmpty ? (
        <p role="alert" className="dense">
          {t('log-in.missing')}
        </p>
      ) : null}
      {logIn.error === null || wasEmpty ? null : (
        <ErrorNotice error={logIn.error} heading={isProblem(logIn.error, 'unauthenticated') ? t('log-in.wrong') : undefined} />
      )}
      <Button type="primary" htmlType="submit" loading={logIn.isPending} block>
        {t('log-in')}
      </Button>
    </form>
  );
}
