import { REPORT_FORMS, type AnnualReport } from '@gongkai/contracts';
import { Button, Dropdown, Select } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { useOrgans } from '../list/use-organ-name.js';
import { PeriodChoice } from './period-choice.js';
import type { Asked } from './use-report.js';

/** The first year with a format. */
const FIRST_YEAR = 2019;

type Props = { readonly report: AnnualReport; readonly asked: Asked };

/** Which year, whose report, and the files it can be had as. */
export function ReportChoice({ report, asked }: Props): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const [, setAddress] = useAddress();
  const [params] = useSearchParams();
  const organs = useOrgans().data?.items ?? [];
  const years = Array.from({ length: Number(report.today.slice(0, 4)) - FIRST_YEAR + 1 }, (_, i) =>
    String(FIRST_YEAR + i),
  ).reverse();
  return (
    <div className="reports-choice reports-screen">
      <Select
        aria-label={t('year')}
        value={asked.year}
        options={years.map((value) => ({ value, label: value }))}
        onChange={(year) => setAddress({ year, from: '', to: '', cell: '', current: '' })}
      />
      <PeriodChoice key={asked.year} report={report} />
      {organs.length < 2 ? null : (
        <Select
          aria-label={t('organ')}
          value={report.organ.code}
          options={organs.map(({ code, name }) => ({ value: code, label: name[language] }))}
          onChange={(organ) => setAddress({ organ, cell: '', current: '' })}
          popupMatchSelectWidth={false}
        />
      )}
      <Select
        aria-label={t('scope')}
        value={report.scope}
        options={(['below', 'own'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
        onChange={(scope) => setAddress({ scope, cell: '', current: '' })}
      />
      <Link to={`/reports/entry?${params.toString()}`}>{t('entry.open')}</Link>
      <Link to={`/reports/comparison?${comparing(report)}`}>{t('compare')}</Link>
      <Link to="/reports/published">{t('published')}</Link>
      <Link to="/trainings">{t('trainings')}</Link>
      <Dropdown
        menu={{ items: REPORT_FORMS.map((form) => ({ key: form, label: <FormLink form={form} asked={asked} /> })) }}
        trigger={['click']}
      >
        <Button>{t('export')}</Button>
      </Dropdown>
    </div>
  );
}

const comparing = ({ year, organ, scope }: AnnualReport): string =>
  new URLSearchParams({ year: String(year), organ: organ.code, scope }).toString();

function FormLink({ form, asked: { year, query } }: { readonly form: string; readonly asked: Asked }): ReactNode {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return (
    <a href={`/api/v1/reports/annual/${year}.${form}?${new URLSearchParams(given).toString()}`} download>
      {form.toUpperCase()}
    </a>
  );
}
