import type { LocalDate } from '@gongkai/calendar';
import { articleText, stepTexts, type CaseView, type CommandType, type JournalEntryView } from '@gongkai/contracts';
import { Button, Modal } from 'antd';
import { useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { ProblemError } from '../../api/problem.js';
import { useLanguage, useText, useWords } from '../../i18n/use-words.js';
import { ErrorNotice } from '../../parts/error-notice.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { FieldRow } from './field-row.js';
import { PreviewPane } from './preview-pane.js';
import { useGrounds } from '../use-case.js';
import { startValues, stepFields, visibleFields, withConsequences } from './step-forms.js';
import type { StepField } from './step-model.js';
import { commandOf, missingIn, type StepValues } from './step-values.js';
import { usePreview, useSettled, useTakeStep } from './use-step.js';
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

/** A step: its form at left, what it brings about at right, live while it is filled in. Nothing changes before the act. */
export function StepDialog({ type, view, journal, today, onClose, onTaken }: Props): ReactNode {
  const text = useText();
  const language = useLanguage();
  const step = view.permitted.find((one) => one.type === type);
  const name = text(stepTexts[type]);
  const form = useRef<HTMLFormElement>(null);
  return (
    <Modal
      open
      afterOpenChange={(open) => {
        // Where no field has taken the focus, the form has it: Ctrl+Enter is its key.
        if (open && form.current?.contains(document.activeElement) === false) form.current.focus();
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
          <span className="step-title">{name.charAt(0).toUpperCase() + name.slice(1)}</span>
          <span className="dense muted">{view.number}</span>
          <span className="spring" />
          <span className="small muted">{step?.article === undefined ? '' : articleText(step.article, language)}</span>
        </div>
      }
    >
      {step === undefined ? (
        <NotNow type={type} view={view} onClose={onClose} />
      ) : (
        <StepForm
          type={type}
          view={view}
          journal={journal}
          today={today}
          onClose={onClose}
          onTaken={onTaken}
          name={name}
          limit={step.limit}
          form={form}
        />
      )}
    </Modal>
  );
}

/** An address of a step that cannot be taken: the reason instead of a form. */
function NotNow({ type, view, onClose }: Pick<Props, 'type' | 'view' | 'onClose'>): ReactNode {
  const t = useWords('step');
  const reason = view.refused.find((one) => one.type === type)?.reason;
  return (
    <div className="step-not-now">
      <p>{reason ?? t('not-now')}</p>
      <Button onClick={onClose}>{t('cancel')}</Button>
    </div>
  );
}

type FormProps = Props & {
  readonly name: string;
  readonly limit: string | undefined;
  readonly form: RefObject<HTMLFormElement | null>;
};

function StepForm({ type, view, journal, today, onClose, onTaken, name, limit, form }: FormProps): ReactNode {
  const t = useWords('step');
  const [opened, setOpened] = useState(view.version);
  const [values, setValues] = useState<StepValues>(() => startValues(type, view));
  const [isTried, setTried] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const grounds = useGrounds();
  const fields = useMemo(() => visibleFields(type, stepFields(type), { values, grounds }), [type, values, grounds]);
  const missing = missingIn(fields, values);
  const body = JSON.stringify(commandOf(type, fields, values, today));
  const settled = useSettled(body);
  const take = useTakeStep(view.id, onTaken);
  const preview = usePreview(view.id, settled, view.version, settled === body && isOpen(missing, take));
  const act = (): void => {
    setTried(true);
    if (missing.length > 0)
      list.current?.querySelector<HTMLElement>(`[data-field="${missing[0]?.name ?? ''}"] :is(input, textarea, button)`)?.focus();
    else if (!take.isPending) take.mutate({ body: JSON.parse(body) as Record<string, unknown>, version: opened });
  };
  const isChanged = view.version !== opened;
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
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act();
      }}
    >
      <div className="step-fields" ref={list}>
        {isChanged && <ChangedMeanwhile journal={journal} since={opened} view={view} onSeen={() => setOpened(view.version)} />}
        {limit !== undefined && <p className="small muted">{limit}</p>}
        {fields.length === 0 && <p className="dense">{t('no-fields')}</p>}
        {fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            type={type}
            view={view}
            journal={journal}
            today={today}
            value={values[field.name]}
            problem={problemOf(
              field,
              take.error ?? preview.error,
              isTried && missing.includes(field) ? t('required') : undefined,
            )}
            onChange={(value) =>
              setValues((before) => withConsequences(type, field.name, { values: { ...before, [field.name]: value }, grounds }))
            }
          />
        ))}
        {take.error !== null && !isChanged && <ErrorNotice error={take.error} />}
      </div>
      <PreviewPane
        type={type}
        view={view}
        preview={missing.length === 0 ? preview.data : undefined}
        error={preview.error}
        missing={missing.length}
        today={today}
      />
      <StepFoot name={name} isPending={take.isPending} onClose={onClose} />
    </form>
  );
}

type FootProps = { readonly name: string; readonly isPending: boolean; readonly onClose: () => void };

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
      <Button type="primary" htmlType="submit" loading={isPending}>
        {name.charAt(0).toUpperCase() + name.slice(1)} <kbd>Ctrl</kbd> <kbd>Enter</kbd>
      </Button>
    </footer>
  );
}

/** Something can be asked: nothing is missing, and the step is not being taken. Once it is, the case moves on. */
const isOpen = (missing: readonly StepField[], { isIdle, isError }: { isIdle: boolean; isError: boolean }): boolean =>
  missing.length === 0 && (isIdle || isError);

/** What is wrong with a field: it is missing, or the server says what. */
function problemOf({ name, kind }: StepField, error: Error | null, missing: string | undefined): string | undefined {
  if (missing !== undefined) return missing;
  if (!(error instanceof ProblemError)) return undefined;
  const paths = kind === 'subject' ? ['itemId', 'noticeId', 'consultationId', 'remedyId'] : [name];
  return error.problem.fields?.find(({ path }) => paths.some((own) => path === own || path.startsWith(`${own}.`)))?.message;
}
