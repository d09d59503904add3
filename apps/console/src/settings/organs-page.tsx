import type { AdministeredOrgan } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '../api/api.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { ConfirmAct } from './confirm-act.js';
import { GuideWants, WantingGuides } from './guide-wants.js';
import { GuideSection } from './guide-section.js';
import { filesOf } from './organ-files.js';
import { FeesFact } from './organ-fees.js';
import { OrganForm } from './organ-form.js';
import { OrganTree } from './organ-tree.js';
import { useChange, useOrganTree, useStaff } from './queries.js';
import { StaffTable } from './staff-table.js';
import './settings.css';

/** The tree at the left; the chosen organ and its people at the right. */
export function OrgansPage(): ReactNode {
  const t = useWords('settings');
  const { data: organs, error, refetch } = useOrganTree();
  const [address, setAddress] = useSearchParams();
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (organs === undefined) return <p className="set-empty">{t('loading')}</p>;
  const chosen = organs.find(({ code }) => code === address.get('organ')) ?? organs[0];
  if (chosen === undefined) return <p className="set-empty">{t('no-organs')}</p>;
  const choose = (code: string): void => setAddress({ organ: code }, { replace: true });
  return (
    <div className="set-organs">
      <section className="card">
        <header className="card-head">
          <h1>{t('organs')}</h1>
        </header>
        <WantingGuides organs={organs} onChoose={choose} />
        <OrganTree organs={organs} chosen={chosen.code} onChoose={choose} />
      </section>
      <OrganDetails key={chosen.code} organ={chosen} organs={organs} onChoose={choose} />
    </div>
  );
}

type DetailsProps = {
  readonly organ: AdministeredOrgan;
  readonly organs: readonly AdministeredOrgan[];
  readonly onChoose: (code: string) => void;
};

function OrganDetails({ organ, organs, onChoose }: DetailsProps): ReactNode {
  const t = useWords('settings');
  const language = useLanguage();
  const [open, setOpen] = useState<'new' | 'change' | 'remove' | null>(null);
  const close = (): void => setOpen(null);
  const removal = useChange(
    () => api.delete<unknown>(`/admin/organs/${organ.code}`),
    () => onChoose(organ.parent ?? ''),
  );
  const above = organs.find(({ code }) => code === organ.parent);
  return (
    <section className="card set-details" aria-label={organ.name[language]}>
      <header className="card-head">
        <h2>{organ.name[language]}</h2>
        <span className="spring" />
        <Button onClick={() => setOpen('new')}>{t('organ.add')}</Button>
        <Button onClick={() => setOpen('change')}>{t('organ.change')}</Button>
        {above === undefined ? null : <Button onClick={() => setOpen('remove')}>{t('organ.remove')}</Button>}
      </header>
      <dl className="set-facts">
        <Fact name={t('organ.names')} value={`${organ.name['zh-CN']} · ${organ.name.en}`} />
        <Fact name={t('organ.code')} value={organ.code} />
        <Fact name={t('organ.kind')} value={t(`kind.${organ.kind}`)} />
        <Fact name={t('organ.prefix')} value={organ.numberPrefix} />
        <Fact name={t('organ.numberFormat')} value={organ.numberFormat} />
        <FeesFact feesFrom={organ.feesFrom} />
        <Fact name={t('organ.files')} value={t(`organ.files.${filesOf(organ.filesAfterRemedies)}`)} />
        <Fact name={t('organ.parent')} value={above?.name[language] ?? t('organ.top')} />
        <Fact name={t('organ.open-cases')} value={String(organ.openCases)} />
      </dl>
      <GuideWants organ={organ} />
      <GuideSection organ={organ} />
      <OrganPeople organ={organ} hasUnits={organs.some(({ parent }) => parent === organ.code)} />
      {open === 'new' || open === 'change' ? (
        <OrganForm
          organs={organs}
          parent={organ}
          organ={open === 'change' ? organ : undefined}
          onClose={close}
          onDone={onChoose}
        />
      ) : null}
      {open === 'remove' ? (
        <ConfirmAct
          title={t('organ.remove-title', { name: organ.name[language] })}
          consequences={[t('organ.remove-only-empty'), t('organ.remove-code', { code: organ.code }), t('logged')]}
          act={t('organ.remove')}
          onAct={() => removal.mutate(undefined)}
          onClose={close}
          isPending={removal.isPending}
          error={removal.error}
        />
      ) : null}
    </section>
  );
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function OrganPeople({ organ, hasUnits }: { readonly organ: AdministeredOrgan; readonly hasUnits: boolean }): ReactNode {
  const t = useWords('settings');
  const staff = useStaff({ organ: organ.code });
  return (
    <>
      <header className="card-head">
        <h2>{t('people-here')}</h2>
        <span className="spring" />
        <Link to={`/settings/people?organ=${organ.code}&new=1`}>{t('person.add')}</Link>
      </header>
      <StaffTable staff={staff} empty={t('people-here-none')} ofOneOrgan={!hasUnits} />
    </>
  );
}
