import type { PublishedReport } from '@gongkai/contracts';
import { Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api, type Query } from '../api/api.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useOrgans } from '../list/use-organ-name.js';
import { TableDialog } from '../parts/table-dialog.js';
import { useOffice } from '../shell/use-office.js';
import { usePublishedChanged } from './use-published.js';

const FILES = '.xlsx,.csv,.json';
const FIRST_YEAR = 2019;
/** Chosen in place of an organ of this installation. */
const OTHER = '/other';

/** What is chosen about the file; what is left empty the file says itself. */
type Chosen = { readonly whose: string; readonly name: string; readonly year: string; readonly scope: string };
const NOTHING: Chosen = { whose: '', name: '', year: '', scope: '' };

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
const queryOf = ({ whose, name, year, scope }: Chosen): Query => ({
  organ: whose === OTHER ? undefined : given(whose),
  name: whose === OTHER ? given(name) : undefined,
  year: given(year),
  scope: given(scope),
});

const broken = ({ checks }: PublishedReport): PublishedReport['checks'] =>
  checks.filter(({ kind, result }) => kind === 'hard' && result === 'differs');

/** A report from a file: whose it is, what it holds and what does not agree in it, then it is taken in. */
export function PublishedImport({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords('published');
  const changed = usePublishedChanged();
  const [chosen, choose] = useState(NOTHING);
  return (
    <TableDialog
      above={<Choice chosen={chosen} onChoose={choose} />}
      about={JSON.stringify(chosen)}
      accept={FILES}
      names={{ organ: t('whose'), name: t('name'), year: t('year'), scope: t('scope') }}
      words={{ title: t('import'), what: t('import.what'), choose: t('import.choose') }}
      send={(file, preview) => api.post<PublishedReport>('/reports/published', file, { query: { ...queryOf(chosen), preview } })}
      countOf={(report) => (broken(report).length === 0 ? 1 : 0)}
      takeWords={() => t('import.take')}
      takenWords={() => t('import.taken')}
      onTaken={changed}
      onClose={onClose}
    >
      {(report) => <Looked report={report} />}
    </TableDialog>
  );
}

type ChoiceProps = { readonly chosen: Chosen; readonly onChoose: (chosen: Chosen) => void };

function Choice({ chosen, onChoose }: ChoiceProps): ReactNode {
  const t = useWords('published');
  const language = useLanguage();
  const organs = useOrgans().data?.items ?? [];
  const today = useOffice().data?.today;
  const last = Number(today?.slice(0, 4) ?? FIRST_YEAR);
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => String(last - i));
  const select = (field: Exclude<keyof Chosen, 'name'>, options: { value: string; label: string }[]): ReactNode => (
    <Select
      aria-label={t(field)}
      prefix={<span className="muted">{t(field)}</span>}
      value={chosen[field]}
      options={options}
      onChange={(value: string) => onChoose({ ...chosen, [field]: value })}
      popupMatchSelectWidth={false}
    />
  );
  return (
    <p className="reports-acts">
      {select('whose', [
        { value: '', label: t('as-file') },
        ...organs.map(({ code, name }) => ({ value: code, label: name[language] })),
        { value: OTHER, label: t('whose.other') },
      ])}
      {chosen.whose === OTHER ? (
        <Input
          className="reports-name"
          aria-label={t('name')}
          placeholder={t('name')}
          maxLength={200}
          value={chosen.name}
          onChange={({ target }) => onChoose({ ...chosen, name: target.value })}
        />
      ) : null}
      {select('year', [{ value: '', label: t('as-file') }, ...years.map((value) => ({ value, label: value }))])}
      {select('scope', [
        { value: '', label: t('as-file') },
        ...(['own', 'below'] as const).map((value) => ({ value, label: t(`scope.${value}`) })),
      ])}
    </p>
  );
}

/** What a file holds, and where it does not agree. */
function Looked({ report }: { readonly report: PublishedReport }): ReactNode {
  const t = useWords('published');
  const language = useLanguage();
  const { name, year, numbers, missing, replaces, checks } = report;
  const doubtful = checks.filter(({ kind, result }) => kind === 'warn' && result === 'differs');
  const hard = broken(report);
  return (
    <>
      <p className="strong">{t('found', { name: name[language], year, cells: Object.keys(numbers).length, missing })}</p>
      {replaces ? <p>{t('replaces')}</p> : null}
      {hard.length + doubtful.length === 0 ? <p>{t('clean')}</p> : null}
      <Differences text={t('hard')} checks={hard} />
      <Differences text={t('warn')} checks={doubtful} />
    </>
  );
}

function Differences({ text, checks }: { readonly text: string; readonly checks: PublishedReport['checks'] }): ReactNode {
  const t = useWords('published');
  const language = useLanguage();
  if (checks.length === 0) return null;
  return (
    <>
      <p>{text}</p>
      <ul className="reports-told">
        {checks.flatMap(({ id, name, differences }) =>
          differences.map((one) => (
            <li key={`${id} ${one.place}`} data-difference={id}>
              {name[language]}{' '}
              <span className="dense">
                {t('difference', { name: one.name[language], left: one.left ?? '—', right: one.right ?? '—' })}
              </span>
            </li>
          )),
        )}
      </ul>
    </>
  );
}
