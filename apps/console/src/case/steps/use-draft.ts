import type { AnswersByLink, CaseView, CommandType } from '@gongkai/contracts';
import { useLocation } from 'react-router';
import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { useSession } from '../../session/session.js';
import { keptValues, startValues } from './step-forms.js';
import type { StepValues } from './step-values.js';

/** What has been filled in at a form, kept in this window until the step is taken. */
export type Draft = {
  readonly values: StepValues;
  readonly setValues: Dispatch<SetStateAction<StepValues>>;
  /** Something else stands in it than what it begins with. */
  readonly isTouched: boolean;
  /** The form began with what was filled in an earlier time. */
  readonly isKept: boolean;
  /** Begins anew. */
  readonly clear: () => void;
  /** The step is taken: nothing is kept. */
  readonly forget: () => void;
};

/**
 * The draft of one step of one case, of the person at the screen: closing the form or the page loses nothing.
 * @param answers what was answered by link, as the form is opened
 */
export function useDraft(type: CommandType, view: CaseView, answers: AnswersByLink['items']): Draft {
  const { user } = useSession();
  const key = `gongkai.step.${user.id}.${view.id}.${type}`;
  const { state } = useLocation() as { readonly state: unknown };
  const [start] = useState(() => startValues(type, { ...view, answers }));
  const [kept] = useState(() => read(key));
  const [isKept, setKept] = useState(kept !== null);
  const [values, setValues] = useState<StepValues>(() => ({
    ...(kept === null ? start : keptValues(type, kept, { ...view, answers })),
    ...filledIn(state),
  }));
  const text = JSON.stringify(values);
  const isTouched = text !== JSON.stringify(start);
  useEffect(() => {
    if (isTouched) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  }, [key, text, isTouched]);
  return {
    values,
    setValues,
    isTouched,
    isKept,
    clear: () => {
      setKept(false);
      setValues(start);
    },
    forget: () => sessionStorage.removeItem(key),
  };
}

/** What the link that opened the form has filled in. */
const filledIn = (state: unknown): StepValues =>
  typeof state === 'object' && state !== null && 'values' in state ? (state.values as StepValues) : {};

function read(key: string): StepValues | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as StepValues);
}
