import {
  deadlineTexts,
  dutyAt,
  isOrganNews,
  organNewsPage,
  reportEntryPage,
  stepTexts,
  type CommandType,
  type Language,
  type NotificationView,
  type Ring,
  type Text,
  entryHash,
} from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsked } from '../desk/use-asked.js';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useText, useWords } from '../i18n/use-words.js';
import { shortNumber } from '../list/number-cell.js';
import { useOffice } from '../shell/use-office.js';
import { Snooze } from './snooze.js';
import { useAcknowledge } from './use-notifications.js';
import './bell.css';

/** What somebody was told, a case to a line; each can be acknowledged. */
export function NoticeLines({ items }: { readonly items: readonly NotificationView[] }): ReactNode {
  return (
    <ul className="notices dense">
      {items.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </ul>
  );
}

function NoticeLine({ notice }: { readonly notice: NotificationView }): ReactNode {
  const t = useWords('shell');
  const language = useLanguage();
  const acknowledge = useAcknowledge();
  const said = useSaid(notice);
  const where = useWhere(notice);
  const [isPuttingOff, putOff] = useState(false);
  return (
    <li>
      <div>
        <Link to={where} className="strong" title={notice.case?.number}>
          {headOf(notice, language)}
        </Link>{' '}
        {said}
        <div className="muted small one-line">{notice.case?.subject ?? dutyOf(notice)?.label}</div>
      </div>
      <div className="notice-acts">
        {notice.mayPutOff === undefined ? null : (
          <Button size="small" aria-expanded={isPuttingOff} onClick={() => putOff(!isPuttingOff)}>
            {t('bell.later')}
          </Button>
        )}
        <Button size="small" loading={acknowledge.isPending} onClick={() => acknowledge.mutate(notice.id)}>
          {t('bell.acknowledge')}
        </Button>
      </div>
      {isPuttingOff ? <Snooze id={notice.id} /> : null}
    </li>
  );
}

/** The number of the case, or the organ that owes something without one. */
const headOf = ({ case: about, organ }: NotificationView, language: Language): string =>
  about === null ? (organ?.name[language] ?? '') : shortNumber(about.number, language === 'en');

/** What the reader is asked to help with is answered on a page of its own: the case may be out of their sight. What others did is opened at its entry. */
function useWhere(notice: NotificationView): string {
  const { case: about, news, ring, entryId } = notice;
  const asked = useAsked().data?.items ?? [];
  const isAsked = news === 'unit-asked' || asked.some((one) => ring?.deadline === 'unitDue' && ring.about === one.id);
  if (about === null) return pageOfOrgan(notice);
  return isAsked ? '/co-handling' : `/case/${about.id}${entryHash(entryId)}`;
}

/** What an organ owes without a case: where it is done, and its year or number. */
const dutyOf = ({ ring, organ }: Pick<NotificationView, 'ring' | 'organ'>): ReturnType<typeof dutyAt> =>
  dutyAt(ring?.deadline ?? '', organ?.code ?? '', ring?.about ?? '');

/** Of what is about no case: the entry of an annual report, what an organ is told, or where what is owed is done. */
function pageOfOrgan(told: Pick<NotificationView, 'news' | 'about' | 'report' | 'organ' | 'ring'>): string {
  const code = told.organ?.code ?? '';
  if (told.report !== undefined) return reportEntryPage(code, told.report.year, told.report.scope);
  return pageOfNews(told, code) ?? dutyOf(told)?.page ?? '/';
}

const pageOfNews = ({ news, about = '' }: Pick<NotificationView, 'news' | 'about'>, organ: string): string | undefined =>
  news !== undefined && isOrganNews(news) ? organNewsPage(news, organ, about) : undefined;

/** What a notification says: a deadline with its day, a step that waits, or what has become of the case. */
function useSaid(notice: NotificationView): string {
  const { ring, daysLeft, inSteadOf } = notice;
  const t = useWords('shell');
  const textOf = useText();
  const today = useOffice().data?.today;
  const { listed } = useDays();
  const news = useNews(notice);
  const instead = inSteadOf === null ? '' : t('bell.instead', { name: inSteadOf.name });
  if (ring === null) return `${sentenceCase(news)}${instead}`;
  const facts = { deadline: textOf(deadlineOf(ring.deadline)), day: listed(ring.due), count: Math.abs(daysLeft ?? 0) };
  return `${sentenceCase(t(heardOn(ring, today) ?? whenOf(daysLeft ?? 0, ring, today), facts))}${instead}`;
}

type News = Pick<NotificationView, 'step' | 'onTheSpot' | 'news' | 'steps' | 'cases' | 'report'>;

function useNews({ step, onTheSpot, news, ...told }: News): string {
  const t = useWords('shell');
  const reports = useWords('reports');
  const textOf = useText();
  if (news === 'report-entry-submitted') {
    const { year, scope } = told.report ?? { year: '', scope: '' };
    return t(`bell.${news}`, { year, scope: reports(`scope.of.${scope === 'own' ? 'own' : 'below'}`) });
  }
  if (news !== undefined) return t(`bell.${news}`, { count: countOf(told) });
  const name = step !== null && step in stepTexts ? textOf(stepTexts[step as CommandType]) : '';
  return t(onTheSpot === true ? 'bell.on-the-spot' : 'bell.turn', { step: name });
}

/** Of several things that are told at once: how many. */
const countOf = ({ steps, cases }: Pick<News, 'steps' | 'cases'>): number => cases ?? steps ?? 0;

/** Periods that end by law: past their last day nobody is late. */
const LAPSES: ReadonlySet<string> = new Set([
  'answerDue',
  'correctionDueFromApplicant',
  'feePaymentDue',
  'correctionNoticeDeadline',
]);

type When = `bell.${'before' | 'today' | 'late' | 'near' | 'over' | 'heard' | 'heard-today'}`;

/** A hearing takes place on its day, and is not late after it; null of one to come, and of every deadline. */
function heardOn({ due, deadline }: Pick<Ring, 'due' | 'deadline'>, today: string | undefined): When | null {
  if (deadline !== 'hearingOn' || today === undefined || due > today) return null;
  return due === today ? 'bell.heard-today' : 'bell.heard';
}

/** How near a deadline is on the day it is read, not on the day it was told; without a working day between there is no count. */
function whenOf(daysLeft: number, { due, deadline }: Pick<Ring, 'due' | 'deadline'>, today: string | undefined): When {
  if (due === today) return 'bell.today';
  if (daysLeft > 0) return 'bell.before';
  if (today !== undefined && due > today) return 'bell.near';
  return daysLeft === 0 || LAPSES.has(deadline) ? 'bell.over' : 'bell.late';
}

/** What a deadline is called; one that has no words of its own is a reply date under another name. */
const deadlineOf = (name: string): Text =>
  name in deadlineTexts ? deadlineTexts[name as keyof typeof deadlineTexts] : deadlineTexts.finalDue;
