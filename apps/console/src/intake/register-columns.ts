import type { CaseRow } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import { dueText } from '../list/case-columns.js';
import { dueOf } from '../list/due.js';
import type { SheetCell } from '../list/xlsx.js';

/** What the register can show of a number. */
export const REGISTER_COLUMNS = ['number', 'opened', 'channel', 'applicant', 'subject', 'received', 'due', 'state'] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** What it speaks with. */
export type RegisterWords = { readonly t: Say<'inbox'>; readonly terms: Say<'terms'>; readonly lists: Say<'lists'> };

/** What the columns are called. */
export const registerHead = (column: RegisterColumn, { t }: Pick<RegisterWords, 't'>): string => t(HEADS[column]);

const HEADS = {
  number: 'number',
  opened: 'register.opened',
  channel: 'channel',
  applicant: 'applicant',
  subject: 'subject',
  received: 'received',
  due: 'due',
  state: 'register.state',
} as const satisfies Record<RegisterColumn, string>;

/** What stands in them: days as machines read them. */
export const registerCell: Readonly<Record<RegisterColumn, (row: CaseRow, words: RegisterWords) => string>> = {
  number: ({ number }) => number,
  opened: ({ openedOn }) => openedOn,
  channel: ({ channel }, { terms }) => terms(`channel.${channel}`),
  applicant: ({ applicantName }) => applicantName,
  subject: ({ subject }) => subject,
  received: ({ receivedOn }) => receivedOn ?? '',
  due: (row, { lists }) => dueText(row, { t: lists }),
  state: ({ state, voided }, { terms }) => terms(voided ? 'voided' : `state.${state}`),
};

/** The columns of days, as a spreadsheet has them. */
const DAYS: Partial<Record<RegisterColumn, (row: CaseRow, words: RegisterWords) => SheetCell>> = {
  opened: ({ openedOn }) => ({ day: openedOn }),
  received: ({ receivedOn }) => (receivedOn === null ? '' : { day: receivedOn }),
  due: (row, { lists }) => {
    const due = dueOf(row);
    if (due === null) return '';
    return { day: due.day, mark: due.mark === null ? undefined : lists(`due.${due.mark}`) };
  },
};

/** What stands in them in a spreadsheet. */
export const registerSheetCell = (column: RegisterColumn, row: CaseRow, words: RegisterWords): SheetCell =>
  DAYS[column]?.(row, words) ?? registerCell[column](row, words);

/** How wide they are there, in signs. */
export const REGISTER_WIDTHS: Readonly<Record<RegisterColumn, number>> = {
  number: 26,
  opened: 12,
  channel: 12,
  applicant: 24,
  subject: 60,
  received: 14,
  due: 24,
  state: 14,
};
