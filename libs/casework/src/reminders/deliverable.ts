import type { LocalDate } from '@gongkai/calendar';
import { dutyAt, entryHash, isOrganNews, organNewsPage, roleTexts, type ClockState } from '@gongkai/contracts';
import { lightOf } from '@gongkai/lifecycle';
import type { Clock, Statement } from '@gongkai/platform';
import type { Channel } from '@gongkai/statutes';
import type { LawOfCase, LawShelf } from '../law-shelf.js';
import { isOwed } from './due-reminders.js';
import type { LetterAbout } from './letter.js';
import { entryOfKey } from './news-key.js';
import { isPassedOn, isSettled, NOTIFICATIONS, type NotificationRow } from './notification-views.js';
import { TOLD_LATER } from './unread.js';

/** What a notification is put into words with. */
export type WordingParts = {
  readonly laws: LawShelf;
  readonly clock: Clock;
  /** Where the console is, without a slash at its end. */
  readonly publicUrl: string;
};

/** One attempt. */
export type DeliveryRun = {
  readonly attempt: number;
  readonly read: <Row extends object>(statement: Statement) => Promise<Row[]>;
};

/** After so many attempts, some two hours, a message is given up: the person has had it in the program all the while. */
export const ATTEMPTS = 12;

/** A notification as it is sent: with its person and its case as they are now. */
export type DeliverableRow = NotificationRow & {
  readonly email: string | null;
  readonly username: string;
  readonly channels: readonly Channel[];
  /** null, as the next two, of what is about no case. */
  readonly statute: string | null;
  readonly clock: ClockState | null;
  readonly stopped: boolean | null;
  readonly received_on: string | null;
  readonly turn_role: string | null;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly owed: boolean;
  readonly outdated: boolean;
};

/** The notifications of these ids. */
export const readDeliverable = (ids: readonly string[]): Statement => ({
  name: 'deliverable',
  text: `
    SELECT told.*, recipient.email, recipient.username, one_case.statute, one_case.clock, one_case.stopped, one_case.received_on,
           one_case.turn_role, one_case.assignee_id, assignee.name AS assignee_name, ${isOwed('told')} AS owed, EXISTS (${TOLD_LATER}) AS outdated
      FROM (${NOTIFICATIONS} WHERE told.id = ANY ($1::uuid[])) AS told
      JOIN person AS recipient ON recipient.id = told.person_id
      LEFT JOIN case_file AS one_case ON one_case.id = told.case_id
      LEFT JOIN person AS assignee ON assignee.id = one_case.assignee_id
     ORDER BY told.due NULLS LAST, told.id`,
  values: [ids],
});

/** Who delivers to one person or place waits for whoever is at it: what is told together is not told twice. */
export const oneAtATime = (what: string): Statement => ({
  name: 'deliver-one-at-a-time',
  text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7110521))',
  values: [what],
});

/** What it told of is done; news are never owed. */
const isNoMore = (row: DeliverableRow): boolean => isSettled(row) || (row.kind === 'reminder' && !row.owed);

/** Why there is nothing to send any more: it may have waited for the end of the quiet hours, or for a server that was away. */
export function whyTooLate(row: DeliverableRow, { laws, clock }: WordingParts): string | null {
  const { reminders } = lawOfRow(row, laws, clock.today());
  // News go to whom they name, whoever holds the case.
  if (row.kind !== 'news' && isPassedOn(row, row.assignee_id, reminders)) return 'the case was passed on before it was sent';
  if (isNoMore(row)) return 'settled before it was sent';
  return row.outdated ? 'a later reminder took its place' : null;
}

/** What there is to say of a notification. */
export function aboutOf(row: DeliverableRow, { laws, clock, publicUrl }: WordingParts): LetterAbout {
  const [deadline = ''] = row.subject.split(':');
  const due = row.due ?? row.ring_on;
  const today = clock.today();
  const { calendar } = lawOfRow(row, laws, today);
  return {
    ...namesOf(row, deadline, publicUrl),
    deadline: deadline as LetterAbout['deadline'],
    due,
    provisional: row.provisional,
    light: lightOf(standingOf(row, due), today, calendar),
    turn: turnOf(row),
    inSteadOf: row.for_person_name,
    attempt: row.attempt,
    mustAcknowledge: row.acknowledge,
  };
}

/** The law of the case; of what is about none, that of new cases. */
export const lawOfRow = ({ statute }: Pick<DeliverableRow, 'statute'>, laws: LawShelf, today: LocalDate): LawOfCase =>
  laws.lawOf(statute ?? laws.statute, today);

const standingOf = ({ clock, stopped, received_on }: DeliverableRow, due: LocalDate): Parameters<typeof lightOf>[0] => ({
  due,
  over: false,
  stopped: stopped ?? false,
  clock: clock ?? 'running',
  settled: received_on !== null,
});

/** What it is about, and where that is. */
const namesOf = (row: DeliverableRow, deadline: string, publicUrl: string) =>
  row.case_id === null
    ? dutyNames(row, deadline, publicUrl)
    : {
        number: row.case_number ?? '',
        caseSubject: row.case_subject ?? '',
        url: `${publicUrl}/case/${row.case_id}${placeIn(row)}`,
      };

/** News of an entry lead to it, as in the bell. */
function placeIn({ kind, key }: DeliverableRow): string {
  const entryId = kind === 'news' ? entryOfKey(key) : undefined;
  return entryId === undefined ? '' : entryHash(entryId);
}

function dutyNames({ subject, organ_code, organ_zh }: DeliverableRow, deadline: string, publicUrl: string) {
  const { page, label } = pageAbout(deadline, organ_code ?? '', subject.slice(deadline.length + 1));
  return { number: `${organ_zh ?? ''} ${label}`.trim(), caseSubject: null, url: `${publicUrl}${page}` };
}

/** Where an organ sees what it owes, or what it is told, without a case. */
const pageAbout = (name: string, organ: string, about: string): { readonly page: string; readonly label: string } =>
  isOrganNews(name)
    ? { page: organNewsPage(name, organ, about), label: '' }
    : (dutyAt(name, organ, about) ?? { page: '', label: '' });

/** The words of the glossary for who holds a case and is no official. */
const OTHERS: Readonly<Record<string, string>> = {
  applicant: '申请人',
  consulted: '被征求意见方',
  post: '邮政',
  remedy_organ: '复议机关或法院',
};

function turnOf({ turn_role: role, assignee_name }: DeliverableRow): string | null {
  if (role === null) return null;
  const name = OTHERS[role] ?? roleTexts[role as keyof typeof roleTexts]['zh-CN'];
  return role === 'caseworker' && assignee_name !== null ? `${name} ${assignee_name}` : name;
}
