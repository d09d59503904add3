import type { OwnSession, OwnSessionList, SessionView } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { officeDay, officeTime } from '../i18n/office-time.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { SecretForm } from './secret-form.js';
import { SetUpSecondStep } from './set-up-second-step.js';
import './log-in.css';

const SCREENS = ['own-screens'];

/** One's own log-in: its second step, and the screens where one is logged in. */
export function WayIn(): ReactNode {
  return (
    <div className="way-in">
      <SecondStep />
      <Screens />
    </div>
  );
}

function SecondStep(): ReactNode {
  const t = useWords('wayIn');
  const client = useQueryClient();
  const { data: session } = useQuery<SessionView | null>({ queryKey: keys.session, enabled: false });
  const isOn = session?.secondFactor === 'on';
  const Form = isOn ? RemoveSecondStep : SetUpSecondStep;
  const [isOpen, open] = useState(false);
  const set = (secondFactor: SessionView['secondFactor']): void => {
    open(false);
    client.setQueryData<SessionView | null>(keys.session, (now) => (now ? { ...now, secondFactor } : now));
    void client.invalidateQueries({ queryKey: SCREENS });
  };
  return (
    <section aria-label={t('step')}>
      <h2>{t('step')}</h2>
      {isOpen && !isOn ? null : <p className="dense">{t(isOn ? 'step.on' : 'step.off')}</p>}
      {isOpen ? (
        <Form onDone={() => set(isOn ? 'off' : 'on')} />
      ) : (
        <Button onClick={() => open(true)}>{t(isOn ? 'step.remove' : 'step.begin')}</Button>
      )}
    </section>
  );
}

function RemoveSecondStep({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useWords('wayIn');
  const remove = useMutation({
    mutationFn: (given: { readonly password?: string; readonly code?: string }) =>
      api.post<unknown>('/session/second-factor/removal', given),
    onSuccess: onDone,
  });
  return (
    <>
      <p className="dense">{t('step.remove-why')}</p>
      <SecretForm
        fields={[
          { name: 'password', label: t('step.password'), autoComplete: 'current-password' },
          { name: 'code', label: t('step.code-or'), autoComplete: 'one-time-code' },
        ]}
        act={t('step.remove')}
        onAct={(given) => remove.mutate(given)}
        isPending={remove.isPending}
        error={remove.error}
      />
    </>
  );
}

function Screens(): ReactNode {
  const t = useWords('wayIn');
  const client = useQueryClient();
  const { data, error } = useQuery({ queryKey: SCREENS, queryFn: () => api.get<OwnSessionList>('/session/screens') });
  const end = useMutation({
    mutationFn: (id: string) => api.delete(`/session/screens/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: SCREENS }),
  });
  const failed = error ?? end.error;
  return (
    <section aria-label={t('screens')}>
      <h2>{t('screens')}</h2>
      {failed === null ? null : <ErrorNotice error={failed} />}
      {data === undefined ? error === null && <LoadingRows /> : null}
      <ul className="own-screens">
        {data?.items.map((one) => (
          <li key={one.id}>
            <span>
              {programOf(one.agent) ?? t('screens.unknown')} · {one.address}
              <small>{t('screens.since', { since: `${officeDay(one.since)} ${officeTime(one.since)}` })}</small>
            </span>
            {one.isThis ? (
              <span className="muted">{t('screens.this')}</span>
            ) : (
              <Button size="small" disabled={end.isPending} onClick={() => end.mutate(one.id)}>
                {t('screens.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="dense">
        {end.isSuccess ? t('screens.ended') : ''}
      </p>
    </section>
  );
}

/** What people call a browser, by the first of these words that it says of itself: most say several. */
const PROGRAMS = ['MicroMessenger', 'Edg', 'OPR', 'Firefox', 'HeadlessChrome', 'Chrome', 'Safari'] as const;
const CALLED: Readonly<Partial<Record<string, string>>> = {
  Edg: 'Edge',
  OPR: 'Opera',
  MicroMessenger: 'WeChat',
  HeadlessChrome: 'Chrome',
};
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'Mac OS', 'Linux'] as const;

function programOf(agent: OwnSession['agent']): string | undefined {
  const program = PROGRAMS.find((word) => agent.includes(word));
  const system = SYSTEMS.find((word) => agent.includes(word));
  const told = [program === undefined ? undefined : (CALLED[program] ?? program), system].filter((part) => part !== undefined);
  return told.length === 0 ? undefined : told.join(', ');
}
