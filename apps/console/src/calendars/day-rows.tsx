import type { LocalDate } from '@gongkai/calendar';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { DateInput } from '../parts/date-input.js';
import { FieldProblem } from '../settings/form-field.js';
import { useOffice } from '../shell/use-office.js';
import { nextId, sentHolidays, sentMakeup, type CalendarDraft } from './draft.js';

type Props = {
  readonly draft: CalendarDraft;
  readonly error: Error | null;
  readonly onChange: (part: Partial<CalendarDraft>) => void;
};

/** The days off with their names, and the weekend days that are worked; what is wrong with one stands under it. */
export function DayRows({ draft, error, onChange }: Props): ReactNode {
  const today = useOffice().data?.today;
  if (today === undefined) return null;
  return (
    <>
      <Holidays draft={draft} error={error} onChange={onChange} today={today} />
      <Makeup draft={draft} error={error} onChange={onChange} today={today} />
    </>
  );
}

type PartProps = Props & { readonly today: LocalDate };

function Holidays({ draft, error, onChange, today }: PartProps): ReactNode {
  const t = useWords('calendars');
  const { holidays } = draft;
  const set = (id: number, part: Partial<(typeof holidays)[number]>): void =>
    onChange({ holidays: holidays.map((row) => (row.id === id ? { ...row, ...part } : row)) });
  const sent = sentHolidays(draft);
  return (
    <fieldset className="cal-rows">
      <legend>{t('holidays')}</legend>
      {holidays.map((row, i) => (
        <div key={row.id} className="cal-row" data-holiday={i}>
          <Input
            aria-label={t('holiday.name', { row: i + 1 })}
            value={row.name}
            onChange={({ target }) => set(row.id, { name: target.value })}
          />
          <DateInput
            label={t('holiday.from', { name: row.name })}
            leaning="future"
            value={row.from}
            today={today}
            onChange={(from) => set(row.id, { from })}
          />
          <DateInput
            label={t('holiday.to', { name: row.name })}
            leaning="future"
            value={row.to}
            today={today}
            onChange={(to) => set(row.id, { to })}
          />
          <TakeOut name={row.name} onClick={() => onChange({ holidays: holidays.filter(({ id }) => id !== row.id) })} />
          <FieldProblem error={error} field={`holidays.${sent.indexOf(row)}`} />
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange({ holidays: [...holidays, { id: nextId(holidays), name: '', from: '', to: '' }] })}
      >
        {t('holiday.add')}
      </Button>
    </fieldset>
  );
}

function Makeup({ draft, error, onChange, today }: PartProps): ReactNode {
  const t = useWords('calendars');
  const { makeup } = draft;
  const sent = sentMakeup(draft);
  return (
    <fieldset className="cal-rows">
      <legend>{t('makeup')}</legend>
      <div className="cal-makeup">
        {makeup.map((row, i) => (
          <div key={row.id} className="cal-row" data-makeup={i}>
            <DateInput
              label={t('makeup.day', { row: i + 1 })}
              leaning="future"
              value={row.day}
              today={today}
              onChange={(day) => onChange({ makeup: makeup.map((one) => (one.id === row.id ? { ...one, day } : one)) })}
            />
            <TakeOut name={row.day} onClick={() => onChange({ makeup: makeup.filter(({ id }) => id !== row.id) })} />
            <FieldProblem error={error} field={`makeupWorkdays.${sent.indexOf(row)}`} />
          </div>
        ))}
      </div>
      <Button size="small" onClick={() => onChange({ makeup: [...makeup, { id: nextId(makeup), day: '' }] })}>
        {t('makeup.add')}
      </Button>
    </fieldset>
  );
}

function TakeOut({ name, onClick }: { readonly name: string; readonly onClick: () => void }): ReactNode {
  const t = useWords('calendars');
  return (
    <Button size="small" type="text" aria-label={t('take-out-row', { name })} onClick={onClick}>
      {t('take-out')}
    </Button>
  );
}
