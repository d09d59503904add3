import { yearOf, type LocalDate } from '@gongkai/calendar';
import type { CaseRow } from '@gongkai/contracts';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { KeyBar } from '../keys/key-bar.js';
import { useKeys } from '../keys/use-keys.js';
import { ColumnChoice } from '../list/column-choice.js';
import { download } from '../list/csv.js';
import { FilterBox } from '../list/filter-box.js';
import { Several } from '../list/several.js';
import { useAddress } from '../list/use-address.js';
import { useColumns } from '../list/use-columns.js';
import { useOrganName, useOrgans } from '../list/use-organ-name.js';
import { useTyped } from '../list/use-typed.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { useSession } from '../session/session.js';
import { useOffice } from '../shell/use-office.js';
import { REGISTER_COLUMNS, registerHead, type RegisterColumn } from './register-columns.js';
import { registerCsv } from './register-csv.js';
import {
  channelOptions,
  filterWords,
  fitsRegister,
  registerFilter,
  standingOptions,
  type RegisterFilter,
} from './register-filter.js';
import { registerXlsx } from './register-xlsx.js';
import { RegisterTable } from './register-table.js';
import { useRegister } from './use-register.js';
import '../list/case-list.css';
import './register-page.css';

/** The year of the first calendars. */
const FIRST_YEAR = 2019;

/** The numbers of a year in their order, as the book on the shelf would have them. */
export function RegisterPage(): ReactNode {
  const { data: office } = useOffice();
  return office === undefined ? null : <Register today={office.today} />;
}

function Register({ today }: { readonly today: LocalDate }): ReactNode {
  const t = useWords('inbox');
  const { user } = useSession();
  const [get] = useAddress();
  const asked = { organ: get('organ') ?? user.organ, year: Number(get('year') ?? yearOf(today)) };
  const organName = useOrganName()(asked.organ);
  const [q, type] = useTyped('q');
  const { columns, choose } = useColumns('register', REGISTER_COLUMNS, REGISTER_COLUMNS);
  const { data, error, refetch } = useRegister(asked);
  const wanted = registerFilter(q, get('channel'), get('state'));
  const rows = (data ?? []).filter((row) => fitsRegister(row, wanted));
  const sum = data === undefined ? '' : t('register.sum', { organ: organName, year: asked.year, count: data.length });
  return (
    <>
      <main id="content" className="page page-list register-page" tabIndex={-1}>
        <PageTitle title={t('register.title')} sentence={useSentence(sum, wanted, rows.length)}>
          <ColumnChoice all={REGISTER_COLUMNS} nameOf={(name) => registerHead(name, { t })} chosen={columns} onChoose={choose} />
          <Takings rows={rows} columns={columns} file={`${organName}-${asked.year}`} />
        </PageTitle>
        <div className="register-tools no-print">
          <Choosers asked={asked} thisYear={yearOf(today)} />
          <FilterBox value={q} onChange={type} />
        </div>
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
        <section className="card register" aria-label={t('register.title')} tabIndex={-1}>
          <Rows all={data} rows={rows} columns={columns} failed={error !== null} />
        </section>
      </main>
      <KeyBar />
    </>
  );
}

/** How many numbers the year has, and which of them are listed: on paper nothing else tells it. */
function useSentence(sum: string, wanted: RegisterFilter, count: number): string {
  const t = useWords('inbox');
  const terms = useWords('terms');
  const words = filterWords(wanted, { terms });
  return words.length === 0 || sum === '' ? sum : t('register.listed', { sum, filter: words.join(t('list')), count });
}

type RowsProps = {
  /** What the year has; undefined while it is read. */
  readonly all: readonly CaseRow[] | undefined;
  readonly rows: readonly CaseRow[];
  readonly columns: readonly RegisterColumn[];
  readonly failed: boolean;
};

function Rows({ all, rows, columns, failed }: RowsProps): ReactNode {
  const t = useWords('inbox');
  if (all === undefined) return failed ? null : <LoadingRows />;
  if (rows.length === 0) return <EmptyState text={t(all.length === 0 ? 'register.empty' : 'register.none')} />;
  return <RegisterTable rows={rows} columns={columns} />;
}

type TakingsProps = Pick<RowsProps, 'rows' | 'columns'> & { /** Its name, without its ending. */ readonly file: string };

/** As a file, or on paper. */
function Takings({ rows, columns, file }: TakingsProps): ReactNode {
  const t = useWords('inbox');
  const terms = useWords('terms');
  const lists = useWords('lists');
  const words = { t, terms, lists };
  const save = (): void =>
    void registerXlsx({ name: file, rows, columns }, words).then((sheet) => download(sheet, `${file}.xlsx`));
  const print = (): void => window.print();
  useKeys([
    { keys: ['E'], does: lists('key.export'), bar: 7, run: save },
    { keys: ['P'], does: t('register.print'), bar: 7, run: print },
  ]);
  return (
    <>
      <Button onClick={save}>
        {t('register.xlsx')} <kbd aria-hidden>E</kbd>
      </Button>
      <Button onClick={() => download(registerCsv(rows, columns, words), `${file}.csv`)}>{t('register.csv')}</Button>
      <Button onClick={print}>
        {t('register.print')} <kbd aria-hidden>P</kbd>
      </Button>
    </>
  );
}

type ChoosersProps = { readonly asked: { readonly organ: string; readonly year: number }; readonly thisYear: number };

function Choosers({ asked, thisYear }: ChoosersProps): ReactNode {
  const t = useWords('inbox');
  const terms = useWords('terms');
  const [, set] = useAddress();
  const organs = useOrgans().data?.items ?? [];
  const name = useOrganName();
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, i) => thisYear - i);
  return (
    <>
      {organs.length < 2 ? null : (
        <Select
          aria-label={t('register.organ')}
          showSearch={{ optionFilterProp: 'label' }}
          options={organs.map(({ code }) => ({ value: code, label: name(code) }))}
          value={asked.organ}
          onChange={(organ) => set({ organ })}
          style={{ width: 200 }}
        />
      )}
      <Select
        aria-label={t('register.year')}
        options={years.map((year) => ({ value: year, label: String(year) }))}
        value={asked.year}
        onChange={(year) => set({ year: String(year) })}
        style={{ width: 88 }}
      />
      <Several name="channel" label={t('channel')} options={channelOptions({ terms })} />
      <Several name="state" label={t('register.state')} options={standingOptions({ terms })} />
    </>
  );
}
