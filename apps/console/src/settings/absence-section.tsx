import type { LocalDate } from '@gongkai/calendar';
import type { AbsenceView, PersonView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import { useOffice } from '../shell/use-office.js';
import { fieldProblem, FormField } from './form-field.js';
import { useChange, useColleagues } from './queries.js';
import { Refusal } from './refusal.js';
import { SettingsForm } from './settings-form.js';
import './settings.css';

type Props = {
  /** Id of the person, or `me`. */
  readonly personId: string;
  /** Where the substitutes are. */
  readonly organ: string;
  /** Under a heading that says it already. */
  readonly untitled?: boolean;
};

/** When somebody is away, and who acts instead. */
export function AbsenceSection({ personId, organ, untitled = false }: Props): ReactNode {
  const t = useWords('settings');
  const path = `/people/${personId}/absences`;
  const today = useOffice().data?.today;
  const { data, error, refetch } = useQuery({
    queryKey: ['absences', personId],
    queryFn: async () => (await api.get<{ items: readonly AbsenceView[] }>(path)).items,
  });
  const end = useChange((id: string) => api.delete<unknown>(`${path}/${id}`));
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || today === undefined) return null;
  return (
    <section aria-label={t('absences')}>
      {untitled ? null : <h2>{t('absences')}</h2>}
      {data.length === 0 ? <p className="muted dense">{t('absences-none')}</p> : null}
      <ul className="set-list">
        {data.map((absence) => (
          <AbsenceLine key={absence.id} absence={absence} today={today} onEnd={() => end.mutate(absence.id)} />
        ))}
      </ul>
      <Refusal error={end.error} />
      <NewAbsence path={path} organ={organ} personId={personId} today={today} />
    </section>
  );
}

type LineProps = { readonly absence: AbsenceView; readonly today: string; readonly onEnd: () => void };

function AbsenceLine({ absence: { from, to, substitute }, today, onEnd }: LineProps): ReactNode {
  const t = useWords('settings');
  const days = useDays();
  return (
    <li>
      <span className="strong">{days.range(from, to)}</span>
      <span>{substitute === null ? t('absence.no-substitute') : t('absence.by', { name: substitute.name })}</span>
      <span className="spring" />
      <Button size="small" onClick={onEnd}>
        {t(from > today ? 'absence.cancel' : 'absence.end')}
      </Button>
    </li>
  );
}

type NewProps = Props & { readonly path: string; readonly today: LocalDate };

function NewAbsence({ path, organ, personId, today }: NewProps): ReactNode {
  const t = useWords('settings');
  const { user } = useSession();
  const { data: colleagues } = useColleagues(organ);
  const [values, setValues] = useState({ from: '', to: '', substitute: null as string | null });
  const set = (change: Partial<typeof values>): void => setValues((before) => ({ ...before, ...change }));
  const enter = useChange(
    () => api.post<AbsenceView>(path, { ...values, from: values.from || undefined, to: values.to || undefined }),
    () => setValues({ from: '', to: '', substitute: null }),
  );
  const day = (field: 'from' | 'to'): ReactNode => (
    <FormField id={`absence-${field}`} label={t(`absence.${field}`)} required field={field} error={enter.error}>
      <DateInput
        id={`absence-${field}`}
        value={values[field]}
        onChange={(value) => set({ [field]: value })}
        today={today}
        leaning="future"
        invalid={fieldProblem(enter.error, field) !== undefined}
      />
    </FormField>
  );
  const able = ableToStandIn(colleagues ?? [], personId === 'me' ? user.id : personId);
  const options = able.filter(({ absent }) => !absent).map(({ id, name }) => ({ value: id, label: name }));
  const nobody = able.length === 0 ? 'absence.nobody-able' : 'absence.all-away';
  return (
    <SettingsForm inline onSubmit={() => enter.mutate(undefined)}>
      {day('from')}
      {day('to')}
      <FormField id="absence-substitute" label={t('absence.substitute')} field="substitute" error={enter.error}>
        <Select
          id="absence-substitute"
          className="set-select"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('absence.nobody')}
          value={values.substitute}
          options={options}
          onChange={(substitute) => set({ substitute })}
        />
        {colleagues === undefined || options.length > 0 ? null : (
          <p className="muted small" role="note">
            {t(nobody)}
          </p>
        )}
      </FormField>
      <Refusal
        error={enter.error}
        names={{ from: t('absence.from'), to: t('absence.to'), substitute: t('absence.substitute') }}
      />
      <Button htmlType="submit" loading={enter.isPending}>
        {t('absence.enter')}
      </Button>
    </SettingsForm>
  );
}

/** Who may take the steps of somebody, here or away: of a caseworker only another, of others who shares a post with them. */
function ableToStandIn(colleagues: readonly PersonView[], away: string): PersonView[] {
  const posts = colleagues.find(({ id }) => id === away)?.roles ?? [];
  const needed = posts.includes('caseworker') ? ['caseworker'] : posts;
  return colleagues.filter(({ id, roles }) => id !== away && roles.some((role) => needed.includes(role)));
}
