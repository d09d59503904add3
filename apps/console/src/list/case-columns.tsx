import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DueCell } from './due-cell.js';
import { FiveSteps } from './five-steps.js';
import { CompactLight } from './compact-light.js';
import { Mini } from './mini.js';
import { NumberCell, shortNumber } from './number-cell.js';
import type { Speech } from './speech.js';
import { turnOf, TurnCell } from './turn-cell.js';

/** What a list can show of a case. */
export type ColumnName =
  | 'left'
  | 'due'
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
  /** As narrow as it can be, or a share of what is left. */
  readonly width?: number | string;
  readonly cell: (row: CaseRow, speech: Speech) => ReactNode;
  /** What a spreadsheet gets: days with figures, numbers in full. */
  readonly text: (row: CaseRow, speech: Speech) => string;
};

const plain = (text: Column['text'], width: number): Column => ({ width, text, cell: text });

/** The next step, as a verb; a link where it is the reader's. */
const nextOf = ({ turn }: CaseRow, { step }: Speech): string => (turn.step === null ? '' : step(turn.step));

export const CASE_COLUMNS: Readonly<Record<ColumnName, Column>> = {
  left: {
    width: 96,
    cell: (row) => <CompactLight row={row} />,
    text: ({ daysLeft }) => String(daysLeft ?? ''),
  },
  due: {
    width: 124,
    cell: (row) => <DueCell row={row} />,
    text: ({ finalDue, provisional }) => finalDue ?? provisional ?? '',
  },
  used: { width: 138, cell: (row) => <Mini {...row} />, text: ({ usedDays }) => String(usedDays ?? '') },
  number: { width: 64, cell: (row) => <NumberCell row={row} />, text: ({ number }) => number },
  subject: {
    cell: ({ subject }) => (
      <span className="one-line case-subject" title={subject}>
        {subject}
      </span>
    ),
    text: ({ subject }) => subject,
  },
  applicant: plain(({ applicantName }) => applicantName, 110),
  channel: plain(({ channel }, { terms }) => terms(`channel.${channel}`), 80),
  received: {
    width: 100,
    cell: ({ receivedOn }, { day }) => (receivedOn === null ? '—' : day(receivedOn)),
    text: ({ receivedOn }) => receivedOn ?? '',
  },
  link: { width: 124, cell: ({ link }) => <FiveSteps link={link} />, text: ({ link }, { terms }) => terms(`link.${link}`) },
  state: plain(({ state }, { terms }) => terms(`state.${state}`), 84),
  turn: { width: 170, cell: (row) => <TurnCell row={row} />, text: turnOf },
  next: {
    width: 150,
    cell: (row, speech) =>
      row.turn.who?.person?.id === speech.me ? <Link to={`/case/${row.id}`}>{nextOf(row, speech)}</Link> : nextOf(row, speech),
    text: nextOf,
  },
  assignee: plain(({ assignee }) => assignee?.name ?? '', 90),
  organ: plain(({ organ }, { organName }) => organName(organ), 160),
};

/** Whether the text is found in what a person would look for in a row. */
export function matches(row: CaseRow, wanted: string): boolean {
  const text = `${row.number} ${shortNumber(row.number)} ${row.subject} ${row.applicantName} ${row.assignee?.name ?? ''}`;
  return text.toLowerCase().includes(wanted.trim().toLowerCase());
}
