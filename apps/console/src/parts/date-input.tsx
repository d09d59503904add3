import { addDays, type LocalDate } from '@gongkai/calendar';
import { Input } from 'antd';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { readDay, type Leaning } from './date-entry.js';
import './date-input.css';

type Props = {
  readonly id?: string;
  /** What was typed; `YYYY-MM-DD` once the field was left and it is a day. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The office's, from the server. */
  readonly today: LocalDate;
  readonly leaning?: Leaning;
  /** Taken over by the Enter key while nothing is typed. */
  readonly proposal?: LocalDate | undefined;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly label?: string;
};

/** A day, typed as one likes (`8`, `5-8`, `0508`, `今`, `昨`, `+3`) or picked; beside it the weekday and how near it is. */
export function DateInput({ value, onChange, today, leaning = 'past', proposal, ...props }: Props): ReactNode {
  const t = useWords('parts');
  const [wasLeft, leave] = useState(false);
  const unreadId = useId();
  const day = readDay(value, today, leaning);
  const settle = (): void => {
    leave(true);
    if (day !== null && day !== value) onChange(day);
  };
  const isUnread = wasLeft && value.trim() !== '' && day === null;
  const wrong = wrongness(isUnread ? unreadId : undefined, props);
  const onKeyDown = ({ key, nativeEvent }: KeyboardEvent): void => {
    if (key !== 'Enter' || nativeEvent.isComposing) return;
    if (value === '' && proposal !== undefined) onChange(proposal);
    else settle();
  };
  const input = (
    <Input
      id={props.id}
      className="date-input"
      autoComplete="off"
      placeholder={proposal ?? t('date.example')}
      value={value}
      onChange={({ target }) => {
        leave(false);
        onChange(target.value);
      }}
      onFocus={({ target }) => target.select()}
      onBlur={settle}
      onKeyDown={onKeyDown}
      disabled={props.disabled}
      autoFocus={props.autoFocus}
      aria-label={props.label}
      {...wrong}
      suffix={
        <>
          <Meaning day={day} today={today} />
          <Picker day={day} disabled={props.disabled} onPick={onChange} />
        </>
      }
    />
  );
  return (
    <span className="date-field">
      {input}
      {isUnread && props.invalid !== true ? (
        <span id={unreadId} role="alert" className="date-unread">
          <span aria-hidden>▲ </span>
          {t('date.unread')}
        </span>
      ) : null}
    </span>
  );
}

/** How a field is marked that holds no day, or of which somebody says that it is wrong. */
function wrongness(unreadId: string | undefined, { invalid = false, describedBy }: Pick<Props, 'invalid' | 'describedBy'>) {
  if (invalid) return { status: 'error', 'aria-invalid': true, 'aria-describedby': describedBy } as const;
  return unreadId === undefined ? {} : ({ status: 'error', 'aria-invalid': true, 'aria-describedby': unreadId } as const);
}

/** What was understood. */
function Meaning({ day, today }: { readonly day: LocalDate | null; readonly today: LocalDate }): ReactNode {
  const t = useWords('parts');
  const { weekday } = useDays();
  if (day === null) return <span />;
  const near = ([0, -1, -2, 1] as const).find((days) => addDays(today, days) === day);
  return (
    <span className="date-meaning">
      {weekday(day)}
      {near === undefined ? null : ` ${t(`date.near.${near}`)}`}
    </span>
  );
}

type PickerProps = {
  readonly day: LocalDate | null;
  readonly disabled: boolean | undefined;
  readonly onPick: (day: string) => void;
};

/** The browser's own calendar, for the mouse. The keyboard needs none. */
function Picker({ day, disabled, onPick }: PickerProps): ReactNode {
  const t = useWords('parts');
  const native = useRef<HTMLInputElement>(null);
  return (
    <span className="date-picker">
      <button
        type="button"
        tabIndex={-1}
        disabled={disabled}
        aria-label={t('date.pick')}
        onClick={() => native.current?.showPicker()}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
          <path d="M1.5 3h11v9.5h-11zM1.5 6h11M4.5 1v3M9.5 1v3" fill="none" stroke="currentColor" strokeWidth="1.2" />
        </svg>
      </button>
      <input
        ref={native}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={day ?? ''}
        onChange={({ target }) => {
          if (target.value !== '') onPick(target.value);
        }}
      />
    </span>
  );
}
