import type { DailyRoot, DailyRoots } from '@gongkai/contracts';
import { Alert, Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { useOrgans } from '../list/use-organ-name.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { TableHead } from '../parts/table-head.js';
import { useSession } from '../session/session.js';
import { useMoment } from '../settings/use-moment.js';
import { RootsExport } from './roots-export.js';
import { useRoots } from './use-roots.js';

/** The signed days of an organ, and the file that proves them elsewhere. */
export function RootsCard(): ReactNode {
  const t = useWords('audit');
  const [get] = useAddress();
  const { user } = useSession();
  const organ = get('organ') ?? user.organ;
  return (
    <section className="card journal-card" aria-labelledby="roots-title">
      <header className="journal-head">
        <h2 id="roots-title">{t('roots')}</h2>
        <p className="muted dense">{t('roots.what')}</p>
        <OrganChoice organ={organ} />
      </header>
      <Signed key={organ} organ={organ} />
    </section>
  );
}

function Signed({ organ }: { readonly organ: string }): ReactNode {
  const t = useWords('audit');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRoots(organ);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingRows />;
  return (
    <>
      <Obstacle obstacle={data.pages[0]?.obstacle ?? null} />
      <SignedDays organ={organ} roots={data.pages.flatMap(({ items }) => items)} />
      {hasNextPage ? (
        <Button className="journal-more" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('roots.more')}
        </Button>
      ) : null}
      <SigningKey id={data.pages[0]?.key ?? null} />
    </>
  );
}

type SignedDaysProps = { readonly organ: string; readonly roots: readonly DailyRoot[] };

function SignedDays({ organ, roots }: SignedDaysProps): ReactNode {
  const t = useWords('audit');
  const { role } = useSession();
  const [newest] = roots;
  if (newest === undefined) return <EmptyState text={t('roots.none')} />;
  return (
    <>
      {role === 'auditor' ? <RootsExport organ={organ} newest={newest.day} /> : null}
      <Days roots={roots} />
    </>
  );
}

/** Why days that are over are not signed. */
function Obstacle({ obstacle }: Pick<DailyRoots, 'obstacle'>): ReactNode {
  const t = useWords('audit');
  return obstacle === null ? null : <Alert type="warning" showIcon role="alert" title={t(`roots.obstacle.${obstacle}`)} />;
}

function SigningKey({ id }: { readonly id: string | null }): ReactNode {
  const t = useWords('audit');
  return id === null ? null : (
    <p className="journal-key">
      {t('roots.key')} <code className="small">{id}</code>
    </p>
  );
}

function OrganChoice({ organ }: { readonly organ: string }): ReactNode {
  const t = useWords('audit');
  const language = useLanguage();
  const [, set] = useAddress();
  const organs = useOrgans().data?.items ?? [];
  if (organs.length < 2) return null;
  return (
    <Select
      aria-label={t('chains.organ')}
      value={organ}
      showSearch={{ optionFilterProp: 'label' }}
      options={organs.map(({ code, name }) => ({ value: code, label: name[language] }))}
      onChange={(code) => set({ organ: code })}
      popupMatchSelectWidth={false}
    />
  );
}

function Days({ roots }: { readonly roots: readonly DailyRoot[] }): ReactNode {
  const t = useWords('audit');
  const days = useDays();
  const moment = useMoment();
  return (
    <table className="journal-table">
      <TableHead columns={[t('roots.day'), t('roots.entries'), t('roots.signed-at'), t('roots.state')]} />
      <tbody>
        {roots.map(({ day, entries, signedAt, state }) => (
          <tr key={day}>
            <td>{days.full(day)}</td>
            <td>{entries}</td>
            <td>{moment(signedAt)}</td>
            <td className={state === 'signed' ? '' : 'strong'}>
              {state === 'signed' ? t('roots.signed') : t(`problem.${state}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
