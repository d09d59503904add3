import type { HandedOver, OpenWork } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { useCaseworkers } from '../parts/use-caseworkers.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import '../settings/settings.css';

const useOpenWork = (id: string) =>
  useQuery({ queryKey: [...keys.cases.lists, 'open-work', id], queryFn: () => api.get<OpenWork>(`/people/${id}/open-work`) });

type Wished = { readonly to: string; readonly reason: string };

/** Every case changes hands: what shows cases is read again. */
function useHandOver(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wished: Wished) => api.post<HandedOver>(`/people/${id}/hand-over`, wished),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.cases.all }),
  });
}

/** All open work of a person to another, in one step: what goes along, what does not, to whom and why. */
export function HandOverForm({ personId }: { readonly personId: string }): ReactNode {
  const { data: work, error, refetch } = useOpenWork(personId);
  const handing = useHandOver(personId);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (handing.data !== undefined) return <Outcome {...handing.data} />;
  return work === undefined ? <LoadingRows /> : <Fields work={work} handing={handing} />;
}

type FieldsProps = { readonly work: OpenWork; readonly handing: ReturnType<typeof useHandOver> };

function Fields({ work: { person, organ, cases, stays }, handing: { mutate, error, isPending } }: FieldsProps): ReactNode {
  const t = useWords('desk');
  const [wished, set] = useState<Wished>({ to: '', reason: '' });
  const isReady = cases.length > 0 && wished.to !== '' && wished.reason.trim() !== '';
  const names = { to: t('hand-over.to'), reason: t('hand-over.reason') };
  return (
    <SettingsForm onSubmit={() => mutate(wished)}>
      <p>{t('hand-over.what', { count: cases.length, name: person.name })}</p>
      <Stays stays={stays} />
      <FormField id="hand-over-to" label={names.to} required field="to" error={error}>
        <Receiver organ={organ} but={person.id} value={wished.to} onChange={(to) => set({ ...wished, to })} />
      </FormField>
      <FormField id="hand-over-reason" label={names.reason} required field="reason" error={error}>
        <Input
          id="hand-over-reason"
          maxLength={200}
          value={wished.reason}
          onChange={({ target: { value: reason } }) => set({ ...wished, reason })}
        />
      </FormField>
      <p className="muted dense">{t('hand-over.drafts')}</p>
      <Refusal error={error} names={names} />
      <div className="set-acts">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={!isReady}>
          {t('hand-over.act', { count: cases.length })}
        </Button>
      </div>
    </SettingsForm>
  );
}

type ReceiverProps = {
  readonly organ: string;
  /** Who hands over. */
  readonly but: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
};

function Receiver({ organ, but, value, onChange }: ReceiverProps): ReactNode {
  const t = useWords('desk');
  const { data } = useCaseworkers(organ);
  const others = data?.items.filter(({ id }) => id !== but) ?? [];
  return (
    <Select
      id="hand-over-to"
      className="set-select"
      value={value === '' ? undefined : value}
      options={others.map(({ id, name, absent }) => ({ value: id, label: absent ? t('hand-over.away', { name }) : name }))}
      onChange={onChange}
    />
  );
}

function Stays({ stays }: Pick<OpenWork, 'stays'>): ReactNode {
  const t = useWords('desk');
  if (stays.length === 0) return null;
  return (
    <>
      <p>{t('hand-over.stays', { count: stays.length })}</p>
      <ul className="set-list">
        {stays.map(({ what, case: { id, number } }) => (
          <li key={`${what} ${id}`}>
            <Link to={`/case/${id}`}>{number}</Link> {t(`hand-over.${what}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Outcome({ to, handed, refused, stays }: HandedOver): ReactNode {
  const t = useWords('desk');
  return (
    <>
      <p className="strong" role="status">
        {t('hand-over.done', { count: handed.length, name: to.name })}
      </p>
      {refused.length === 0 ? null : (
        <>
          <p className="set-problem">{t('hand-over.refused', { count: refused.length })}</p>
          <ul className="set-list">
            {refused.map(({ case: { id, number }, reason }) => (
              <li key={id}>
                <Link to={`/case/${id}`}>{number}</Link> {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <Stays stays={stays} />
    </>
  );
}
