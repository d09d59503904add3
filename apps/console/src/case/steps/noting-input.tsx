import type { PersonList } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Mentions } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useWords } from '../../i18n/use-words.js';
import { mentionsIn, nameable } from '../mentions.js';
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
  return (
    <Mentions
      id={id}
      rows={3}
      value={notingOf(value).text}
      maxLength={field.maxLength}
      status={invalid ? 'error' : undefined}
      notFoundContent={t('mention.none')}
      options={people.map(({ label, absent }) => ({ value: label, label: absent ? t('absent', { name: label }) : label }))}
      onChange={(text) => onChange({ text, mentions: mentionsIn(text, people) })}
    />
  );
}
