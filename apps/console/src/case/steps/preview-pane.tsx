import {
  articleText,
  paperTexts,
  roleTexts,
  stepTexts,
  suitOrderArticles,
  type CaseView,
  type CommandType,
  type PreviewView,
  type Role,
} from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { NetworkError } from '../../api/problem.js';
import { useDeadlineName } from '../../clock/use-deadline-name.js';
import { ReplyDraft } from '../../decide/reply-draft.js';
import { useDays } from '../../i18n/use-days.js';
import { sentenceCase } from '../../i18n/sentence-case.js';
import { useLanguage, useText, useWords } from '../../i18n/use-words.js';
import { isKey } from '../../i18n/i18n.js';
import type { Key } from '../../i18n/words.js';
import { ErrorNotice } from '../../parts/error-notice.js';
import { FeeAmount } from './fee-amount.js';
import { oncePerDate } from './once-per-date.js';
import { PaperDraft } from './paper-draft.js';
import { fieldsOf } from './step-model.js';
import type { StepPaper } from './use-paper.js';

type Props = {
  readonly type: CommandType;
  readonly view: CaseView;
  readonly preview: PreviewView | undefined;
  readonly error: Error | null;
  /** Fields that still have to be filled in. */
  readonly missing: number;
  /** Fields in which something stands that cannot be taken. */
  readonly unread?: number;
  /** Nothing was filled in yet, and something has to be. */
  readonly waits?: boolean;
  readonly today: string;
  /** The paper that goes out with it, where one does. */
  readonly paper?: StepPaper | null;
};

/** 这一步之后: dates before and after, state, papers, who is told, whether it can be taken back. */
export function PreviewPane(props: Props): ReactNode {
  const t = useWords('step');
  return (
    <div className="preview" aria-live="polite">
      <h3>{t('after')}</h3>
      <Previewed {...props} />
      {props.type === 'submitForApproval' && props.missing === 0 ? <ReplyDraft view={props.view} /> : null}
      {props.paper ? <PaperDraft paper={props.paper} isFilled={props.missing === 0 && (props.unread ?? 0) === 0} /> : null}
    </div>
  );
}

/** The consequences; or what has to be done first, so that they can be shown. */
function Previewed({ missing, unread = 0, waits = false, error, preview, ...props }: Props): ReactNode {
  const t = useWords('step');
  if (missing > 0) return <p className="dense muted">{t('after.missing', { count: missing })}</p>;
  if (unread > 0) return <p className="dense muted">{t('after.unread')}</p>;
  if (waits) return <p className="dense muted">{t('after.waits')}</p>;
  if (error !== null) return <NoPreview error={error} />;
  return preview === undefined ? null : <Consequences {...props} preview={preview} />;
}

function NoPreview({ error }: { readonly error: Error }): ReactNode {
  const t = useWords('step');
  return error instanceof NetworkError ? <p className="dense">{t('after.offline')}</p> : <ErrorNotice error={error} />;
}

type ConsequencesProps = Pick<Props, 'type' | 'view' | 'today' | 'paper'> & { readonly preview: PreviewView };

function Consequences({ type, view, preview, today, paper }: ConsequencesProps): ReactNode {
  const t = useWords('step');
  const terms = useWords('terms');
  const effect = `effect.${type}`;
  const unmoved = useUnmoved(view, today);
  return (
    <>
      {preview.ifApproved.length === 0 ? (
        <Dates view={view} changes={preview.changes} none={type === 'proposeExtension' ? unmoved : undefined} />
      ) : (
        <Dates view={view} changes={preview.ifApproved} note={t('after.if-approved')} />
      )}
      {preview.follows.map(({ id, number, changes }) => (
        <section key={id}>
          <p className="dense">{t('after.follows', { number })}</p>
          <Dates view={view} changes={changes} />
        </section>
      ))}
      <Foreseen foreseen={preview.foreseen} />
      <dl className="consequences">
        <dt>{t('after.state')}</dt>
        <dd>
          {preview.state === view.state
            ? t('after.state.same', { state: terms(`state.${view.state}`) })
            : `${terms(`state.${view.state}`)} → ${terms(`state.${preview.state}`)}`}
        </dd>
        <dt>{t('after.notices')}</dt>
        <dd>
          <Papers preview={preview} paper={paper} />
        </dd>
        <FeeAmount fee={preview.fee} />
        <Counted preview={preview} />
        <OutOfOrder preview={preview} />
        {preview.opens.length > 0 && (
          <>
            <dt>{t('after.opens')}</dt>
            <dd>{t('after.opens.case', { count: preview.opens.flatMap(({ items }) => items).length })}</dd>
          </>
        )}
        <Told told={preview.told} />
        {isKey('step', effect) && (
          <>
            <dt>{t('after.condition')}</dt>
            <dd>{t(effect)}</dd>
          </>
        )}
        <dt>{t('after.undo')}</dt>
        <dd>{t(undoOf(type))}</dd>
      </dl>
    </>
  );
}

