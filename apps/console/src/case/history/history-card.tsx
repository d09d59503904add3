import type { CaseAgents, CaseLooks, JournalEntryView, ReminderView } from '@gongkai/contracts';
import { deadlineTexts } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { deadlineKey } from '../../clock/deadlines.js';
import { useDeadlineName } from '../../clock/use-deadline-name.js';
import { useDays } from '../../i18n/use-days.js';
import type { Say } from '../../i18n/i18n.js';
import { useText, useWords } from '../../i18n/use-words.js';
import { savedPiecesOf, type Nameable } from '../mentions.js';
import { useAgentChanges, useGrounds, useLooks, useRelated, useReminders, type RelatedCase } from '../use-case.js';
import { agentChanges } from './agent-changes.js';
import { dayOf, eventsOf, type DueChange, type HistoryCase } from './events.js';
import { factWords } from './fact-words.js';
import { ChangeList } from './change-list.js';
import { changesOf, type FactChange } from './changes-of.js';
import { isCorrected } from './days-of-entry.js';
import { joined } from './joined.js';
import { movedByCalendar } from './moved-by-calendar.js';
import { useChangeWords } from './use-change-words.js';
import { overtakenBy } from './overtaken-by.js';
import { useMeant } from './use-meant.js';
import { useReferred } from './use-referred.js';
import { withoutAPerson } from './without-a-person.js';
import { officeDay, officeTime } from '../../i18n/office-time.js';
import './history.css';

type Props = {
  readonly caseId: string;
  readonly view: HistoryCase;
  readonly journal: readonly JournalEntryView[];
  readonly today: string;
};

/** What happened, newest first. */
export function HistoryCard({ caseId, view, journal, today }: Props): ReactNode {
  const t = useWords('history');
  const [onlyDates, setOnlyDates] = useState(false);
  const reminders = useReminders(caseId);
  const related = useRelated(caseId);
  const looks = useLooks(caseId);
  const ofAgents = useAgentChanges(
    caseId,
    journal.some(({ type }) => type === 'AGENT_CHANGED'),
  );
  const events = eventsOf(journal, reminders.data?.items ?? [], looks);
  const shown = onlyDates ? events.filter((event) => event.type === 'fact' && event.change !== null) : events;
  return (
    <section className="card" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{t('title')}</h2>
        <span className="dense muted">{t('newest-first')}</span>
        <span className="spring" />
        <button type="button" className="link-button dense" aria-pressed={onlyDates} onClick={() => setOnlyDates(!onlyDates)}>
          {onlyDates ? t('all', { count: events.length }) : t('only-dates')}
        </button>
      </div>
      <ol className="history">
        {shown.map((event) =>
          event.type === 'fact' ? (
            <FactLine
              key={event.entry.id}
              entry={event.entry}
              change={event.change}
              view={view}
              journal={journal}
              related={related}
              ofAgents={ofAgents}
              today={today}
            />
          ) : event.type === 'look' ? (
            <LookLine key={event.at} look={event.look} today={today} />
          ) : (
            <ReminderLine key={event.reminder.id} reminder={event.reminder} today={today} />
          ),
        )}
      </ol>
    </section>
  );
}

type FactProps = {
  readonly entry: JournalEntryView;
  readonly change: DueChange | null;
  readonly view: HistoryCase;
  readonly journal: readonly JournalEntryView[];
  readonly related: readonly RelatedCase[];
  readonly ofAgents: CaseAgents['changes'];
  readonly today: string;
};

function FactLine({ entry, change, view, journal, related, ofAgents, today }: FactProps): ReactNode {
  const t = useWords('history');
  const grounds = useGrounds();
  const { listed } = useDays();
  const changes = changesOf(entry, journal);
  const changed = [...useChangeWords(view)(changes), ...agentChanges(entry.id, ofAgents)];
  const { title } = factWords(entry, view, grounds);
  const told = factWords(without(entry, changes), view, grounds).particulars;
  const moved = useMoved(view)(entry, journal);
  const particulars = [...useReferred(view, journal)(entry), ...told, ...othersIn(entry, related, t), ...moved];
  const overtaken = overtakenBy(entry, journal);
  const day = dayOf(entry);
  const { place, isMeant } = useMeant(entry.id);
  return (
    <li ref={place} tabIndex={isMeant ? -1 : undefined} className={change === null ? undefined : 'moves-date'}>
      <When at={entry.at} on={entry.on} today={today} />
      <div>
        <b>{title}</b>
        {particulars.length > 0 && (
          <>
            {t('colon')}
            <Named text={joined(particulars, t('comma'))} people={namedBy(entry, view)} />
          </>
        )}
        {day !== entry.on && <span className="muted">{t('on-day', { date: listed(day) })}</span>}
        {isCorrected(entry, journal) && <span className="muted">{t('corrected')}</span>}
        {overtaken !== undefined &&
          t('overtaken', { what: factWords(overtaken, view, grounds).title, day: listed(dayOf(overtaken)) })}
        {change !== null && <Change change={change} />}
        <span className="muted"> · {whoDid(entry, view, t)}</span>
        <ChangeList changes={changed} />
      </div>
    </li>
  );
}

