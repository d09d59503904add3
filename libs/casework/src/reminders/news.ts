import type { JobPayload, NewsName } from '@gongkai/contracts';
import type { CaseFact, FactOf, FactType } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import { Colleagues, readColleagues, type Told } from './colleagues.js';
import { tellStep, type Read, type TurnParts } from './turns.js';

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
type Meant = { readonly news: NewsName; readonly people: readonly string[] | 'supervisor' };
type News<T extends FactType> = (entry: Entry & { readonly fact: FactOf<T> }) => Meant;

const NEWS: { readonly [T in FactType]?: News<T> } = {
  // The next turn is the archivist's, and nothing else would say that the work can stop.
  WITHDRAWN: ({ assigneeId }) => ({ news: 'withdrawn', people: assigneeId === null ? [] : [assigneeId] }),
  UNIT_ASKED: ({ fact: { person } }) => ({ news: 'unit-asked', people: [person] }),
  UNIT_ANSWERED: ({ assigneeId }) => ({ news: 'unit-answered', people: assigneeId === null ? [] : [assigneeId] }),
  // Whoever claimed it was given it by nobody: then the supervisor learns that it lies there again.
  HANDED_BACK: ({ fact: { assigner } }) => ({ news: 'handed-back', people: assigner === null ? 'supervisor' : [assigner] }),
};

/**
 * Tells people what somebody else has done in a case that concerns them, where it asks no step of them.
 * @returns what is to be written
 */
export async function tellNews(
  { caseId, version, type, entryId }: JobPayload<'case-changed'>,
  read: Read,
  parts: TurnParts,
): Promise<readonly Statement[]> {
  const meantBy = NEWS[type as FactType] as News<FactType> | undefined;
  if (meantBy === undefined || entryId === undefined) return [];
  const [entry] = await read<Entry>(readEntry(caseId, entryId));
  if (entry === undefined) return [];
  const { news, people } = meantBy(entry);
  const told = people === 'supervisor' ? await supervisors(entry, read, parts) : people.map((id) => byName(id));
  const others = told.filter(({ personId }) => personId !== entry.actorId);
  return others.length === 0
    ? []
    : [tellStep(others, { caseId, kind: 'news', step: news, key: `${news} ${caseId} ${version}` }, parts)];
}

const byName = (personId: string): Told => ({ personId, forPersonId: null, toldAs: 'caseworker' });

async function supervisors({ path }: Entry, read: Read, { laws, clock }: TurnParts): Promise<readonly Told[]> {
  const today = clock.today();
  const { reminders } = laws.lawOf(laws.statute, today);
  const colleagues = new Colleagues(await read(readColleagues(path, today)));
  const ladders = { ...reminders, recipients: { supervisor: { role: 'supervisor', of: 'organ_or_above' } as const } };
  return colleagues.toldBy(['supervisor'], ladders, { path, assigneeId: null });
}
