import { Input } from 'antd';
import type { ReactNode } from 'react';
import { DateInput } from '../parts/date-input.js';
import type { Draft } from './draft.js';
import { useLetterForm } from './form-context.js';
import { problemProps, useFormProblems } from './form-problems.js';

/** Fields of a letter that are text. */
type TextName = { [K in keyof Draft]: Draft[K] extends string ? (string extends Draft[K] ? K : never) : never }[keyof Draft];
type Props = {
  readonly name: TextName;
  readonly width?: number;
  readonly label?: string;
  readonly inputMode?: 'numeric' | 'tel' | 'email';
};

/** One text of the letter. @param width in pixels, by the length that is expected; all there is without it */
export function TextField({ name, width, label, inputMode }: Props): ReactNode {
  const { draft, change } = useLetterForm();
  return (
    <Input
      {...problemProps(useFormProblems(), name)}
      value={draft[name]}
      onChange={({ target }) => change({ [name]: target.value })}
      style={{ width: width ?? '100%' }}
      aria-label={label}
      inputMode={inputMode}
      autoComplete="off"
    />
  );
}

/** One day of the letter. */
export function DayField({ name, label, proposed }: Pick<Props, 'name' | 'label'> & { readonly proposed?: boolean }): ReactNode {
  const { draft, change, today } = useLetterForm();
  const problems = useFormProblems();
  return (
    <DateInput
      id={name}
      label={label}
      value={draft[name]}
      today={today}
      proposal={proposed === true ? today : undefined}
      problem={problems[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
}
