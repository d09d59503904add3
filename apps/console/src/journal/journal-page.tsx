import type { CaseList, JournalEntryView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { dayOf } from '../case/history/events.js';
import { factWords } from '../case/history/fact-words.js';
import { withoutAPerson } from '../case/history/without-a-person.js';
import { useSettled } from '../case/steps/use-step.js';
import { useCase, useGrounds } from '../case/use-case.js';
import { useJournal } from '../clock/use-ledger.js';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import './journal.css';

const SHOWN = 20;

/** The journal of a case as it was hashed: every entry, in its order. */
export function JournalPage(): ReactNode {
  const t = useWords('search');
  const [get] = useAddress();
  const id = get('case');
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('journal')}>
        <CasePicker />
      </PageTitle>
      <section className="card journal-card" aria-label={t('journal')}>
        {id === undefined ? <EmptyState text={t('journal.none')} /> : <Entries key={id} id={id} />}
      </section>
    </main>
  );
}

/** Finds a case; the one that is chosen stands in the address. */
function CasePicker(): ReactNode {
  const t = useWords('search');
  const [, set] = useAddress();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const { data } = useQuery({
    queryKey: [...keys.cases.lists, 'journal', q],
    queryFn: () => api.get<CaseList>('/cases', { q, limit: SHOWN }),
    enabled: q !== '',
  });
  return (
    <Select
      className="journal-picker"
      aria-label={t('journal.find')}
      placeholder={t('journal.find')}
      value={null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(data?.items ?? []).map((row) => ({ value: row.id, label: `${row.number} ${row.subject}` }))}
      onChange={(id: string | null) => set({ case: id ?? '' })}
    />
  );
}

function Entries({ id }: { readonly id: string }): ReactNode {
  const t = useWords('search');
  const history = useWords('history');
  const [view, journal] = [useCase(id), useJournal(id)];
  const error = view.error ?? journal.error;
  if (error !== null) return <ErrorNotice error={error} />;
  if (view.data === undefined || journal.data === undefined) return <LoadingRows />;
  const { people, number, items, withdrawnItems, itemsElsewhere, unitRequests, orders, consultations, notices } = view.data;
  return (
    <>
      <h2 className="journal-number">
        <Link to={`/case/${id}`}>{number}</Link>
      </h2>
      <table className="journal-table">
        <thead>
          <tr>
            {(['seq', 'at', 'on', 'actor', 'type', 'previous', 'hash'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`journal.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {journal.data.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              who={people[entry.actor] ?? history(withoutAPerson(entry.type))}
              sight={{ people, items, withdrawnItems, itemsElsewhere, unitRequests, orders, consultations, notices }}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

type EntryProps = { readonly entry: JournalEntryView; readonly who: string; readonly sight: Parameters<typeof factWords>[1] };

/** What an entry says in words, and as it was hashed. */
function Said({ entry, sight }: Omit<EntryProps, 'who'>): ReactNode {
  const t = useWords('search');
  const grounds = useGrounds();
  const { title, particulars } = factWords(entry, sight, grounds);
  return (
    <>
      <span className="strong">{title}</span>
      {particulars.map((particular) => (
        <div key={particular}>{particular}</div>
      ))}
      <details className="journal-fact">
        <summary>{t('journal.as-hashed')}</summary>
        <pre>{JSON.stringify(entry.fact, null, 2)}</pre>
      </details>
    </>
  );
}

const HASH_SHOWN = 12;
const OFFICE_TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
/** A moment as the clock on the wall of the office had it: 2026-05-08 09:41:06. */
const officeTime = (moment: string): string => OFFICE_TIME.format(new Date(moment));

function Entry({ entry, who, sight }: EntryProps): ReactNode {
  const hash = (value: string): ReactNode => (
    <code title={value} className="small">
      {value.slice(0, HASH_SHOWN)}
    </code>
  );
  return (
    <tr>
      <td>{entry.seq}</td>
      <td>{officeTime(entry.at)}</td>
      <td>{dayOf(entry)}</td>
      <td>{who}</td>
      <td>
        <Said entry={entry} sight={sight} />
      </td>
      <td>{hash(entry.previousHash)}</td>
      <td>{hash(entry.hash)}</td>
    </tr>
  );
}
