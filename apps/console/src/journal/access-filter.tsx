import { ACCESS_KINDS } from '@gongkai/contracts';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { SettledDay } from '../parts/settled-day.js';
import { useOffice } from '../shell/use-office.js';

export const ACCESS_FILTERS = ['person', 'case', 'kind', 'from', 'to'] as const;

/** Whose looks, at what, of which kind, on which days; all of it stands in the address. */
export function AccessFilter(): ReactNode {
  const t = useWords('audit');
  const [get, set] = useAddress();
  const [cleared, clear] = useState(0);
  const kinds = ACCESS_KINDS.map((kind) => ({ value: kind as string, label: t(`kind.${kind}`) }));
  return (
    <div key={cleared} className="journal-filter no-print" role="search">
      <Typed name="person" />
      <Typed name="case" />
      <Select
        aria-label={t('accesses.kind')}
        value={get('kind') ?? ''}
        options={[{ value: '', label: t('accesses.any') }, ...kinds]}
        onChange={(kind) => set({ kind })}
        popupMatchSelectWidth={false}
      />
      <Day name="from" />
      <Day name="to" />
      <Button
        onClick={() => {
          set(Object.fromEntries(ACCESS_FILTERS.map((name) => [name, ''])));
          clear(cleared + 1);
        }}
      >
        {t('accesses.clear')}
      </Button>
    </div>
  );
}

function Typed({ name }: { readonly name: 'person' | 'case' }): ReactNode {
  const t = useWords('audit');
  const [get, set] = useAddress();
  return (
    <Input.Search
      aria-label={t(`accesses.${name}`)}
      placeholder={t(`accesses.${name}`)}
      defaultValue={get(name)}
      onSearch={(typed) => set({ [name]: typed.trim() })}
    />
  );
}

function Day({ name }: { readonly name: 'from' | 'to' }): ReactNode {
  const t = useWords('audit');
  const [get, set] = useAddress();
  const today = useOffice().data?.today;
  if (today === undefined) return null;
  return (
    <span className="journal-day">
      <span aria-hidden>{t(`accesses.${name}`)}</span>
      <SettledDay
        label={t(`accesses.${name}`)}
        day={get(name) ?? ''}
        today={today}
        optional
        onDay={(day) => set({ [name]: day })}
      />
    </span>
  );
}
