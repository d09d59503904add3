import type { LocalDate } from '@gongkai/calendar';
import type { AnswersByLink, CaseView, CommandType, GroundsView, PreviewView } from '@gongkai/contracts';
import { useMemo, useState } from 'react';
import { isProblem, type ProblemError } from '../../api/problem.js';
import { principalsOf } from '../../decide/principals-of.js';
import { useOffice } from '../../shell/use-office.js';
import { useUnmailed } from '../letter-mail.js';
import { useAnswersByLink, useCompleteness, useGrounds } from '../use-case.js';
import { useReconsiderationOrgan, withOrgan } from './before-whom.js';
import { useFeeCount, withCount } from './fee-count.js';
import { stepFields, visibleFields, withConsequences } from './step-forms.js';
import type { StepField } from './step-model.js';
import { commandOf, missingIn, unreadIn, type StepValues } from './step-values.js';
import { useDraft } from './use-draft.js';
import { usePreview, useSettled, useTakeStep } from './use-step.js';

/** What the form of a step knows and can do. */
export type StepFormState = {
  /** The step can be taken; somebody else may have made it impossible since the form was opened. */
  readonly isOpen: boolean;
  readonly fields: readonly StepField[];
  readonly values: StepValues;
  readonly set: (name: string, value: unknown) => void;
  /** Fields that still have to be filled in; told once the step was tried. */
  readonly missing: readonly StepField[];
  readonly isTried: boolean;
  /** Fields in which something stands that cannot be taken. */
  readonly unread: readonly StepField[];
  /** `waits` for something to be filled in: what the form lacks as it was opened is no mistake of anybody yet. */
  readonly preview: { readonly data: PreviewView | undefined; readonly error: Error | null; readonly waits: boolean };
  /** Takes the step. @param draw its paper with it. @returns the field to go to, where one is missing */
  readonly act: (draw?: boolean) => StepField | undefined;
  readonly isPending: boolean;
  /** Why the step was not taken, as long as the form is as it was then. */
  readonly failure: Error | null;
  /** The version the person has seen; another one is that of somebody else. */
  readonly opened: number;
  readonly seeNewest: () => void;
  readonly isKept: boolean;
  readonly clear: () => void;
  /** The command as it is filled in, as JSON. */
  readonly body: string;
};

type Form = {
  readonly type: CommandType;
  readonly view: CaseView;
  readonly today: LocalDate;
  readonly onTaken: (view: CaseView) => void;
};

/** Whether the case keeps a copy of every letter, as far as it is known; asked for where it is filed. */
const useKeepsAllPapers = (type: CommandType, { id }: CaseView): boolean =>
  useCompleteness(id, type === 'file').data?.items.find(({ check }) => check === 'papers')?.passed === true;

/** What is known beside the case. */
function useKnown(type: CommandType, view: CaseView) {
  const keepsAllPapers = useKeepsAllPapers(type, view);
  const mailsLetters = useOffice().data?.mailsLetters;
  const unmailed = useUnmailed(view).join(' ');
  return useMemo(
    () => ({ keepsAllPapers, mailsLetters, unmailed: unmailed.split(' ') }),
    [keepsAllPapers, mailsLetters, unmailed],
  );
}

function useFields(type: CommandType, values: StepValues, grounds: GroundsView | undefined, view: CaseView) {
  const { toConfirm, items, consultations, notices, inapplicable, attribute, asSentBack, delivery } = view;
  const principals = principalsOf(view, type);
  const known = useKnown(type, view);
  const all = useMemo(() => stepFields(type), [type]);
  return useMemo(
    () =>
      visibleFields(type, all, {
        values,
        grounds,
        toConfirm,
        items,
        consultations,
        notices,
        inapplicable,
        attribute,
        asSentBack,
        delivery,
        principals,
        ...known,
      }),
    [
      type,
      all,
      values,
      grounds,
      toConfirm,
      items,
      consultations,
      notices,
      inapplicable,
      attribute,
      asSentBack,
      delivery,
      principals,
      known,
    ],
  );
}

/** Fields to be filled in, those that cannot be read, and the first of them. */
function gapsIn(fields: readonly StepField[], values: StepValues, today: LocalDate) {
  const missing = missingIn(fields, values);
  const unread = unreadIn(fields, values, today);
  return { missing, unread, wrong: missing[0] ?? unread[0] };
}

type Filling = Pick<Form, 'type' | 'view'> & {
  readonly grounds: GroundsView | undefined;
  readonly answers: AnswersByLink['items'];
};

/** One more field filled in, with what follows from it. */
const filledWith =
  ({ type, view: { items, consultations, remedies }, grounds, answers }: Filling, name: string, value: unknown) =>
  (before: StepValues): StepValues =>
    withConsequences(type, name, { values: { ...before, [name]: value }, grounds, items, consultations, remedies, answers });

/** What was typed, and before that what the register and the guide know, and who is asked has answered by the link. */
function useFilled(type: CommandType, view: CaseView) {
  const answers = useAnswersByLink(view);
  const { values, ...draft } = useDraft(type, view, answers);
  const counted = withCount(values, useFeeCount(type, view));
  return { ...draft, answers, values: withOrgan(counted, useReconsiderationOrgan(type, view)) };
}

/** What the letter lacks is not in the form: nobody mends it by filling that in. */
const isOfPaper = ({ problem: { fields = [] } }: ProblemError): boolean =>
  fields.some(({ path }) => /^paper(?:\.|$)/u.test(path));

/** What is shown of a preview: before anything was filled in, not yet what the form lacks. */
function shownOf(
  { data, error }: Pick<StepFormState['preview'], 'data' | 'error'>,
  { isFilled, isBegun }: { readonly isFilled: boolean; readonly isBegun: boolean },
): StepFormState['preview'] {
  const waits = !isBegun && isProblem(error, 'invalid-request') && !isOfPaper(error);
  return { data: isFilled ? data : undefined, error: waits ? null : error, waits };
}

/** The form of a step: filled in, previewed while it is typed, kept until it is taken. */
export function useStepForm({ type, view, today, onTaken }: Form): StepFormState {
  const [opened, setOpened] = useState(view.version);
  const isOpen = view.permitted.some((one) => one.type === type);
  const [isTried, setTried] = useState(false);
  const { values, answers, setValues, forget, isTouched, ...kept } = useFilled(type, view);
  const grounds = useGrounds();
  const fields = useFields(type, values, grounds, view);
  const gaps = gapsIn(fields, values, today);
  const isFilled = isOpen && gaps.wrong === undefined;
  const body = JSON.stringify(commandOf(type, fields, values, today));
  const settled = useSettled(body);
  const take = useTakeStep(view.id, (after) => {
    forget();
    onTaken(after);
  });
  // Once the step is taken the case moves on: what it would bring about is asked no more.
  const isAskable = isFilled && (take.isIdle || take.isError);
  const preview = usePreview(view.id, settled, view.version, settled === body && isAskable);
  const act = (draw?: boolean): StepField | undefined => {
    setTried(true);
    if (isFilled && !take.isPending) take.mutate({ body: JSON.parse(body) as Record<string, unknown>, version: opened, draw });
    return gaps.wrong;
  };
  return {
    isOpen,
    fields,
    values,
    set: (name, value) => setValues(filledWith({ type, view, grounds, answers }, name, value)),
    ...gaps,
    isTried,
    preview: shownOf(preview, { isFilled, isBegun: isTouched || isTried }),
    act,
    isPending: take.isPending,
    failure: JSON.stringify(take.variables?.body) === body ? take.error : null,
    opened,
    seeNewest: () => setOpened(view.version),
    ...kept,
    body,
  };
}
