import { isLocalDate, type LocalDate } from '@gongkai/calendar';
import { CASE_SORTS, CASE_STATES, CHANNELS, LIGHTS, type OrganView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover, Segmented, Select, type InputRef } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { Several, type SeveralProps } from '../list/several.js';
import { useAddress } from '../list/use-address.js';
import { useTyped } from '../list/use-typed.js';
import { DateInput } from '../parts/date-input.js';
import { useOffice } from '../shell/use-office.js';
import { FILTER_NAMES } from './search-filters.js';
import './search.css';

const SORTED: (typeof CASE_SORTS)[number] = 'finalDue';

/** The filters of a search, each in the address as soon as it is chosen. */
export function SearchForm(): ReactNode {
  const t = useWords('search');
  const [get, set] = useAddress();
  return (
    <form className="search-form" role="search" onSubmit={(event) => event.preventDefault()}>
      <TextFilter />
      <Segmented
        value={get('open') ?? 'all'}
        onChange={(open) => set({ open: open === 'all' ? '' : open })}
        options={[
          { value: 'all', label: t('search.all') },
          { value: 'true', label: t('search.open') },
          { value: 'false', label: t('search.closed') },
        ]}
      />
      <Checkbox checked={get('watched') !== undefined} onChange={({ target }) => set({ watched: target.checked ? 'me' : '' })}>
        {t('search.watched')}
      </Checkbox>
      <Choices />
      <Popover trigger="click" placement="bottomRight" content={<DayFilters />}>
        <Button>{t('search.more')}</Button>
      </Popover>
      <Select
        aria-label={t('search.sort')}
        value={get('sort') ?? SORTED}
        onChange={(sort) => set({ sort: sort === SORTED ? '' : sort })}
        options={CASE_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        className="search-sort"
      />
      {FILTER_NAMES.some((name) => get(name) !== undefined) ? (
        <Button type="link" onClick={() => set(Object.fromEntries(FILTER_NAMES.map((name) => [name, ''])))}>
          {t('search.clear')}
        </Button>
      ) : null}
    </form>
  );
}

/** The text that is looked for. */
function TextFilter(): ReactNode {
  const t = useWords('search');
  const lists = useWords('lists');
  const input = useRef<InputRef>(null);
  const [typed, type] = useTyped('q');
  useKeys([{ keys: ['F'], does: lists('key.filter'), bar: 6, run: () => input.current?.focus({ cursor: 'all' }) }]);
  return (
    <Input
      ref={input}
      className="search-text"
      aria-label={t('search.q')}
      placeholder={t('search.q')}
      value={typed}
      onChange={({ target }) => type(target.value)}
      suffix={<kbd aria-hidden>F</kbd>}
    />
  );
}

/** Lights, states, channels and units, several of each. */
function Choices(): ReactNode {
  const t = useWords('search');
  const terms = useWords('terms');
  const language = useLanguage();
  const organs = useQuery({
    queryKey: keys.organs,
    queryFn: () => api.get<{ items: OrganView[] }>('/organs'),
    staleTime: Infinity,
  });
  const units = organs.data?.items ?? [];
  return (
    <>
      <Several
        name="light"
        label={t('search.light')}
        options={LIGHTS.map((value) => ({ value, label: terms(`light.${value}`) }))}
      />
      <Several
        name="state"
        label={t('search.state')}
        options={CASE_STATES.map((value) => ({ value, label: terms(`state.${value}`) }))}
      />
      <Several
        name="channel"
        label={t('search.channel')}
        options={CHANNELS.map((value) => ({ value, label: terms(`channel.${value}`) }))}
      />
      {units.length > 1 ? (
        <OneOrgan label={t('search.organ')} options={units.map(({ code, name }) => ({ value: code, label: name[language] }))} />
      ) : null}
    </>
  );
}

function OneOrgan({ label, options }: Omit<SeveralProps, 'name'>): ReactNode {
  const [get, set] = useAddress();
  return (
    <Select
      className="several"
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={get('organ')}
      onChange={(organ: string | undefined) => set({ organ: organ ?? '' })}
      options={[...options]}
    />
  );
}

const DAYS = [
  ['dueFrom', 'search.due-from', 'future'],
  ['dueTo', 'search.due-to', 'future'],
  ['receivedFrom', 'search.received-from', 'past'],
  ['receivedTo', 'search.received-to', 'past'],
] as const;

function DayFilters(): ReactNode {
  const { data: office } = useOffice();
  if (office === undefined) return null;
  return (
    <div className="search-days">
      {DAYS.map(([name, label, leaning]) => (
        <DayFilter key={name} name={name} label={label} leaning={leaning} today={office.today} />
      ))}
    </div>
  );
}

type DayFilterProps = {
  readonly name: string;
  readonly label: (typeof DAYS)[number][1];
  readonly leaning: 'past' | 'future';
  readonly today: LocalDate;
};

/** A day goes into the address once it is one. */
function DayFilter({ name, label, leaning, today }: DayFilterProps): ReactNode {
  const t = useWords('search');
  const id = useId();
  const [get, set] = useAddress();
  const [typed, setTyped] = useState(get(name) ?? '');
  const type = (text: string): void => {
    setTyped(text);
    if (text === '' || isLocalDate(text)) set({ [name]: text });
  };
  return (
    <div>
      <label htmlFor={id} className="dense">
        {t(label)}
      </label>
      <DateInput id={id} value={typed} today={today} leaning={leaning} onChange={type} />
    </div>
  );
}
