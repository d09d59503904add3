import type { JobPayload, NewsName, PersonRef } from '@gongkai/contracts';
import type { CaseFact, FactOf, FactType } from '@gongkai/lifecycle';
import { officeDay, type Statement } from '@gongkai/platform';
import { readSeeing } from '../queries/seeing.js';
import { newsKey } from './news-key.js';
import { byName, Colleagues, readColleagues, withStandIns, type Told } from './colleagues.js';
import { loudHours } from './loud-hours.js';
import { addNotifications, notificationsJson, sendAdded } from './new-notifications.js';
import { newsRows, tellStep, type Read, type Telling, type TurnParts } from './turns.js';

/** An entry of the journal, with whose case it is now. */
type Entry = {
  readonly actorId: string;
  readonly fact: CaseFact;
  readonly assigneeId: string | null;
  /** From the root of the tree down to the organ of the case. */
  readonly path: readonly string[];
};

const readEntry = (caseId: string, entryId: string): Statement => ({
  name: 'entry-for-news',
  text: `
    SELECT journal.actor_id AS "actorId", journal.fact, case_file.assignee_id AS "assigneeId", organ.path
      FROM journal JOIN case_file ON case_file.id = journal.case_id JOIN organ ON organ.id = case_file.organ_id
     WHERE journal.case_id = $1 AND journal.id = $2`,
  values: [caseId, entryId],
});

/** Whom an entry is news for: people by their ids, or whoever watches over the office. */
type Meant = { readonly news: NewsName; readonly people: readonly string[] | keyof typeof GROUPS };
type News<T extends FactType> = (entry: Entry & { readonly fact: FactOf<T> }) => Meant;

/** Who is to answer an order: whom it names, whoever holds the case, or all who could take it up. */
function ordered(person: string | null, { assigneeId }: Pick<Entry, 'assigneeId'>): Meant['people'] {
  const one = person ?? assigneeId;
  return one === null ? 'caseworker' : [one];
}

const NEWS: { readonly [T in FactType]?: News<T> } = {
  // The next turn is the archivist's, and nothing else would say that the work can stop.
  WITHDRAWN: ({ assigneeId }) => ({ news: 'withdrawn', people: assigneeId === null ? [] : [assigneeId] }),
  ITEM_WITHDRAWN: ({ assigneeId }) => ({ news: 'item-withdrawn', people: assigneeId === null ? [] : [assigneeId] }),
  UNIT_ASKED: ({ fact: { person } }) => ({ news: 'unit-asked', people: [person] }),
  UNIT_ANSWERED: ({ assigneeId }) => ({ news: 'unit-answered', people: assigneeId === null ? [] : [assigneeId] }),
  ORDER_ISSUED: ({ fact: { person = null }, ...held }) => ({ news: 'order-issued', people: ordered(person, held) }),
  ORDER_REPEATED: ({ fact, ...held }) => ({ news: 'order-repeated', people: ordered(fact.ordered, held) }),
  ORDER_ANSWERED: ({ fact: { askedBy } }) => ({ news: 'order-answered', people: [askedBy] }),
  ORDER_CLOSED: ({ fact, ...held }) => ({ news: 'order-closed', people: ordered(fact.ordered, held) }),
  // Whoever claimed it was given it by nobody: then the supervisor learns that it lies there again.
  PAPER_SENT_BACK: ({ fact: { broughtBy } }) => ({ news: 'paper-sent-back', people: [broughtBy] }),
  NOTED: ({ fact: { mentions = [] } }) => ({ news: 'mentioned', people: mentions }),
  HANDED_BACK: ({ fact: { assigner } }) => ({ news: 'handed-back', people: assigner === null ? 'supervisor' : [assigner] }),
};

/**
 * Tells people what somebody else has done in a case that concerns them, where it asks no step of them.
 * @returns what is to be written
 */
export async function tellNews(
  { caseId, type, entryId }: JobPayload<'case-changed'>,
  read: Read,
  parts: TurnParts,
): Promise<readonly Statement[]> {
  const meantBy = NEWS[type as FactType] as News<FactType> | undefined;
  if (meantBy === undefined || entryId === undefined) return [];
  const [entry] = await read<Entry>(readEntry(caseId, entryId));
  if (entry === undefined) return [];
  const { news, people } = meantBy(entry);
  const told = typeof people === 'string' ? await group(people, entry, read, parts) : await named(news, people, read, parts);
  const others = told.filter(({ personId }) => personId !== entry.actorId);
  if (others.length === 0) return [];
  const telling = { caseId, kind: 'news', step: news, key: newsKey(news, caseId, entryId) } as const;
  return news === 'mentioned' ? [await callUpon(others, telling, read, parts)] : [tellStep(others, telling, parts)];
}

/** Those whom something concerns, and who stands in for them today; whom a note calls upon is meant in person. */
async function named(news: NewsName, people: readonly string[], read: Read, { clock }: TurnParts): Promise<readonly Told[]> {
  return news === 'mentioned' ? people.map((id) => byName(id)) : withStandIns(people, clock.today(), read);
}

/**
 * Whom a colleague calls upon by name is told in the program and by mail, outside the quiet hours, like whoever a ladder rings; not
 * who has lost sight of the case since.
 */
async function callUpon(told: readonly Told[], telling: Telling, read: Read, parts: TurnParts): Promise<Statement> {
  const { notBefore } = loudHours(parts.laws, parts.clock);
  const ids = told.map(({ personId }) => personId);
  const seeing = new Set((await read<PersonRef>(readSeeing(telling.caseId, officeDay(notBefore), ids))).map(({ id }) => id));
  const rows = newsRows(
    told.filter(({ personId }) => seeing.has(personId)),
    telling,
    parts,
  );
  return {
    text: `WITH told AS (${addNotifications()}), ${sendAdded} SELECT person_id FROM told`,
    values: [notificationsJson(rows.map((row) => ({ ...row, not_before: notBefore, delivery: 'waiting' })))],
  };
}

/** Groups that something is news for. */
const GROUPS = {
  supervisor: { role: 'supervisor', of: 'organ_or_above' },
  caseworker: { role: 'caseworker', of: 'organ' },
} as const;

async function group(
  name: keyof typeof GROUPS,
  { path }: Entry,
  read: Read,
  { laws, clock }: TurnParts,
): Promise<readonly Told[]> {
  const today = clock.today();
  const { reminders } = laws.lawOf(laws.statute, today);
  const colleagues = new Colleagues(await read(readColleagues(path, today)));
  return colleagues.toldBy([name], { ...reminders, recipients: GROUPS }, { path, assigneeId: null });
}
