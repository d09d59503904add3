import type { IssuedToken, TokenView } from '@gongkai/contracts';
import { Button, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { TableHead } from '../parts/table-head.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { ConfirmAct } from './confirm-act.js';
import { FormField } from './form-field.js';
import { OneTimeSecret } from './one-time-secret.js';
import { useChange, useStaff, useTokens } from './queries.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';
import { useMoment } from './use-moment.js';
import { useOrganName } from './use-names.js';
import './settings.css';

/** With a token a program acts for a person. */
export function TokensPage(): ReactNode {
  const t = useWords('settings');
  const { data: tokens, error, refetch } = useTokens();
  const [isOpen, setIsOpen] = useState(false);
  const [revoking, setRevoking] = useState<TokenView | null>(null);
  const revoke = useChange(
    (token: TokenView) => api.delete<unknown>(`/admin/tokens/${token.id}`),
    () => setRevoking(null),
  );
  return (
    <section className="card">
      <header className="card-head">
        <h1>{t('page.tokens')}</h1>
        <p className="muted dense">{t('tokens-what')}</p>
        <span className="spring" />
        <Button type="primary" onClick={() => setIsOpen(true)}>
          {t('token.add')}
        </Button>
      </header>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {tokens === undefined ? null : <TokenTable tokens={tokens} onRevoke={setRevoking} />}
      {isOpen ? <NewTokenDialog onClose={() => setIsOpen(false)} /> : null}
      {revoking === null ? null : (
        <ConfirmAct
          title={t('token.revoke-title', { name: revoking.name })}
          consequences={[t('token.revoke-1'), t('token.revoke-2'), t('logged')]}
          act={t('token.revoke')}
          onAct={() => revoke.mutate(revoking)}
          onClose={() => setRevoking(null)}
          isPending={revoke.isPending}
          error={revoke.error}
        />
      )}
    </section>
  );
}

type TableProps = { readonly tokens: readonly TokenView[]; readonly onRevoke: (token: TokenView) => void };

function TokenTable({ tokens, onRevoke }: TableProps): ReactNode {
  const t = useWords('settings');
  const moment = useMoment();
  const organName = useOrganName();
  if (tokens.length === 0) return <p className="set-empty">{t('tokens-none')}</p>;
  return (
    <table className="set-table">
      <TableHead columns={(['name', 'person', 'organ', 'created', 'used'] as const).map((column) => t(`token.${column}`))}>
        <td />
      </TableHead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">{token.name}</th>
            <td>
              {token.person.name} <span className="muted">{token.username}</span>
            </td>
            <td>{organName(token.organ)}</td>
            <td>{moment(token.createdAt)}</td>
            <td>{token.lastUsedAt === null ? t('token.never') : moment(token.lastUsedAt)}</td>
            <td>
              <Button size="small" onClick={() => onRevoke(token)} aria-label={`${t('token.revoke')}: ${token.name}`}>
                {t('token.revoke')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewTokenDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords('settings');
  const [name, setName] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [q, setQ] = useState('');
  useFocusBack();
  const { data: people = [] } = useStaff({ active: 'true', q: q.trim() || undefined });
  const issue = useChange(() => api.post<IssuedToken>('/admin/tokens', { name, person: person ?? '' }));
  if (issue.data !== undefined) {
    const { token, secret } = issue.data;
    const note = t('secret.for-program', { name: token.name, person: token.person.name });
    return <OneTimeSecret title={t('secret.token')} secret={secret} note={note} onClose={onClose} />;
  }
  return (
    <Modal open title={t('token.add')} onCancel={onClose} footer={null} width={480}>
      <SettingsForm onSubmit={() => issue.mutate(undefined)}>
        <FormField id="token-name" label={t('token.name')} required field="name" error={issue.error} hint={t('token.name-hint')}>
          <Input id="token-name" required value={name} onChange={({ target }) => setName(target.value)} />
        </FormField>
        <FormField
          id="token-person"
          label={t('token.person')}
          required
          field="person"
          error={issue.error}
          hint={t('token.person-hint')}
        >
          <Select
            id="token-person"
            showSearch={{ filterOption: false, onSearch: setQ }}
            placeholder={t('person.find')}
            value={person}
            options={people.map(({ id, name: label, username }) => ({ value: id, label: `${label} ${username}` }))}
            onChange={setPerson}
          />
        </FormField>
        <Refusal error={issue.error} names={{ name: t('token.name'), person: t('token.person') }} />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={issue.isPending}>
            {t('token.add')}
          </Button>
        </div>
      </SettingsForm>
    </Modal>
  );
}
