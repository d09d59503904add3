import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { useOrganName, useOrgans } from '../list/use-organ-name.js';
import { useSession } from '../session/session.js';
import { useColleagues } from '../settings/queries.js';
import '../overview/overview.css';
import './calendars.css';

/** Everybody in sight, one organ with what is below, or one person. */
export function Whose({ person, organ }: { readonly person: string; readonly organ: string }): ReactNode {
  const t = useWords('calendars');
  const [get, set] = useAddress();
  const { user } = useSession();
  const organName = useOrganName();
  const organs = useOrgans().data?.items ?? [];
  const colleagues = (useColleagues(organ).data ?? []).filter(({ id }) => id !== user.id);
  const people = [
    { value: 'all', label: t('due.everybody') },
    { value: 'me', label: t('due.me') },
    { value: 'none', label: t('due.nobody') },
    ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      {organs.length < 2 ? null : (
        <Select
          className="overview-scope no-print"
          aria-label={t('moved.organ')}
          value={get('organ') ?? ''}
          onChange={(next) => set({ organ: next, person: 'all' })}
          options={[
            { value: '', label: t('due.all-organs') },
            ...organs.map(({ code }) => ({ value: code, label: organName(code) })),
          ]}
        />
      )}
      <Select
        className="due-person no-print"
        aria-label={t('moved.assignee')}
        showSearch={{ optionFilterProp: 'label' }}
        value={person}
        onChange={(next) => set({ person: next })}
        options={people}
      />
    </>
  );
}
