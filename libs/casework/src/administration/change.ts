import type { LocalDate } from '@gongkai/calendar';
import type { AdminAction } from '@gongkai/contracts';
import { json, type Clock, type Statement } from '@gongkai/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { needRole, type Person } from '../person.js';

/** What administration works with. */
export type AdministrationParts = { readonly source: DataSource; readonly clock: Clock };

/** One change of the directory that is under way, and who makes it: a person, or null for the command line. */
export type Change = {
  readonly manager: EntityManager;
  readonly actor: Person | null;
  readonly today: LocalDate;
  readonly now: Date;
};

/** What a change leaves in the log: where, what, and how it was before and after. */
export type Mark = {
  readonly action: AdminAction;
  /** Ids from the top of the tree down to the organ concerned. */
  readonly path: readonly string[];
  readonly subject: { readonly id: string; readonly name: string };
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
};

/** Any number that nobody else uses: who holds this lock changes the directory. */
const DIRECTORY_LOCK = 7_110_520;

/**
 * Makes one change and its entry in the log together. Changes are rare and come one after the other, so that two
 * administrators cannot take the last post from each other or hang two organs below each other.
 */
export async function makeChange<T>(
  { source, clock }: AdministrationParts,
  actor: Person | null,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  return source.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [DIRECTORY_LOCK]);
    return work({ manager, actor, today: clock.today(), now: clock.now() });
  });
}

/** Whether a person administers an organ: their own and everything below. @param path ids from the top down to the organ */
export const administers = ({ roles, organId }: Person, path: readonly string[]): boolean =>
  roles.includes('admin') && path.includes(organId);

/** @throws Refusal `role-missing` for everybody but administrators */
export const needAdmin = (person: Person): void => needRole(person, 'admin');

const RECORD = `
  INSERT INTO admin_log (at, actor_id, organ_path, action, subject_id, subject_name, before, after)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** The entry of an act that is written together with a statement of its own. @param by a person, or null for the command line */
export const entryInLog = (
  { action, path, subject, before, after }: Mark,
  by: { readonly actorId: string | null; readonly at: Date },
): Statement => ({
  name: 'entry-in-admin-log',
  text: RECORD,
  values: [
    ...[by.at, by.actorId, path, action, subject.id, subject.name],
    ...[before, after].map((side) => (side === undefined ? null : json(side))),
  ],
});

/** Writes a change down; one that changes nothing leaves no entry. */
export async function record({ manager, actor, now }: Change, { action, path, subject, ...sides }: Mark): Promise<void> {
  const [before, after] = [sides.before, sides.after].map((side) => (side === undefined ? null : json(side)));
  if (before !== null && before === after) return;
  await manager.query(RECORD, [now, actor?.id ?? null, path, action, subject.id, subject.name, before, after]);
}
