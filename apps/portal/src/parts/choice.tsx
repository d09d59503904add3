import type { ReactNode } from 'react';
import { Wrong } from './field.js';

type Option<V extends string> = { readonly value: V; readonly text: string };

type RadioProps<V extends string> = {
  readonly name: string;
  readonly label: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly wrong?: string | undefined;
};

/** One of a few, all of them in sight; what is wrong with the choice is said of the whole of it. */
export function Radios<V extends string>({ name, label, value, options, onChange, wrong }: RadioProps<V>): ReactNode {
  return (
    <fieldset
      role="radiogroup"
      aria-invalid={wrong !== undefined}
      aria-describedby={wrong === undefined ? undefined : `${name}-wrong`}
    >
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="radio">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.text}
        </label>
      ))}
      <Wrong id={name} wrong={wrong} />
    </fieldset>
  );
}

type SelectProps<V extends string> = {
  readonly id: string;
  readonly label: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly wrong?: string | undefined;
};

/** One of many. */
export function Select<V extends string>({ id, label, value, options, onChange, wrong }: SelectProps<V>): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
        onChange={({ target }) => {
          const chosen = options[target.selectedIndex];
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <Wrong id={id} wrong={wrong} />
    </div>
  );
}
