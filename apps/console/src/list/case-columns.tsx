import type { LocalDate } from '@gongkai/calendar';
import type { CaseRow, Language } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DueCell } from './due-cell.js';
import { dueOf } from './due.js';
import { FiveSteps } from './five-steps.js';
import { CompactLight } from './compact-light.js';
import { Mini } from './mini.js';
import { NumberCell, shortNumber } from './number-cell.js';
import { OrderedMark } from './ordered-mark.js';
import type { Speech } from './speech.js';
import { turnOf, TurnCell } from './turn-cell.js';
import './cells.css';

/** What a list can show of a case. */
export type ColumnName =
  | 'left'
  | 'due'
  | 'asked'
  | 'used'
  | 'number'
  | 'subject'
  | 'applicant'
  | 'channel'
  | 'received'
  | 'link'
  | 'state'
  | 'turn'
  | 'next'
  | 'assignee'
  | 'organ';

export type Column = {
  /** In pixels, as its words need; without it a column takes what is left. */
  readonly width?: Readonly<Record<Language, number>>;
  readonly cell: (row: CaseRow, speech: Speech) => ReactNode;
  /** What a spreadsheet gets: days with figures, numbers in full. */
  readonly text: (row: CaseRow, speech: Speech) => string;
};

const wide = (zh: number, en = zh): Column['width'] => ({ 'zh-CN': zh, en });
const plain = (text: Column['text'], width: Column['width']): Column => ({ width, text, cell: text });

/** The day a row is due, as machines read it, and what kind of day it is where it is not a firm one. */
export function dueText(row: CaseRow, { t }: Pick<Speech, 't'>): string {
  const due = dueOf(row);
  if (due === null) return '';
  return due.mark === null ? due.day : t('due.marked', { day: due.day, mark: t(`due.${due.mark}`) });
}

/** The next step, as a verb; a link where it is the reader's. */
function nextOf({ turn }: CaseRow, { step, t }: Speech): string {
  if (turn.sentBackFor !== null) return t('next.sent-back');
  const next = turn.step === null ? '' : step(turn.step);
  return turn.besides === undefined ? next : t('next.besides', { next, also: step(turn.besides.step) });
}

/** The day by which the reader's unit answers, the earliest of several: a day of the organ's own. */
function askedOf({ unitsAsked }: CaseRow, { isMe, t }: Speech, inWords: (day: LocalDate) => string): string {
  const [first] = unitsAsked.filter(({ person }) => isMe(person)).sort((a, b) => (a.due < b.due ? -1 : 1));
  if (first === undefined) return '';
  const day = inWords(first.due);
  return first.provisional ? t('due.marked', { day, mark: t('due.provisional') }) : day;
}

export const CASE_COLUMNS: Readonly<Record<ColumnName, Column>> = {
  left: {
    width: wide(96, 108),
    cell: (row) => <CompactLight row={row} />,
    text: ({ daysLeft }) => String(daysLeft ?? ''),
  },
  due: {
    width: wide(146, 128),
    cell: (row) => <DueCell row={row} />,
    text: dueText,
  },
  asked: {
    width: wide(146, 128),
    cell: (row, speech) => askedOf(row, speech, speech.day),
    text: (row, speech) => askedOf(row, speech, String),
  },
  used: { width: wide(134), cell: (row) => <Mini {...row} />, text: ({ usedDays }) => String(usedDays ?? '') },
  number: { width: wide(60, 66), cell: (row) => <NumberCell row={row} />, text: ({ number }) => number },
  subject: {
    cell: ({ subject, turn, answeredByLink, ordered }, { t }) => (
      <span className="one-line list-subject-text" title={subject}>
        <OrderedMark ordered={ordered} /> {turn.onTheSpot === true ? <b>{t('on-the-spot')}</b> : null}
        {answeredByLink ? <b>{t('answered-by-link')}</b> : null} {subject}
      </span>
    ),
    text: ({ subject }) => subject,
  },
  applicant: plain(({ applicantName }) => applicantName, wide(110, 130)),
  channel: plain(({ channel }, { terms }) => terms(`channel.${channel}`), wide(80, 120)),
  received: {
    width: wide(108),
    cell: ({ receivedOn }, { day }) => (receivedOn === null ? '—' : day(receivedOn)),
    text: ({ receivedOn }) => receivedOn ?? '',
  },
  link: {
    width: wide(124, 156),
    cell: ({ link }) => <FiveSteps link={link} />,
    text: ({ link }, { terms }) => terms(`link.${link}`),
  },
  state: plain(({ state }, { terms }) => terms(`state.${state}`), wide(84, 164)),
  turn: { width: wide(150, 186), cell: (row) => <TurnCell row={row} />, text: turnOf },
  next: {
    width: wide(176),
    cell: (row, speech) => (speech.isMine(row) ? <Link to={`/case/${row.id}`}>{nextOf(row, speech)}</Link> : nextOf(row, speech)),
    text: nextOf,
  },
  assignee: plain(({ assignee }) => assignee?.name ?? '', wide(90)),
  organ: {
    width: wide(190, 220),
    cell: ({ organ }, { organName }) => <span title={organName(organ)}>{organName(organ)}</span>,
    text: ({ organ }, { organName }) => organName(organ),
  },
};

/** Every column there is, in its order. */
export const ALL_COLUMNS = Object.keys(CASE_COLUMNS) as readonly ColumnName[];

/** Whether the text is found in what a person would look for in a row. */
export function matches(row: CaseRow, wanted: string): boolean {
  const text = `${row.number} ${shortNumber(row.number, false, row.serial)} ${row.subject} ${row.applicantName} ${row.assignee?.name ?? ''}`;
  return text.toLowerCase().includes(wanted.trim().toLowerCase());
}
