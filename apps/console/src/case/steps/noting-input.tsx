import type { PersonList } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Mentions } from 'antd';
import { useEffect, useMemo, type ReactNode } from 'react';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useWords } from '../../i18n/use-words.js';
import { mentionsIn, nameable, unnamedIn } from '../mentions.js';
import type { InputProps } from './input-props.js';
import { notingOf } from './step-values.js';

/** The text of a note; after an @ those are offered who may see the case, and whom it names is told. */
export function NotingInput({ id, value, onChange, invalid, field, view }: InputProps): ReactNode {
  const t = useWords('step');
  const { data } = useQuery({
    queryKey: keys.cases.people(view.id),
    queryFn: () => api.get<PersonList>(`/cases/${view.id}/people`),
  });
  const people = useMemo(() => nameable(data?.items ?? []), [data]);
  const { text, mentions } = notingOf(value);
  const named = mentionsIn(text, people);
  const unnamed = data === undefined ? [] : unnamedIn(text, people);
  // What was typed, or kept as a draft, before it was known who can be named.
  const isStale = data !== undefined && named.join() !== mentions.join();
  useEffect(() => {
    if (isStale) onChange({ text, mentions: named });
  });
  return (
    <>
      <Mentions
        id={id}
        rows={3}
        value={text}
        maxLength={field.maxLength}
        status={invalid ? 'error' : unnamed.length > 0 ? 'warning' : undefined}
        notFoundContent={t('mention.none')}
        options={people.map(({ label, absent }) => ({ value: label, label: absent ? t('absent', { name: label }) : label }))}
        onChange={(typed) => onChange({ text: typed, mentions: mentionsIn(typed, people) })}
      />
      <span className="small" role="status">
        {unnamed.length > 0 && t('mention.nobody', { words: unnamed.join(t('mention.comma')) })}
      </span>
    </>
  );
}
