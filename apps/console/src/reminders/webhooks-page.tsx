import type { WebhookTarget, WebhookTargets, WebhookTest } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { ConfirmAct } from '../settings/confirm-act.js';
import { ADMIN, useChange } from '../settings/queries.js';
import '../settings/settings.css';
import { WebhookForm } from './webhook-form.js';
import { WebhookTable } from './webhook-table.js';

const useWebhooks = () => useQuery({ queryKey: [ADMIN, 'webhooks'], queryFn: () => api.get<WebhookTargets>('/admin/webhooks') });

/** What is open: a form for a new one or one that is there, or the question whether to remove it. */
type Open = { readonly form?: WebhookTarget | null; readonly removing?: WebhookTarget };

/** Places outside at which an organ has its people told: robots of WeCom and DingTalk, gateways. */
export function WebhooksPage(): ReactNode {
  const [t, s] = [useWords('reminders'), useWords('settings')];
  const { data, error, refetch } = useWebhooks();
  const [open, setOpen] = useState<Open>({});
  const close = (): void => setOpen({});
  return (
    <section className="card">
      <header className="card-head">
        <h1>{s('page.webhooks')}</h1>
        <p className="muted dense">{t('hooks-what')}</p>
        <span className="spring" />
        <Button type="primary" onClick={() => setOpen({ form: null })}>
          {t('hook.add')}
        </Button>
      </header>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <Listed targets={data.items} onChange={(form) => setOpen({ form })} onRemove={(removing) => setOpen({ removing })} />
      )}
      {open.form === undefined ? null : <WebhookForm target={open.form} recipients={data?.recipients ?? []} onClose={close} />}
      {open.removing === undefined ? null : <Remove target={open.removing} onClose={close} />}
    </section>
  );
}

type ListProps = {
  readonly targets: readonly WebhookTarget[];
  readonly onChange: (target: WebhookTarget) => void;
  readonly onRemove: (target: WebhookTarget) => void;
};

function Listed({ targets, ...acts }: ListProps): ReactNode {
  const t = useWords('reminders');
  const test = useChange(async (target: WebhookTarget) => ({
    ...(await api.post<WebhookTest>(`/admin/webhooks/${target.id}/test`, {})),
    name: target.name,
  }));
  const turn = useChange(({ id, active }: WebhookTarget) =>
    api.patch<WebhookTarget>(`/admin/webhooks/${id}`, { active: !active }),
  );
  if (targets.length === 0) return <p className="set-empty">{t('hooks-none')}</p>;
  const said = test.data;
  return (
    <>
      {[test.error, turn.error].map((error, i) => (error === null ? null : <ErrorNotice key={i} error={error} />))}
      <p className={said?.taken === false ? 'set-problem set-said' : 'set-said'} role="status">
        {said === undefined
          ? ''
          : t(said.taken ? 'hook.test-taken' : 'hook.test-refused', { name: said.name, answer: said.answer })}
      </p>
      <WebhookTable targets={targets} onTest={test.mutate} onTurn={turn.mutate} {...acts} />
    </>
  );
}

function Remove({ target, onClose }: { readonly target: WebhookTarget; readonly onClose: () => void }): ReactNode {
  const [t, s] = [useWords('reminders'), useWords('settings')];
  const { mutate, isPending, error } = useChange(() => api.delete<unknown>(`/admin/webhooks/${target.id}`), onClose);
  return (
    <ConfirmAct
      title={t('hook.remove-title', { name: target.name })}
      consequences={[t('hook.remove-1'), t('hook.remove-2'), s('logged')]}
      act={t('hook.remove')}
      onAct={() => mutate(undefined)}
      onClose={onClose}
      isPending={isPending}
      error={error}
    />
  );
}
