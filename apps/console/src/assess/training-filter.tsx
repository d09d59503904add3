import { Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { useOrgans } from '../list/use-organ-name.js';
import { SettledDay } from '../parts/settled-day.js';
import { useOffice } from '../shell/use-office.js';

/** Which trainings are listed: of whom, from when to when, about what. */
export function TrainingFilter(): ReactNode {
  const t = useWords('trainings');
  const language = useLanguage();
  const [get, set] = useAddress();
  const organs = useOrgans().data?.items ?? [];
  return (
    <div className="assess-filter no-print" role="search">
      <Input.Search
        key={get('q') ?? ''}
        aria-label={t('q')}
        placeholder={t('q')}
        allowClear
        defaultValue={get('q')}
        onSearch={(q) => set({ q: q.trim() })}
      />
      <Day name="from" />
      <Day name="to" />
      {organs.length < 2 ? null : (
        <Select
          aria-label={t('organ')}
          value={get('organ') ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: t('any') }, ...organs.map(({ code, name }) => ({ value: code, label: name[language] }))]}
          onChange={(organ) => set({ organ })}
          popupMatchSelectWidth={false}
        />
      )}
      <Checkbox checked={get('removed') === 'true'} onChange={({ target }) => set({ removed: target.checked ? 'true' : '' })}>
        {t('removed')}
      </Checkbox>
    </div>
  );
}

/** A day of the filter: it goes into the address. */
function Day({ name }: { readonly name: 'from' | 'to' }): ReactNode {
  const t = useWords('trainings');
  const [get, set] = useAddress();
  const today = useOffice().data?.today;
  if (today === undefined) return null;
  return (
    <span className="assess-day">
      <span aria-hidden>{t(name)}</span>
      <SettledDay label={t(name)} day={get(name) ?? ''} today={today} optional onDay={(day) => set({ [name]: day })} />
    </span>
  );
}
