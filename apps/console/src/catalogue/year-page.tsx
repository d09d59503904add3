import { articleText, type CatalogueYear } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TakeAlong } from '../list/take-along.js';
import { useAddress } from '../list/use-address.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { TableHead } from '../parts/table-head.js';
import { useOffice } from '../shell/use-office.js';
import { OpenFormed } from './formed-list.js';
import { LateTable } from './late-table.js';
import { Gap } from './nothing.js';
import { CATALOGUE } from './use-catalogue.js';
import { yearSheets } from './year-sheets.js';
import './catalogue.css';

/** Years that can be looked at: this one and those before it. */
const YEARS = 8;
const COLUMNS = [
  'kind',
  'article',
  'year.made',
  'year.published',
  'withdrawn.count',
  'year.standing',
  'year.late',
  'year.gap',
] as const;

/** What must be public (全清单, REG 19–21): what is missing, what came late (REG 26), what the annual report counts. */
export function CatalogueYearPage(): ReactNode {
  const t = useWords('catalogue');
  const today = useOffice().data?.today;
  return (
    <main id="content" className="page" tabIndex={-1}>
      {today === undefined ? <LoadingRows /> : <Year latest={Number(today.slice(0, 4))} />}
      <p className="muted dense catalogue-note">{t('year.report')}</p>
    </main>
  );
}

function Year({ latest }: { readonly latest: number }): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const [address, setAddress] = useAddress();
  const year = address('year') ?? String(latest);
  const { data, error, refetch } = useQuery({
    queryKey: [CATALOGUE, 'year', year],
    queryFn: () => api.get<CatalogueYear>('/disclosures/year', { year }),
  });
  return (
    <>
      <PageTitle title={t('year.title')} sentence={t('year.sentence')}>
        <Select
          aria-label={t('year')}
          value={year}
          options={Array.from({ length: YEARS }, (_, i) => ({ value: String(latest - i), label: String(latest - i) }))}
          onChange={(chosen) => setAddress({ year: chosen })}
        />
        <TakeAlong
          name={`${t('year.title')} ${year}`}
          tables={data === undefined ? undefined : () => yearSheets(data, t, language)}
        />
      </PageTitle>
      <section className="card" aria-label={t('year.title')}>
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined ? error === null && <LoadingRows /> : <Kinds year={data} />}
      </section>
      {year === String(latest) ? <OpenFormed /> : null}
      {data === undefined ? null : <LateTable year={data} />}
    </>
  );
}

function Kinds({ year: { year, kinds } }: { readonly year: CatalogueYear }): ReactNode {
  const t = useWords('catalogue');
  const language = useLanguage();
  const { listed } = useDays();
  return (
    <div className="catalogue-scroll" tabIndex={0} role="region" aria-label={t('year.kinds')}>
      <table className="catalogue-table">
        <Head columns={COLUMNS} />
        <tbody>
          {kinds.map(({ kind, made, published, withdrawn, standing, late, lastOn, ...said }) => (
            <tr key={kind.code} data-kind={kind.code}>
              <td>{kind.name[language]}</td>
              <td className="no-wrap">{articleText(kind.article, language)}</td>
              <td>{made}</td>
              <td>{published}</td>
              <td>{withdrawn}</td>
              <td>{standing}</td>
              <td className={late === 0 ? undefined : 'strong'}>{late}</td>
              <td className={isOpen(said) ? 'strong' : 'muted'}>
                {lastOn === null ? null : t('year.last', { day: listed(lastOn) })} <Gap of={{ kind, ...said }} year={year} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isOpen = ({ gap, nothing }: Pick<CatalogueYear['kinds'][number], 'gap' | 'nothing'>): boolean =>
  gap !== null && nothing === null;

function Head({ columns }: { readonly columns: readonly (typeof COLUMNS)[number][] }): ReactNode {
  const t = useWords('catalogue');
  return <TableHead columns={columns.map((column) => t(column))} />;
}
