import type { CaseRow } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import { dueText } from '../list/case-columns.js';

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
  state: ({ state }, { terms }) => terms(`state.${state}`),
};
