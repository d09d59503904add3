import type { PersonRef } from '@gongkai/contracts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { useOrganName, useOrgans } from '../list/use-organ-name.js';
import { useSession } from '../session/session.js';
import { useColleagues } from '../settings/queries.js';
import '../overview/overview.css';
import './calendars.css';

type Props = {
  readonly person: string;
  readonly organ: string;
  /** People of organs below whom the page knows of. */
  readonly also?: readonly PersonRef[];
};

/** Everybody in sight, one organ with what is below, or one person. */
export function Whose({ person, organ, also = [] }: Props): ReactNode {
  const t = useWords('calendars');
  const [get, set] = useAddress();
  const organName = useOrganName();
  const organs = useOrgans().data?.items ?? [];
  const people = usePeople(organ, also);
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

/** Everybody, the reader, nobody, and each of the colleagues, as the address has them and as they are called. */
function usePeople(organ: string, also: readonly PersonRef[]): { readonly value: string; readonly label: string }[] {
  const t = useWords('calendars');
  const { user } = useSession();
  const names = new Map([...(useColleagues(organ).data ?? []), ...also].map(({ id, name }) => [id, name]));
  names.delete(user.id);
  return [
    { value: 'all', label: t('due.everybody') },
    { value: 'me', label: t('due.me') },
    { value: 'none', label: t('due.nobody') },
    ...[...names].map(([value, label]) => ({ value, label })),
  ];
}
