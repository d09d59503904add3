import { useId, type KeyboardEvent, type ReactNode } from 'react';
import './choice.css';

type Option<T extends string> = { readonly value: T; readonly label: ReactNode };
type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly Option<T>[];
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Shows the digit that chooses each option. */
  readonly numbered?: boolean;
  readonly autoFocus?: boolean;
};

const DIGIT = /^[1-9]$/;

/** One of a few, side by side: by its digit, by the arrows, or by a click. One stop for the Tab key. */
export function Choice<T extends string>({ label, options, value, onChange, numbered = false, autoFocus }: Props<T>): ReactNode {
  const name = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !DIGIT.test(event.key)) return;
    const chosen = options[Number(event.key) - 1];
    if (chosen === undefined) return;
    event.preventDefault();
    onChange(chosen.value);
    document.getElementById(`${name}${chosen.value}`)?.focus();
  };
  return (
    <div role="radiogroup" aria-label={label} className="choice" onKeyDown={onKeyDown}>
      {options.map((option, i) => (
        <label key={option.value} className={option.value === value ? 'chosen' : undefined}>
          <input
            type="radio"
            id={`${name}${option.value}`}
            name={name}
            checked={option.value === value}
            autoFocus={autoFocus === true && option.value === value}
            onChange={() => onChange(option.value)}
          />
          {numbered ? <span className="choice-digit">{i + 1}</span> : null}
          {option.label}
        </label>
      ))}
    </div>
  );
}
