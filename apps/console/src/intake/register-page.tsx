import { yearOf, type LocalDate } from '@gongkai/calendar';
import type { CaseRow } from '@gongkai/contracts';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { download } from '../list/csv.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import { useOffice } from '../shell/use-office.js';
import { RegisterTable } from './register-table.js';
import { registerCsv } from './register-csv.js';
import { useOrganName, useOrgans } from '../list/use-organ-name.js';
import { useRegister } from './use-register.js';
import './inbox-page.css';
import './page-head.css';
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
  const terms = useWords('terms');
  const { user } = useSession();
  const [params, setParams] = useSearchParams();
  const { q, ...asked } = askedIn(params, { organ: user.organ, year: String(yearOf(today)) });
  const organName = useOrganName()(asked.organ);
  const { data, error, refetch } = useRegister(asked);
  const rows = (data ?? []).filter((row) => fits(row, q));
  const set = (name: string, value: string): void =>
    setParams({ ...Object.fromEntries(params), [name]: value }, { replace: true });
  return (
    <main id="content" className="page register-page">
      <div className="page-head">
        <h1>{t('register.title')}</h1>
        <span className="muted dense">
          {data === undefined ? '' : t('register.sum', { organ: organName, year: asked.year, count: rows.length })}
        </span>
        <span className="spring" />
        <span className="register-tools no-print">
          <Choosers asked={asked} thisYear={yearOf(today)} onSet={set} />
          <Input
            aria-label={t('register.find')}
            placeholder={t('register.find')}
            value={q}
            onChange={({ target }) => set('q', target.value)}
            style={{ width: 220 }}
          />
          <Button onClick={() => download(registerCsv(rows, { t, terms }), `${organName}-${asked.year}.csv`)}>
            {t('register.csv')}
          </Button>
          <Button onClick={() => window.print()}>{t('register.print')}</Button>
        </span>
      </div>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <section className="card register">
        {data === undefined ? null : (
          <RegisterTable rows={rows} empty={t(data.length === 0 ? 'register.empty' : 'register.none')} />
        )}
      </section>
    </main>
  );
}

/** What the address asks for; else what is there for everybody. */
function askedIn(params: URLSearchParams, usual: { readonly organ: string; readonly year: string }) {
  const { organ, year, q } = { ...usual, q: '', ...Object.fromEntries(params) };
  return { organ, year: Number(year), q };
}

type ChoosersProps = {
  readonly asked: { readonly organ: string; readonly year: number };
  readonly thisYear: number;
  readonly onSet: (name: string, value: string) => void;
};

function Choosers({ asked, thisYear, onSet }: ChoosersProps): ReactNode {
  const t = useWords('inbox');
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
          onChange={(organ) => onSet('organ', organ)}
          style={{ width: 240 }}
        />
      )}
      <Select
        aria-label={t('register.year')}
        options={years.map((year) => ({ value: year, label: String(year) }))}
        value={asked.year}
        onChange={(year) => onSet('year', String(year))}
        style={{ width: 88 }}
      />
    </>
  );
}

const fits = ({ number, applicantName, subject }: CaseRow, q: string): boolean =>
  [number, applicantName, subject].some((text) => text.includes(q.trim()));
