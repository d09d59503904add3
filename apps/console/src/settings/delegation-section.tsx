import type { LocalDate } from '@gongkai/calendar';
import type { DelegationView, PersonView, Role } from '@gongkai/contracts';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import { useOffice } from '../shell/use-office.js';
import { ConfirmAct } from './confirm-act.js';
import { fieldProblem, FormField } from './form-field.js';
import { useChange, useColleagues, useDelegations } from './queries.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';
import './settings.css';

type Props = {
  /** Id of the person, or `me`. */
  readonly personId: string;
  /** Where the delegates are. */
  readonly organ: string;
  /** Whether the person has something to delegate. */
  readonly signs: boolean;
  /** Under a heading that says it already. */
  readonly untitled?: boolean;
};

/** Who signs in whose place: given and taken, with what is over. */
export function DelegationSection({ untitled = false, ...of }: Props): ReactNode {
  const t = useWords('delegation');
  const today = useOffice().data?.today;
  const { data, error, refetch } = useDelegations(of.personId);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || today === undefined) return null;
  return (
    <section aria-label={t('title')}>
      {untitled ? null : <h2>{t('title')}</h2>}
      <p className="muted dense">{t(data.length === 0 ? 'none' : 'what')}</p>
      <Delegations {...of} delegations={data} today={today} />
    </section>
  );
}

type ListProps = Omit<Props, 'untitled'> & { readonly delegations: readonly DelegationView[]; readonly today: LocalDate };

function Delegations({ personId, organ, signs, delegations, today }: ListProps): ReactNode {
  const { user } = useSession();
  const [revoked, setRevoked] = useState<DelegationView | null>(null);
  const person = personId === 'me' ? user.id : personId;
  return (
    <>
      <ul className="set-list">
        {delegations.map((one) => (
          <DelegationLine key={one.id} delegation={one} person={person} onRevoke={() => setRevoked(one)} />
        ))}
      </ul>
      {signs ? <NewDelegation personId={personId} organ={organ} person={person} today={today} /> : null}
      {revoked === null ? null : <Revoke personId={personId} delegation={revoked} onClose={() => setRevoked(null)} />}
    </>
  );
}

type LineProps = { readonly delegation: DelegationView; readonly person: string; readonly onRevoke: () => void };

function DelegationLine({ delegation, person, onRevoke }: LineProps): ReactNode {
  const t = useWords('delegation');
  const days = useDays();
  const { principal, delegate, from, to, reason, granted, state } = delegation;
  const isGiven = principal.id === person;
  return (
    <li data-delegation={state}>
      <div>
        <span className="strong">{to === null ? t('open-end', { day: days.full(from) }) : days.range(from, to)}</span>{' '}
        {isGiven ? t('to-other', { name: delegate.name }) : t('from-other', { name: principal.name })}{' '}
        <span className="muted">{t(`state.${state}`)}</span>
        <div className="muted dense">{t('granted', { day: days.full(granted.on), name: granted.by.name, reason })}</div>
      </div>
      <span className="spring" />
      {isGiven && (state === 'in_force' || state === 'to_come') ? (
        <Button size="small" onClick={onRevoke}>
          {t('revoke')}
        </Button>
      ) : null}
    </li>
  );
}

type RevokeProps = { readonly personId: string; readonly delegation: DelegationView; readonly onClose: () => void };

function Revoke({ personId, delegation: { id, delegate }, onClose }: RevokeProps): ReactNode {
  const t = useWords('delegation');
  const revoke = useChange(() => api.delete<unknown>(`/people/${personId}/delegations/${id}`), onClose);
  const { name } = delegate;
  return (
    <ConfirmAct
      title={t('revoke-title', { name })}
      consequences={[t('revoked-now', { name }), t('done-stands')]}
      act={t('revoke')}
      onAct={() => revoke.mutate(undefined)}
      onClose={onClose}
      isPending={revoke.isPending}
      error={revoke.error}
    />
  );
}

type NewProps = Pick<Props, 'personId' | 'organ'> & { readonly person: string; readonly today: LocalDate };

const EMPTY = { delegate: null as string | null, from: '', to: '', reason: '' };

function NewDelegation({ personId, organ, person, today }: NewProps): ReactNode {
  const t = useWords('delegation');
  const { data: colleagues = [] } = useColleagues(organ);
  const [values, setValues] = useState(EMPTY);
  const set = (change: Partial<typeof values>): void => setValues((before) => ({ ...before, ...change }));
  const { delegate, from, to, reason } = values;
  const grant = useChange(
    () =>
      api.post<DelegationView>(`/people/${personId}/delegations`, {
        ...{ delegate: delegate ?? undefined, reason },
        ...{ from: from || undefined, to: to || null },
      }),
    () => setValues(EMPTY),
  );
  const day = (field: 'from' | 'to'): ReactNode => (
    <FormField id={`delegation-${field}`} label={t(field)} field={field} error={grant.error}>
      <DateInput
        id={`delegation-${field}`}
        value={values[field]}
        onChange={(value) => set({ [field]: value })}
        today={today}
        leaning="future"
        invalid={fieldProblem(grant.error, field) !== undefined}
      />
    </FormField>
  );
  return (
    <SettingsForm inline onSubmit={() => grant.mutate(undefined)}>
      <FormField id="delegation-delegate" label={t('delegate')} required field="delegate" error={grant.error}>
        <Select
          id="delegation-delegate"
          className="set-select"
          showSearch={{ optionFilterProp: 'label' }}
          value={delegate}
          options={ableToSign(colleagues, person).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen: string) => set({ delegate: chosen })}
        />
      </FormField>
      {day('from')}
      {day('to')}
      <FormField id="delegation-reason" label={t('reason')} required field="reason" error={grant.error}>
        <Input id="delegation-reason" value={reason} onChange={({ target }) => set({ reason: target.value })} />
      </FormField>
      <Refusal
        error={grant.error}
        names={{
          ...{ delegate: t('delegate'), from: t('from') },
          ...{ to: t('to'), reason: t('reason') },
        }}
      />
      <Button htmlType="submit" loading={grant.isPending}>
        {t('grant')}
      </Button>
    </SettingsForm>
  );
}

const ABLE: readonly Role[] = ['approver'];

/** Who can sign in somebody's place: who may approve there. */
const ableToSign = (colleagues: readonly PersonView[], principal: string): PersonView[] =>
  colleagues.filter(({ id, roles }) => id !== principal && roles.some((role) => ABLE.includes(role)));
