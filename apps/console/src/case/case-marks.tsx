import { stepTexts, type CaseView, type JournalEntryView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useText, useWords } from '../i18n/use-words.js';
import { dayOf } from './history/events.js';
import { AnsweredMark } from './answered-mark.js';
import { AgentLink } from './agent-link.js';
import { lacksAgent, lacksPowerOfAttorney } from './power-of-attorney.js';
import { useOrderWords } from '../orders/use-order-words.js';
import { factWords } from './history/fact-words.js';
import { ChangeList } from './history/change-list.js';
import { changesOf } from './history/changes-of.js';
import { useChangeWords } from './history/use-change-words.js';
import { useReferred } from './history/use-referred.js';
import { SuggestedMark } from './suggested-mark.js';
import { openSuggestion } from './open-suggestion.js';
import { OwnPaper, PaperBack } from './own-paper.js';
import { UnsentMark, useLettersUnsent } from './letter-mail.js';
import { OVER_PAGE } from './over-page.js';
import { useAnswersByLink, useRelated, type RelatedCase } from './use-case.js';

type Props = { readonly view: CaseView; readonly journal: readonly JournalEntryView[] };

/** What makes this case another than most: others belong to it, it was sent back, or something on record waits for a second person. */
export function CaseMarks({ view, journal }: Props): ReactNode {
  const back = sentBack(journal);
  const { accessibility } = view.applicant;
  const suggestion = openSuggestion(view, journal);
  const marks = [
    ...(accessibility === undefined ? [] : [<Accessibility key="accessibility" need={accessibility} />]),
    ...view.orders.filter(({ state }) => state !== 'closed').map((order) => <Ordered key={order.id} view={view} order={order} />),
    ...(suggestion === null ? [] : [<SuggestedMark key="suggested" suggestion={suggestion} />]),
    ...(lacksPowerOfAttorney(view, journal) ? [<Unproven key="agent" view={view} />] : []),
    ...(lacksAgent(view, journal) ? [<Unnamed key="agent" view={view} />] : []),
    ...(back === undefined ? [] : [<SentBack key="back" view={view} entry={back} />]),
    ...useAnswersByLink(view).map((answer) => <AnsweredMark key={answer.incomingId} view={view} answer={answer} />),
    ...useLettersUnsent(view).map((mail) => <UnsentMark key={`mail ${mail.id}`} view={view} mail={mail} />),
    ...view.notices
      .filter(({ own }) => own?.sentBack !== undefined)
      .map((notice) => <PaperBack key={`back ${notice.id}`} view={view} notice={notice} />),
    ...view.toConfirm.map((one) => <ToConfirm key={one.entryId} view={view} journal={journal} waiting={one} />),
    ...useRelated(view.id).map((other) => <Related key={`${other.relation} ${other.id}`} other={other} />),
  ];
  return marks.length === 0 ? null : <ul className="case-marks dense">{marks}</ul>;
}

/** What a supervisor demands, by when; the card of orders has the rest. */
function Ordered({ view, order }: { readonly view: CaseView; readonly order: CaseView['orders'][number] }): ReactNode {
  const t = useWords('case');
  const terms = useWords('terms');
  const { due } = useOrderWords(view.people);
  const last = order.demands.at(-1);
  if (last === undefined) return null;
  return (
    <li data-order={order.id}>
      <b>{t('mark.ordered')}</b> {terms(`orderState.${order.state}`)}
      {last.answer === null ? t('mark.ordered.due', { day: due(last) }) : ' '}
      {terms(`orderKind.${order.kind}`)} <span className="free-text">{last.text}</span>
    </li>
  );
}

/** What the applicant needs to read, hear or come. */
function Accessibility({ need }: { readonly need: string }): ReactNode {
  const t = useWords('case');
  return (
    <li>
      <b>{t('mark.accessibility')}</b>
      {need}
    </li>
  );
}