/** What another calendar moved beside the reply date, which is told by itself. */
function useMoved(view: HistoryCase): (entry: JournalEntryView, journal: readonly JournalEntryView[]) => string[] {
  const t = useWords('history');
  const nameOf = useDeadlineName(view);
  const { short } = useDays();
  return (entry, journal) =>
    movedByCalendar(entry, journal).map(({ deadline, before, after }) =>
      t('told.moved', { deadline: nameOf(deadline), before: short(before), after: short(after) }),
    );
}

/** An entry without what is told of it as a change. */
const without = (entry: JournalEntryView, changes: readonly FactChange[]): JournalEntryView => ({
  ...entry,
  fact: Object.fromEntries(
    Object.entries(entry.fact).filter(([name]) => !changes.some(({ of, field }) => of.id === entry.id && field === name)),
  ),
});

/** Whom a note names, with the names that stand in its text. */
const namedBy = ({ fact: { mentions } }: JournalEntryView, { people }: HistoryCase): Nameable[] =>
  Array.isArray(mentions) ? mentions.map((id: string) => ({ id, label: people[id] ?? id })) : [];

/** A text in which those stand out whom it names. */
const Named = ({ text, people }: { readonly text: string; readonly people: readonly Nameable[] }): ReactNode =>
  people.length === 0
    ? text
    : savedPiecesOf(text, people).map((piece, i) =>
        piece.id === null ? (
          piece.text
        ) : (
          <b key={i} className="mention">
            {piece.text}
          </b>
        ),
      );

/** An official, time, or the applicant at home. */
function whoDid({ actor, type }: JournalEntryView, { people }: HistoryCase, t: Say<'history'>): string {
  const name = people[actor];
  if (name === undefined) return t(withoutAPerson(type));
  return actor === 'applicant' ? t('by-portal', { name }) : name;
}

/** The other cases that an entry names: into which it was merged, which was split off, out of which it came, to which it is linked. */
function othersIn({ fact }: JournalEntryView, related: readonly RelatedCase[], t: Say<'history'>): string[] {
  const named = new Set([fact.intoCaseId, fact.newCaseId, fact.caseId]);
  const origin = related.filter(({ id }) => id === fact.splitFrom);
  return [
    ...origin.map(({ number }) => t('told.splitFrom', { value: number })),
    ...new Set(related.filter(({ id }) => named.has(id)).map(({ number }) => number)),
  ];
}

function Change({ change: { before, after, isProvisional } }: { readonly change: DueChange }): ReactNode {
  const t = useWords('history');
  const mark = useWords('clock')('tab.provisional');
  const { short } = useDays();
  if (after === null) return <>{t('due-gone', { before: before === null ? '' : short(before) })}</>;
  if (before === null) return <>{t('due-set', { after: short(after) }) + (isProvisional ? mark : '')}</>;
  return (
    <>
      {t('due-moved')} {short(before)} → <b>{short(after)}</b>
      {isProvisional && mark}
    </>
  );
}

function LookLine({
  look: { at, by, reason },
  today,
}: {
  readonly look: CaseLooks['items'][number];
  readonly today: string;
}): ReactNode {
  const t = useWords('history');
  return (
    <li className="reminder">
      <When at={at} on={officeDay(at)} today={today} />
      <div className="muted">
        {t('look', { reason })} · {by.name}
      </div>
    </li>
  );
}

function ReminderLine({ reminder, today }: { readonly reminder: ReminderView; readonly today: string }): ReactNode {
  const t = useWords('history');
  const text = useText();
  const { short } = useDays();
  const { ring, person, delivery, acknowledgedAt, settled } = reminder;
  const told = officeDay(reminder.recordedAt);
  const key = deadlineKey(ring.deadline);
  const name = key in deadlineTexts ? text(deadlineTexts[key as keyof typeof deadlineTexts]) : ring.deadline;
  return (
    <li className="reminder">
      <When at={reminder.recordedAt} on={told} today={today} />
      <div className="muted">
        {t('reminder', { person: person.name, deadline: name, due: short(ring.due) })}
        {t('comma')}
        {t(`delivery.${delivery}`)}
        {told !== ring.on && `${t('comma')}${t('reminder.for', { date: short(ring.on) })}`}
        {(reminder.putOff ?? []).map(
          ({ until }) => `${t('comma')}${t('reminder.put-off', { day: short(officeDay(until)), time: officeTime(until) })}`,
        )}
        {acknowledgedAt !== null && `${t('comma')}${t(settled ? 'settled' : 'acknowledged')}`}
      </div>
    </li>
  );
}

/** Today with its time, an earlier day with its date. */
function When({ at, on, today }: { readonly at: string; readonly on: string; readonly today: string }): ReactNode {
  const t = useWords('history');
  const { short } = useDays();
  return (
    <time className="history-when" dateTime={at}>
      {on === today ? t('today-at', { time: officeTime(at) }) : short(on)}
    </time>
  );
}
