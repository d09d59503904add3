import { isLocalDate } from '@gongkai/calendar';
import type { TokenView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { TableHead } from '../parts/table-head.js';
import { ConfirmAct } from './confirm-act.js';
import { NewTokenDialog } from './new-token-dialog.js';
import { useChange, useTokens } from './queries.js';
import { useOffice } from '../shell/use-office.js';
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
  const { full } = useDays();
  const { data: office } = useOffice();
  const end = ({ expiresOn }: TokenView): string => {
    if (!isLocalDate(expiresOn)) return t('token.for-ever');
    const isOver = office !== undefined && expiresOn < office.today;
    return isOver ? t('token.ended', { day: full(expiresOn) }) : full(expiresOn);
  };
  if (tokens.length === 0) return <p className="set-empty">{t('tokens-none')}</p>;
  return (
    <table className="set-table">
      <TableHead
        columns={(['name', 'person', 'organ', 'scopes', 'created', 'expires', 'used'] as const).map((column) =>
          t(`token.${column}`),
        )}
      >
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
            <td>{token.scopes.map((scope) => t(`token.scope.${scope}`)).join(t('token.and'))}</td>
            <td>{moment(token.createdAt)}</td>
            <td>{end(token)}</td>
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