/** A warning: it keeps no step from being taken. */
function Unproven({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('case');
  return (
    <li>
      <b>{t('mark.no-power-of-attorney')}</b>
      {t('mark.no-power-of-attorney.what', { agent: view.applicant.agent ?? '' })} <AgentLink view={view} />
    </li>
  );
}

function Unnamed({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('case');
  return (
    <li>
      <b>{t('mark.power-of-attorney')}</b>
      {t('mark.power-of-attorney.what')} <AgentLink view={view} />
    </li>
  );
}

function Related({ other: { id, number, subject, relation } }: { readonly other: RelatedCase }): ReactNode {
  const t = useWords('case');
  return (
    <li>
      <b>{t(`related.${relation}`)}</b> <Link to={`/case/${id}`}>{number}</Link> {subject}
    </li>
  );
}

const ON_ITS_WAY: ReadonlySet<string> = new Set([
  'SUBMITTED_FOR_APPROVAL',
  'SENT_BACK',
  'LEGAL_REVIEW_OBJECTED',
  'ROUND_ORDERED',
  'WITHDRAWN',
  'VOIDED',
]);

/** The entry by which approver or legal reviewer sent it back; undefined once it was submitted again. */
function sentBack(journal: Props['journal']): JournalEntryView | undefined {
  const last = journal.findLast(({ type }) => ON_ITS_WAY.has(type));
  return last?.type === 'SENT_BACK' || last?.type === 'LEGAL_REVIEW_OBJECTED' ? last : undefined;
}

function SentBack({ view, entry }: { readonly view: CaseView; readonly entry: JournalEntryView }): ReactNode {
  const t = useWords('case');
  const { listed } = useDays();
  const { reason } = entry.fact;
  return (
    <li>
      <b>{t(entry.type === 'LEGAL_REVIEW_OBJECTED' ? 'mark.objected' : 'mark.sent-back')}</b>
      {t('mark.sent-back.by', { who: view.people[entry.actor] ?? '', day: listed(dayOf(entry)) })}
      {typeof reason === 'string' ? t('mark.reason', { reason }) : null}
    </li>
  );
}

type WaitingProps = Props & { readonly waiting: CaseView['toConfirm'][number] };

/** What was changed from what to what, by whom, and who may confirm it. */
function ToConfirm({ view, journal, waiting }: WaitingProps): ReactNode {
  const { entryId, by, follows } = waiting;
  const t = useWords('case');
  const referred = useReferred(view, journal);
  const changed = useChangeWords(view);
  const entry = journal.find(({ id }) => id === entryId);
  const who = view.people[by] ?? '';
  return (
    <li>
      <b>{t('mark.to-confirm')}</b>
      {entry === undefined ? null : t('mark.entry', { who, what: factWords(entry, view, undefined).title })}
      {entry === undefined ? null : referred(entry).map((said) => `${t('comma')}${said}`)}
      {follows === undefined ? null : t('mark.follows')}
      <EnteredLate waiting={waiting} />
      <OwnPaper view={view} waiting={waiting} />
      {typeof entry?.fact.reason === 'string' ? t('mark.reason', { reason: entry.fact.reason }) : t('mark.end')}
      <WhoConfirms view={view} waiting={waiting} />
      {entry === undefined ? null : <ChangeList changes={changed(changesOf(entry, journal))} />}
    </li>
  );
}

function EnteredLate({ waiting: { reason, unproven } }: Pick<WaitingProps, 'waiting'>): ReactNode {
  const t = useWords('case');
  return reason === 'entered-late' && t(unproven ? 'mark.entered-late.unproven' : 'mark.entered-late');
}

const CONFIRMED_BY: Readonly<Partial<Record<string, 'mark.by-approver' | 'mark.own-paper.by'>>> = {
  'fact-corrected': 'mark.by-approver',
  'own-paper': 'mark.own-paper.by',
};

function WhoConfirms({ view, waiting: { entryId, reason, by } }: Omit<WaitingProps, 'journal'>): ReactNode {
  const t = useWords('case');
  const text = useText();
  const mayConfirm = view.permitted.some(
    ({ type, subjects }) => type === 'confirmFact' && subjects?.some(({ id }) => id === entryId) === true,
  );
  return mayConfirm ? (
    <Link to={`/case/${view.id}/step/confirmFact`} state={OVER_PAGE}>
      {sentenceCase(text(stepTexts.confirmFact))}
    </Link>
  ) : (
    <span className="muted">{t(CONFIRMED_BY[reason] ?? 'mark.by-another', { who: view.people[by] ?? '' })}</span>
  );
}
