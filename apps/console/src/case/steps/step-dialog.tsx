import type { LocalDate } from '@gongkai/calendar';
import { articleText, stepTexts, type CaseView, type CommandType, type JournalEntryView } from '@gongkai/contracts';
import { Button, Modal } from 'antd';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { ProblemError } from '../../api/problem.js';
import { sentenceCase } from '../../i18n/sentence-case.js';
import { useLanguage, useText, useWords } from '../../i18n/use-words.js';
import { isKey } from '../../i18n/i18n.js';
import { useFocusBack } from '../../parts/use-focus-back.js';
import { useProblemText } from '../../parts/use-problem-text.js';
import { useAnswersRead } from '../use-case.js';
import { AnswerNotice } from './answer-notice.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { FilingWarning } from './filing-warning.js';
import { FieldRow } from './field-row.js';
import { PreviewPane } from './preview-pane.js';
import { FeeCountNotice, FeeWarning } from './fee-count.js';
import { Accessibility, Kept, OpenCoHandling, Trouble } from './step-notices.js';
import type { StepField } from './step-model.js';
import { usePaper } from './use-paper.js';
import { useStepForm, type StepFormState } from './use-step-form.js';
import './step-dialog.css';

type Props = {
  readonly type: CommandType;
  readonly view: CaseView;
  readonly journal: readonly JournalEntryView[];
  readonly today: LocalDate;
  readonly onClose: () => void;
  readonly onTaken: (view: CaseView) => void;
};

const WIDTH = 920;
const TOP = 56;
/** What of a field can have the focus. */
const TYPED = 'input, textarea, button';

/** A step: its form at left, what it brings about at right, live while it is filled in. Nothing changes before the act. */
export function StepDialog({ type, view, journal, today, onClose, onTaken }: Props): ReactNode {
  const text = useText();
  const language = useLanguage();
  const step = view.permitted.find((one) => one.type === type);
  const name = text(stepTexts[type]);
  const form = useRef<HTMLFormElement>(null);
  // A form that was open stays, with what was filled in, also where somebody else has made the step impossible.
  const [wasOpen] = useState(step !== undefined);
  // The form begins with what was answered by link: it is not begun before that is known.
  const isRead = !useAnswersRead(view).isLoading || type !== 'recordAnswer';
  useFocusBack();
  return (
    <Modal
      open
      afterOpenChange={(open) => {
        if (open) focusFirst(form.current);
      }}
      width={WIDTH}
      style={{ top: TOP }}
      onCancel={onClose}
      closable={false}
      mask={{ closable: false }}
      footer={null}
      className="step-dialog"
      title={
        <div className="step-head">
          <span className="step-title">{sentenceCase(name)}</span>
          <span className="dense muted">{view.number}</span>
          <span className="spring" />
          <span className="small muted">{step?.article === undefined ? '' : articleText(step.article, language)}</span>
        </div>
      }
    >
      {!wasOpen ? (
        <NotNow type={type} view={view} onClose={onClose} />
      ) : isRead ? (
        <StepForm
          type={type}
          view={view}
          journal={journal}
          today={today}
          onClose={onClose}
          onTaken={onTaken}
          name={name}
          limit={step?.limit}
          form={form}
        />
      ) : null}
    </Modal>
  );
}

/** What still has to be filled in has the focus, not what is chosen already; where no field has it, the form: Ctrl+Enter is its key. */
function focusFirst(form: HTMLFormElement | null): void {
  const missing = form?.querySelector<HTMLElement>(`.field-row[data-missing] :is(${TYPED})`);
  if (missing) missing.focus();
  else if (form?.contains(document.activeElement) === false) form.focus();
}

/** An address of a step that cannot be taken: the reason instead of a form. */
function NotNow({ type, view, onClose }: Pick<Props, 'type' | 'view' | 'onClose'>): ReactNode {
  const t = useWords('step');
  return (
    <div className="step-not-now">
      <WhyNot type={type} view={view} />
      <Button onClick={onClose}>{t('cancel')}</Button>
    </div>
  );
}

function WhyNot({ type, view }: Pick<Props, 'type' | 'view'>): ReactNode {
  const t = useWords('step');
  return <p>{view.refused.find((one) => one.type === type)?.reason ?? t('not-now')}</p>;
}

type FormProps = Props & {
  readonly name: string;
  readonly limit: string | undefined;
  readonly form: RefObject<HTMLFormElement | null>;
};

