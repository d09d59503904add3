import type { SessionView } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { api } from '../api/api.js';
import { isProblem, ProblemError } from '../api/problem.js';
import type { Say } from '../i18n/i18n.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';

type Props = {
  readonly username: string;
  readonly onUsername?: (username: string) => void;
  readonly onEntered: (session: SessionView) => void;
  /** Whether it takes the focus; whoever is typing elsewhere would type on into the password. */
  readonly takesFocus?: boolean;
};

/** User name and password, and a code once the server asks for one. Without `onUsername` the name stands fast: somebody goes on where they were. */
export function LogInForm({ username, onUsername, onEntered, takesFocus = true }: Props): ReactNode {
  const t = useWords('shell');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const logIn = useMutation({
    mutationFn: () =>
      api.post<SessionView>('/session', { username: username.trim(), password, ...(code === null ? {} : { code: code.trim() }) }),
    onSuccess: onEntered,
    onError: (error) => {
      if (isProblem(error, 'second-factor-needed')) setCode('');
    },
  });
  const [missing, setMissing] = useState<'password' | 'code' | null>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const lacks = username.trim() === '' || password === '' ? 'password' : code?.trim() === '' ? 'code' : null;
    setMissing(lacks);
    if (lacks === null) logIn.mutate();
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
      {code === null ? null : <CodeInput value={code} onChange={setCode} />}
      <Refused missing={missing} error={logIn.error} />
      <Button type="primary" htmlType="submit" loading={logIn.isPending} block>
        {t('log-in')}
      </Button>
    </form>
  );
}

/** Comes when it is asked for, with the focus. */
function CodeInput({ value, onChange }: { readonly value: string; readonly onChange: (code: string) => void }): ReactNode {
  const t = useWords('wayIn');
  return (
    <>
      <label htmlFor="code">{t('log-in.code')}</label>
      <Input
        id="code"
        autoComplete="one-time-code"
        autoFocus
        required
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}

type RefusedProps = { readonly missing: 'password' | 'code' | null; readonly error: Error | null };

/** What keeps somebody out. That a code is asked for is no fault. */
function Refused({ missing, error }: RefusedProps): ReactNode {
  const t = useWords('shell');
  const w = useWords('wayIn');
  if (missing !== null)
    return (
      <p role="alert" className="dense">
        {missing === 'code' ? w('log-in.code-missing') : t('log-in.missing')}
      </p>
    );
  if (error === null || isProblem(error, 'second-factor-needed')) return null;
  return <ErrorNotice error={error} heading={isWrongPassword(error) ? t('log-in.wrong') : undefined} lead={leadOf(error, w)} />;
}

const saysOf = (error: Error, wanted: string): boolean =>
  error instanceof ProblemError && (error.problem.fields ?? []).some(({ code }) => code === wanted);

const isWrongPassword = (error: Error): boolean => saysOf(error, 'wrong-credentials');

const leadOf = (error: Error, w: Say<'wayIn'>): string | undefined =>
  saysOf(error, 'wrong-second-factor') ? w('log-in.not-in') : undefined;