/** What would keep a draft from being signed: said to whoever submits it, who can still mend it. */
function Foreseen({ foreseen = [] }: Pick<PreviewView, 'foreseen'>): ReactNode {
  const t = useWords('step');
  if (foreseen.length === 0) return null;
  return (
    <div className="step-foreseen" role="status">
      <p className="dense">{t('after.foreseen')}</p>
      <ul className="dense">
        {foreseen.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is made with the step: what goes out, or a paper for the folder alone. */
function Papers({ preview: { notices }, paper }: Pick<ConsequencesProps, 'preview' | 'paper'>): ReactNode {
  const t = useWords('step');
  const terms = useWords('terms');
  const text = useText();
  if (notices.length === 0) return paper?.goesAlong === true ? text(paperTexts[paper.kind]) : t('after.notices.none');
  return notices
    .map(({ kind, number, dispatchedOn }) =>
      [terms(`notice.${kind}`), number ?? '', dispatchedOn === null ? t('after.unsent') : ''].filter(Boolean).join(' '),
    )
    .join(t('comma'));
}

/** Where what is decided counts in the annual report: by itself, and the application with all its items. */
function Counted({ preview: { itemRows, reportRow } }: Pick<ConsequencesProps, 'preview'>): ReactNode {
  const t = useWords('step');
  if (itemRows.length === 0 && reportRow === null) return null;
  return (
    <>
      <dt>{t('after.counted')}</dt>
      <dd>
        {itemRows.map(({ itemId, name }) => (
          <div key={itemId}>{t('after.counted.item', { row: name })}</div>
        ))}
        {reportRow !== null && (
          <div>
            {reportRow.isPart
              ? t('after.counted.part', { row: reportRow.name })
              : t('after.counted.case', { year: String(reportRow.year), row: reportRow.name })}
          </div>
        )}
      </dd>
    </>
  );
}

/** A suit that comes before its turn can be recorded, for its court decides; whoever records it is told first. */
function OutOfOrder({ preview: { suitOrder } }: Pick<ConsequencesProps, 'preview'>): ReactNode {
  const t = useWords('step');
  const language = useLanguage();
  if (suitOrder === null) return null;
  return (
    <>
      <dt>{t('after.order')}</dt>
      <dd role="alert" className="changed-meanwhile dense">
        {t(`suit.${suitOrder}`, { article: articleText(suitOrderArticles[suitOrder], language) })}
      </dd>
    </>
  );
}

/** Why an extension would move nothing if it left today: one that left by the due date is recorded all the same. */
function useUnmoved({ deadlines }: CaseView, today: string): string {
  const t = useWords('step');
  const { listed } = useDays();
  const due = deadlines.finalDue ?? deadlines.provisionalFinalDue ?? null;
  return due === null || due >= today ? t('after.if-approved.none') : t('after.if-approved.late', { due: listed(due) });
}

/** Whether it can be taken back: in its own words; else what records a day can be corrected. */
function undoOf(type: CommandType): Key<'step'> {
  const own = `undo.${type}`;
  if (isKey('step', own)) return own;
  return fieldsOf(type).some(({ kind }) => kind === 'day') ? 'undo.day' : 'undo';
}

type DatesProps = {
  readonly view: CaseView;
  readonly changes: PreviewView['changes'];
  /** What is said where none changes. */
  readonly none?: string | undefined;
  /** On what condition they change. */
  readonly note?: string;
};

function Dates({ view, changes, note, none }: DatesProps): ReactNode {
  const t = useWords('step');
  const { listed } = useDays();
  const nameOf = useDeadlineName(view);
  const told = oncePerDate(changes);
  if (told.length === 0) return <p className="dense dates-same">{none ?? t('after.dates.same')}</p>;
  return (
    <ul className="date-changes">
      {told.map(({ deadline, before, after, metOn, provisional }) => (
        <li key={deadline}>
          <div className="small muted">
            {sentenceCase(nameOf(deadline))}
            {provisional === true && t('after.provisional')}
            {note}
          </div>
          <div className="date-change">
            <b>{before === null ? t('after.no-date') : listed(before)}</b>
            <span aria-label={t('after.becomes')}>→</span>
            <b>
              {metOn !== undefined ? t('after.met', { day: listed(metOn) }) : after === null ? t('after.no-date') : listed(after)}
            </b>
          </div>
        </li>
      ))}
    </ul>
  );
}

const isRole = (who: string): who is Role => who in roleTexts;

/** Whom the system tells: people of the office. What waits for somebody outside is the office's own act. */
function Told({ told }: Pick<PreviewView, 'told'>): ReactNode {
  const t = useWords('step');
  const text = useText();
  const people = told.flatMap(({ who, by, step }) => (by === 'task' && isRole(who) ? [{ who, step }] : []));
  if (people.length === 0) return null;
  return (
    <>
      <dt>{t('after.told')}</dt>
      <dd>
        {people.map(({ who, step }) => (
          <div key={`${who} ${step ?? ''}`}>
            {text(roleTexts[who])}
            {step !== undefined && step in stepTexts && t('after.by-task', { step: text(stepTexts[step as CommandType]) })}
          </div>
        ))}
      </dd>
    </>
  );
}
