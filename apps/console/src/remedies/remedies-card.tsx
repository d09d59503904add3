import { articleText, stepTexts, suitOrderArticles, type CaseView, type CommandType } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { BundleButton } from '../case/bundle-button.js';
import { OVER_PAGE } from '../case/over-page.js';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useDeadlineWord } from '../i18n/use-deadline-word.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useText, useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';
import { useAppearing } from './use-appearing.js';
import './remedies.css';

type Remedy = CaseView['remedies'][number];
type Due = CaseView['deadlines']['others'][number];
type Props = { readonly view: CaseView };

/** What can be done with remedies; those that begin one are told last. */
const STEPS: readonly CommandType[] = [
  ...(['answerRemedy', 'updateRemedy', 'recordReconsiderationDecision', 'recordJudgment'] as const),
  ...(['recordComplaint', 'recordReconsiderationCopy', 'recordSuitCopy'] as const),
];

const OF_APPLICANT: ReadonlySet<string> = new Set(['reconsiderationUntil', 'suitUntil', 'suitAfterReconsiderationUntil']);

/** Complaints, reconsiderations and suits of a case: what is due when and why, what comes next, and until when the applicant may begin one. */
export function RemediesCard({ view }: Props): ReactNode {
  const t = useWords('remedies');
  const text = useText();
  const own = view.deadlines.others.filter(({ deadline }) => OF_APPLICANT.has(deadline));
  const { noRemedy } = view.deadlines;
  if (view.remedies.length === 0 && own.length === 0 && noRemedy === null) return null;
  const steps = STEPS.filter((step) => view.permitted.some(({ type }) => type === step));
  return (
    <section className="card" aria-labelledby="case-remedies">
      <div className="card-head">
        <h2 id="case-remedies">{t('title')}</h2>
        <span className="spring" />
        {view.remedies.length === 0 ? null : <BundleButton view={view} words={{ name: t('bundle'), what: t('bundle.what') }} />}
        {steps.map((type) => (
          <Link key={type} className="no-print" to={`/case/${view.id}/step/${type}`} state={OVER_PAGE}>
            {sentenceCase(text(stepTexts[type]))}
          </Link>
        ))}
      </div>
      {noRemedy === null ? null : <p className="muted">{t(`none.${noRemedy}`)}</p>}
      {own.length === 0 ? null : (
        <ul className="remedies-own" aria-label={t('applicant')}>
          {own.map((due) => (
            <DueLine key={due.deadline} due={due} />
          ))}
        </ul>
      )}
      {view.remedies.length === 0 ? null : <Table view={view} />}
    </section>
  );
}

function Table({ view }: Props): ReactNode {
  const t = useWords('remedies');
  return (
    <table className="case-table" aria-labelledby="case-remedies">
      <TableHead columns={(['kind', 'due', 'course', 'result'] as const).map((column) => t(`column.${column}`))} />
      <tbody>
        {view.remedies.map((remedy) => (
          <Row key={remedy.id} remedy={remedy} dues={view.deadlines.others.filter(({ about }) => about === remedy.id)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ remedy, dues }: { readonly remedy: Remedy; readonly dues: readonly Due[] }): ReactNode {
  const t = useWords('remedies');
  const { kind, track, before, number, answeredOn, closedOn } = remedy;
  const isToPlan = kind === 'reconsideration' && track === null && answeredOn === null && closedOn === null;
  const open = dues.filter(({ metOn, deadline }) => metOn === undefined && !OF_APPLICANT.has(deadline));
  return (
    <tr data-remedy={kind}>
      <td>
        <span className="strong">{t(`kind.${kind}`)}</span>
        {track === null ? null : <div className="muted small">{t(`track.${track}`)}</div>}
        {isToPlan ? <div className="muted small">{t('track.unknown')}</div> : null}
        <div className="muted small">{[before, number].filter(Boolean).join(' ')}</div>
      </td>
      <td>
        <ul>
          {(closedOn === null ? open : []).map((due) => (
            <DueLine key={due.deadline} due={due} />
          ))}
        </ul>
      </td>
      <td>
        <Course remedy={remedy} />
      </td>
      <td>
        <Result remedy={remedy} />
      </td>
    </tr>
  );
}

/** A day, what it is, the article it rests on, and that it was used. */
function DueLine({ due: { deadline, due, provisionalDue, article, metOn } }: { readonly due: Due }): ReactNode {
  const t = useWords('remedies');
  const language = useLanguage();
  const word = useDeadlineWord();
  const { listed } = useDays();
  const day = due ?? provisionalDue;
  if (day === undefined) return null;
  return (
    <li data-deadline={deadline}>
      {sentenceCase(word(deadline))} <span className="strong no-wrap">{listed(day)}</span>
      {due === null ? t('provisional') : ''} <span className="muted small">{articleText(article, language)}</span>
      {metOn === undefined ? null : <span className="muted small"> {t('taken', { day: listed(metOn) })}</span>}
    </li>
  );
}

/** What took place, in its order. */
function Course({ remedy }: { readonly remedy: Remedy }): ReactNode {
  const lines = [...useBegun(remedy), ...useHeard(remedy), ...useAppearing(remedy), ...useInstances(remedy)];
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** How it reached us, and what we said. */
function useBegun({ acceptedOn, openedOn, answeredOn, outOfOrder }: Remedy): readonly string[] {
  const t = useWords('remedies');
  const language = useLanguage();
  const { listed } = useDays();
  return [
    ...(acceptedOn === null ? [] : [t('did.accepted', { day: listed(acceptedOn) })]),
    t('did.opened', { day: listed(openedOn) }),
    ...(outOfOrder === undefined
      ? []
      : [t(`did.${outOfOrder}`, { article: articleText(suitOrderArticles[outOfOrder], language) })]),
    ...(answeredOn === null ? [] : [t('did.answered', { day: listed(answeredOn) })]),
  ];
}

function useHeard({ hearing, representatives, prolongedOn }: Remedy): readonly string[] {
  const t = useWords('remedies');
  const { listed } = useDays();
  return [
    ...(prolongedOn === undefined ? [] : [t('did.prolonged', { day: listed(prolongedOn) })]),
    ...(hearing === undefined ? [] : [t('did.hearing', { day: listed(hearing.on), place: hearing.place ?? '' })]),
    ...(representatives === undefined ? [] : [t('did.representatives', { names: representatives })]),
  ];
}

function useInstances({ judged, appealed }: Remedy): readonly string[] {
  const t = useWords('remedies');
  const { listed } = useDays();
  return [
    ...(judged === undefined ? [] : [t(`did.${judged.form}`, { day: listed(judged.on) })]),
    ...(appealed === undefined ? [] : [t(`did.appealed.${appealed.by}`, { day: listed(appealed.on) })]),
  ];
}

function Result({ remedy: { kind, result, closedOn } }: { readonly remedy: Remedy }): ReactNode {
  const t = useWords('remedies');
  const step = useWords('step');
  const { listed } = useDays();
  if (closedOn === null) return t(result === null ? 'open' : 'not-final');
  const said =
    kind === 'complaint' || result === null ? t('answered') : step(`option.result.${result}` as 'option.result.upheld');
  return `${said} ${listed(closedOn)}`;
}
