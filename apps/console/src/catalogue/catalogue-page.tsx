import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { PageTitle } from '../parts/page-title.js';
import { Proposals } from '../publish/proposals.js';
import { CatalogueImport } from './catalogue-import.js';
import { CatalogueTable, type Acting } from './catalogue-table.js';
import { FileDialog } from './file-dialog.js';
import { NewEntry } from './new-entry.js';
import { useCatalogue, useKinds } from './use-catalogue.js';
import { Withdrawal } from './withdrawal.js';
import './catalogue.css';

/** What the organ has published (信息公开目录): searched, added to by tables, withdrawn. */
export function CataloguePage(): ReactNode {
  const t = useWords('catalogue');
  const [isImporting, setImporting] = useState(false);
  const [isEntering, setEntering] = useState(false);
  const [acting, act] = useState<Acting | null>(null);
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={t('sentence')}>
        <a href="/portal/information" target="_blank" rel="noreferrer">
          {t('on-portal')}
        </a>
        <Link to="/catalogue/formed">{t('formed.title')}</Link>
        <Link to="/catalogue/year">{t('year.title')}</Link>
        <Button onClick={() => setEntering(true)}>{t('enter')}</Button>
        <Button type="primary" onClick={() => setImporting(true)}>
          {t('import')}
        </Button>
      </PageTitle>
      <section className="card" aria-label={t('title')}>
        <Filters />
        <Entries onAct={act} />
      </section>
      <Proposals />
      {isImporting ? <CatalogueImport onClose={() => setImporting(false)} /> : null}
      {isEntering ? <NewEntry onClose={() => setEntering(false)} /> : null}
      {acting === null ? null : <ActDialog {...acting} onClose={() => act(null)} />}
    </main>
  );
}

function ActDialog({ entry, act, onClose }: Acting & { readonly onClose: () => void }): ReactNode {
  return act === 'file' ? (
    <FileDialog entry={entry} onClose={onClose} />
  ) : (
    <Withdrawal entry={entry} act={act} onClose={onClose} />
  );
}

function Entries({ onAct }: { readonly onAct: (acting: Acting) => void }): ReactNode {
  const t = useWords('catalogue');
  const [address] = useAddress();
  const query = { q: address('q'), status: address('status'), kind: address('kind') };
  const { data: entries = [], error, isSuccess, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCatalogue(query);
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {isSuccess && entries.length === 0 ? <EmptyState text={t('none')} /> : null}
      {entries.length === 0 ? null : <CatalogueTable entries={entries} onAct={onAct} />}
      {hasNextPage ? (
        <Button className="catalogue-more" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}

function Filters(): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const [address, setAddress] = useAddress();
  const { data: kinds } = useKinds();
  const any = { value: '', label: t('any') };
  return (
    <div className="catalogue-filters" role="search">
      <Input.Search
        key={address('q') ?? ''}
        aria-label={t('q')}
        placeholder={t('q')}
        allowClear
        defaultValue={address('q')}
        onSearch={(q) => setAddress({ q: q.trim() })}
      />
      <Select
        aria-label={t('status')}
        value={address('status') ?? ''}
        options={[any, ...(['published', 'withdrawn'] as const).map((value) => ({ value, label: t(`status.${value}`) }))]}
        onChange={(status) => setAddress({ status })}
      />
      <Select
        aria-label={t('kind')}
        value={address('kind') ?? ''}
        options={[any, ...(kinds?.items ?? []).map(({ code, name }) => ({ value: code, label: name[language] }))]}
        onChange={(kind) => setAddress({ kind })}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