function StepForm({ onClose, name, limit, form, ...props }: FormProps): ReactNode {
  const { type, view, today } = props;
  const state = useStepForm(props);
  const paper = usePaper(view, type, state.body);
  const isDrawn = paper?.goesAlong;
  const list = useRef<HTMLDivElement>(null);
  const act = (): void => {
    // What somebody else has done meanwhile is looked at first: the focus goes to where that is said.
    const unseen = form.current?.querySelector<HTMLElement>('.changed-meanwhile button') ?? null;
    unseen?.focus();
    if (unseen !== null) return;
    const missing = state.act(isDrawn);
    if (missing) list.current?.querySelector<HTMLElement>(`[data-field="${missing.name}"] :is(${TYPED})`)?.focus();
  };
  return (
    <form
      className="step-form"
      ref={form}
      tabIndex={-1}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        act();
      }}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        // It is the act, whatever has the focus: a list would open by it, and the page beneath would act, too.
        event.preventDefault();
        event.stopPropagation();
        act();
      }}
    >
      <div className="step-fields" ref={list}>
        <Fields {...props} limit={limit} state={state} />
      </div>
      {state.isOpen ? (
        <PreviewPane
          type={type}
          view={view}
          preview={state.preview.data}
          error={state.preview.error}
          waits={state.preview.waits}
          missing={state.missing.length}
          unread={state.unread.length}
          today={today}
          paper={paper}
        />
      ) : (
        <div className="preview" role="alert">
          <WhyNot type={type} view={view} />
        </div>
      )}
      <StepFoot name={state.isOpen ? name : null} isPending={state.isPending} onClose={onClose} />
    </form>
  );
}

type FieldsProps = Omit<Props, 'onClose' | 'onTaken'> & {
  readonly limit: string | undefined;
  readonly state: StepFormState;
};

const NUMBERS: ReadonlySet<StepField['kind']> = new Set(['whole', 'number']);

/** The left side: what has to be known first, the fields, and what stands in the way. */
function Fields({ limit, state, ...props }: FieldsProps): ReactNode {
  const t = useWords('step');
  const { type, view, journal } = props;
  const { fields, opened, failure, missing } = state;
  const isChanged = view.version !== opened;
  const refusal = failure ?? state.preview.error;
  const textOf = useProblemText();
  const problemOf = (field: StepField): string | undefined => {
    const wrong = wrongWith(field, refusal);
    return wrong === undefined ? undefined : textOf(wrong);
  };
  const isMissing = (field: StepField): boolean => state.isTried && missing.includes(field);
  const isNoNumber = (field: StepField): boolean => NUMBERS.has(field.kind) && state.unread.includes(field);
  const missingText = ({ name }: StepField): string => {
    const own = `missing.${type}.${name}`;
    return t(isKey('step', own) ? own : 'required');
  };
  return (
    <>
      {isChanged && (
        <ChangedMeanwhile journal={journal} since={opened} view={view} isOpen={state.isOpen} onSeen={state.seeNewest} />
      )}
      {state.isKept && <Kept onClear={state.clear} />}
      {type === 'file' && <FilingWarning view={view} />}
      <AnswerNotice type={type} view={view} values={state.values} />
      <OpenCoHandling type={type} view={view} />
      <FeeCountNotice type={type} view={view} />
      <FeeWarning type={type} view={view} />
      <Accessibility type={type} view={view} />
      {limit !== undefined && <p className="small muted">{limit}</p>}
      {fields.length === 0 && <p className="dense">{t('no-fields')}</p>}
      {fields.map((field) => (
        <FieldRow
          key={field.name}
          {...props}
          field={field}
          value={state.values[field.name]}
          isMissing={missing.includes(field)}
          problem={isMissing(field) ? missingText(field) : isNoNumber(field) ? t('not-a-number') : problemOf(field)}
          onChange={(value) => state.set(field.name, value)}
        />
      ))}
      <Trouble error={isChanged ? null : failure} />
    </>
  );
}

type FootProps = {
  /** The act; null where it is not possible any more. */
  readonly name: string | null;
  readonly isPending: boolean;
  readonly onClose: () => void;
};

/** The button says the act. */
function StepFoot({ name, isPending, onClose }: FootProps): ReactNode {
  const t = useWords('step');
  return (
    <footer className="step-foot">
      <span className="small muted">{t('preview-only')}</span>
      <span className="spring" />
      <Button onClick={onClose}>
        {t('cancel')} <kbd>Esc</kbd>
      </Button>
      {name !== null && (
        <Button type="primary" htmlType="submit" loading={isPending}>
          {sentenceCase(name)} <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </Button>
      )}
    </footer>
  );
}

/** What the server finds wrong with a field. */
function wrongWith({ name, kind }: StepField, error: Error | null) {
  if (!(error instanceof ProblemError)) return undefined;
  const paths = kind === 'subject' ? ['itemId', 'noticeId', 'consultationId', 'remedyId', 'entryId', 'requestId'] : [name];
  return error.problem.fields?.find(({ path }) => paths.some((own) => path === own || path.startsWith(`${own}.`)));
}
