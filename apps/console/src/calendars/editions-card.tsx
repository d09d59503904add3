import type { CalendarEdition } from '@gongkai/contracts';
import { Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { FormField } from '../settings/form-field.js';
import { Refusal } from '../settings/refusal.js';
import { SettingsForm } from '../settings/settings-form.js';
import { useMoment } from '../settings/use-moment.js';
import { ImpactSum } from './impact-card.js';
import { MovedTable } from './moved-table.js';
import { useImpactBack, useMoves, useReturning } from './queries.js';

type Props = { readonly editions: readonly CalendarEdition[]; readonly mayRevert: boolean };

/** Every change of the calendars, the newest first, with what it has moved. */
export function EditionsCard({ editions, mayRevert }: Props): ReactNode {
  const t = useWords('calendars');
  const [returning, setReturning] = useState<CalendarEdition | null>(null);
  return (
    <section className="card" aria-labelledby="cal-editions">
      <header className="card-head">
        <h2 id="cal-editions">{t('editions')}</h2>
      </header>
      {editions.length === 0 ? <EmptyState text={t('editions-none')} /> : null}
      <ul className="cal-editions">
        {editions.map((edition) => (
          <Edition key={edition.edition} edition={edition} mayRevert={mayRevert} onReturn={() => setReturning(edition)} />
        ))}
      </ul>
      {returning === null ? null : <ReturnDialog edition={returning} onClose={() => setReturning(null)} />}
    </section>
  );
}

type EditionProps = { readonly edition: CalendarEdition; readonly mayRevert: boolean; readonly onReturn: () => void };

function Edition({ edition, mayRevert, onReturn }: EditionProps): ReactNode {
  const t = useWords('calendars');
  const moment = useMoment();
  const [isOpen, setIsOpen] = useState(false);
  const language = useLanguage();
  const { act, year, notice, organ, by, at, reason, moved, failed, finishedAt, canRevert } = edition;
  return (
    <li data-edition={edition.edition} data-finished={finishedAt !== null}>
      <p>
        <b>{t(`act.${act}`, { year, notice })}</b> <span className="muted">{`${by.name} ${moment(at)}`}</span>
      </p>
      {organ === null ? null : <p className="dense">{t('of-organ', { organ: organ.name[language] })}</p>}
      {reason === null ? null : <p className="dense">{t('reason', { reason })}</p>}
      <p className="dense" role="status">
        {finishedAt === null ? t('reckoning', { count: moved }) : t('reckoned', { count: moved, at: moment(finishedAt) })}
        {failed === 0 ? null : <span className="set-problem">{t('reckoned-failed', { count: failed })}</span>}
      </p>
      {mayRevert ? (
        <p>
          <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('moved')}
          </Button>{' '}
          {canRevert ? (
            <Button size="small" onClick={onReturn}>
              {t('return')}
            </Button>
          ) : null}
        </p>
      ) : null}
      {isOpen ? <Moves edition={edition} /> : null}
    </li>
  );
}

function Moves({ edition: { edition, year } }: { readonly edition: CalendarEdition }): ReactNode {
  const { data, error, refetch } = useMoves(edition, true);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return data === undefined ? null : <MovedTable items={data} name={`calendar-${year}-${edition}`} />;
}

function ReturnDialog({
  edition: { year, notice, organ },
  onClose,
}: {
  readonly edition: CalendarEdition;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords('calendars');
  const [reason, setReason] = useState('');
  const place = { year, organ: organ?.code };
  const { data: impact, error } = useImpactBack(place);
  const returning = useReturning(onClose);
  useFocusBack();
  return (
    <Modal open title={t('return-title', { year, notice })} onCancel={onClose} footer={null} width={560}>
      {impact === undefined ? null : <ImpactSum impact={impact} />}
      <SettingsForm onSubmit={() => returning.mutate({ ...place, reason })}>
        <FormField id="cal-reason" label={t('return-reason')} required field="reason" error={returning.error}>
          <Input id="cal-reason" value={reason} onChange={({ target }) => setReason(target.value)} />
        </FormField>
        <Refusal error={error ?? returning.error} names={{ reason: t('return-reason') }} />
        <div className="set-acts">
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="primary" htmlType="submit" loading={returning.isPending}>
            {t('return')}
          </Button>
        </div>
      </SettingsForm>
    </Modal>
  );
}
