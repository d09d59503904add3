import { addDays, yearOf, type LocalDate } from '@gongkai/calendar';
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
  /** What is wrong with it, said under it. */
  readonly problem?: string | undefined;
  /** Something is wrong with it, and said elsewhere. */
  readonly invalid?: boolean;
  readonly label?: string;
};

const WRONG = { status: 'error', 'aria-invalid': true } as const;

/** A day, typed as one likes (`8`, `5-8`, `0508`, `今`, `昨`, `+3`) or picked; beside it the weekday and how near it is. */
export function DateInput({ value, onChange, today, leaning = 'past', proposal, ...props }: Props): ReactNode {
  const t = useWords('parts');
  const [wasLeft, leave] = useState(false);
  const noteId = useId();
  const day = readDay(value, today, leaning);
  const settle = (): void => {
    leave(true);
    if (day !== null && day !== value) onChange(day);
  };
  const isUnread = wasLeft && day === null && value.trim() !== '';
  const { problem, mark } = wrongness(props, isUnread ? t('date.unread') : undefined);
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
      {...mark}
      aria-describedby={noteId}
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
      <Note id={noteId} problem={problem} day={day} today={today} />
    </span>
  );
}

/** What is said of it under it, and whether it is marked. @param unread said where nobody says anything else */
function wrongness({ problem, invalid = false }: Pick<Props, 'problem' | 'invalid'>, unread: string | undefined) {
  const said = problem ?? (invalid ? undefined : unread);
  return { problem: said, mark: invalid || said !== undefined ? WRONG : {} };
}

type NoteProps = {
  readonly id: string;
  readonly problem: string | undefined;
  readonly day: LocalDate | null;
  readonly today: LocalDate;
};

/** Under the field: what is wrong, and the whole day where it is not of this year. */
function Note({ id, problem, day, today }: NoteProps): ReactNode {
  const t = useWords('parts');
  const { short } = useDays();
  return (
    <span id={id} className="date-note">
      {problem === undefined ? null : (
        <span role="alert" className="date-unread">
          <span aria-hidden>▲ </span>
          {problem}
        </span>
      )}
      {day === null || yearOf(day) === yearOf(today) ? null : (
        <span role="status" className="date-far">
          {t('date.far', { day: short(day) })}
        </span>
      )}
    </span>
  );
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
