import type { Problem } from '@gongkai/contracts';
import { createContext, useContext } from 'react';
import { fieldAt } from './draft-request.js';

type Wrong = NonNullable<Problem['fields']>[number];

/** What is wrong, by the name of the field. */
export type FormProblems = Readonly<Record<string, string>>;

export const FormProblemsContext = createContext<FormProblems>({});

/** What is wrong in the form at present. */
export const useFormProblems = (): FormProblems => useContext(FormProblemsContext);

/** What a control says of itself when something is wrong with its field. */
export function problemProps(problems: FormProblems, name: string) {
  return problems[name] === undefined
    ? { id: name }
    : ({ id: name, status: 'error', 'aria-invalid': true, 'aria-describedby': `${name}-problem` } as const);
}

/** What the server said, by the field of the screen. */
export const problemsByField = (fields: readonly Wrong[]): FormProblems =>
  Object.fromEntries(fields.map(({ path, message }) => [fieldAt(path), message]));
