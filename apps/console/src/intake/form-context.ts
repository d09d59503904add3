import type { LocalDate } from '@gongkai/calendar';
import { createContext, useContext } from 'react';
import type { Draft } from './draft.js';

/** New values of fields, or what becomes of the letter as it is by then. */
export type Change = Partial<Draft> | ((was: Draft) => Partial<Draft>);

/** The letter being typed, as its fields see it. */
export type LetterForm = {
  readonly draft: Draft;
  readonly change: (change: Change) => void;
  readonly today: LocalDate;
};

export const LetterFormContext = createContext<LetterForm | null>(null);

/** The letter being typed. @throws Error outside of its form */
export function useLetterForm(): LetterForm {
  const form = useContext(LetterFormContext);
  if (form === null) throw new Error('There is no letter here.');
  return form;
}
