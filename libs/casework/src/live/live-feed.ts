import type { LiveEvent } from '@gongkai/contracts';
import {
  EVERYTHING,
  withSight,
  type Bell,
  type CaseChange,
  type Clock,
  type CommandPool,
  type Heard,
  type Statement,
} from '@gongkai/platform';
import { hasInbox } from '../incoming/incoming-desk.js';
import { waitingInInboxes, type WaitingInInbox } from '../incoming/waiting.js';
import type { Person } from '../person.js';
import { isBack } from '../reminders/unread.js';
import { canSee } from '../visibility.js';

/** Somebody who wants to know at once. The person is asked for each time: posts change while one watches. */
export type Watcher = {
  readonly person: () => Person;
  readonly tell: (event: LiveEvent) => void;
  /** A session or token of theirs has ended: is it this one? */
  readonly lookAgain: () => Promise<void>;
};

/** What a feed is made of. */
export type LiveFeedParts = {
  readonly pool: CommandPool;
  readonly bell: Pick<Bell, 'listen'>;
  readonly clock: Clock;
  /** Told when the database does not answer; the watchers hear `ready` when it does again. */
  readonly onError: (error: unknown) => void;
};

/** Milliseconds between two looks at what people were told and what came in: quiet hours end, and faxes come, without anybody ringing. */
const LOOK = 5_000;

const CHANGED = `
  SELECT case_file.id, organ.code AS organ, organ.path, case_file.version, person.id AS person_id, person.name AS person_name
    FROM case_file JOIN organ ON organ.id = case_file.organ_id
    LEFT JOIN journal ON journal.case_id = case_file.id AND journal.seq = case_file.seq
    LEFT JOIN person ON person.id::text = journal.actor_id
   WHERE case_file.id = ANY ($1::uuid[])`;

const UNREAD = `
  SELECT person_id, count(*) AS unread, max(not_before) AS newest FROM notification
   WHERE person_id = ANY ($1::uuid[]) AND acknowledged_at IS NULL AND not_before <= $2 AND ${isBack('$2')} GROUP BY person_id`;

type ChangedRow = {
  readonly id: string;
  readonly organ: string;
  readonly path: readonly string[];
  readonly version: number;
  readonly person_id: string | null;
  readonly person_name: string | null;
};
type UnreadRow = { readonly person_id: string; readonly unread: number; readonly newest: Date };

/** Tells everybody who watches what changes in their sight. All watchers of a process share one line to the bell. */
export class LiveFeed {
  readonly #watchers = new Set<Watcher>();
  readonly #changed = new Map<string, CaseChange>();
  /** What each person had not acknowledged at the last look, as a mark to compare. */
  #unread = new Map<string, string>();
  /** What waited in each inbox, the same way. */
  #inboxes = new Map<string, string>();
  #deafen: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stands = false;
  #working: Promise<void> | undefined;
  #looking: Promise<void> | undefined;
  #leaving: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: LiveFeedParts) {}

  /** @returns stops watching */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    if (this.#stands) watcher.tell(READY);
    this.#deafen ??= this.parts.bell.listen((heard) => this.#hear(heard));
    this.#timer ??= setInterval(() => {
      this.#looking = this.#lookIntoInboxes().then(() => this.#look());
    }, LOOK).unref();
    return () => void this.#watchers.delete(watcher);
  }

  /** Tells nobody anything any more. */
  async close(): Promise<void> {
    this.#watchers.clear();
    this.#deafen?.();
    clearInterval(this.#timer);
    await Promise.all([this.#working, this.#looking]);
  }

  #hear(heard: Heard): void {
    if (heard === 'many') {
      this.#stands = true;
      for (const { tell } of this.#watchers) tell(READY);
      return;
    }
    if ('gone' in heard) {
      this.#lookAgain(heard.gone);
      return;
    }
    for (const change of heard) this.#changed.set(change.caseId, change);
    this.#working ??= this.#tellChanges().finally(() => (this.#working = undefined));
  }

  /** One question for all that was rung meanwhile, however many watch. */
  async #tellChanges(): Promise<void> {
    while (this.#changed.size > 0) {
      const ids = [...this.#changed.keys()];
      this.#changed.clear();
      const rows = this.#watchers.size === 0 ? [] : await this.#ask<ChangedRow>({ text: CHANGED, values: [ids] });
      await this.#leaving;
      for (const row of rows)
        for (const { person, tell } of this.#watchers)
          if (canSee(person(), row.path)) tell({ type: 'case-changed', data: dataOf(row) });
    }
  }

  /** Nothing is told of cases before it is known who is still there. */
  #lookAgain(personId: string): void {
    const concerned = [...this.#watchers].filter(({ person }) => person().id === personId);
    this.#leaving = Promise.all([this.#leaving, ...concerned.map(({ lookAgain }) => lookAgain())]);
  }

  async #look(): Promise<void> {
    const people = [...new Set([...this.#watchers].map(({ person }) => person().id))];
    if (people.length === 0) return;
    const rows = await this.#ask<UnreadRow>({ text: UNREAD, values: [people, this.parts.clock.now()] });
    const before = this.#unread;
    this.#unread = new Map(people.map((id) => [id, '']));
    for (const { person_id, unread, newest } of rows) this.#unread.set(person_id, `${unread} ${newest.toISOString()}`);
    const counts = new Map(rows.map(({ person_id, unread }) => [person_id, unread]));
    for (const { person, tell } of this.#watchers) {
      const { id } = person();
      if (before.get(id) !== this.#unread.get(id)) tell({ type: 'notification', data: { unread: counts.get(id) ?? 0 } });
    }
  }

  /** Of each organ where somebody watches who looks after its inbox. */
  async #lookIntoInboxes(): Promise<void> {
    const keepers = [...this.#watchers].filter(({ person }) => hasInbox(person()));
    const organs = [...new Set(keepers.map(({ person }) => person().organId))];
    if (organs.length === 0) return;
    const rows = await this.#ask<WaitingInInbox>(waitingInInboxes(organs));
    const before = this.#inboxes;
    this.#inboxes = new Map(rows.map(({ organ_id, waiting, touched }) => [organ_id, `${waiting} ${touched}`]));
    const counts = new Map(rows.map(({ organ_id, waiting }) => [organ_id, waiting]));
    for (const { person, tell } of keepers) {
      const { organId } = person();
      if (before.get(organId) !== this.#inboxes.get(organId))
        tell({ type: 'incoming', data: { waiting: counts.get(organId) ?? 0 } });
    }
  }

  async #ask<R extends object>(statement: Statement): Promise<readonly R[]> {
    try {
      // For everybody who watches: to each is told what they may see.
      return (await withSight(EVERYTHING, () => this.parts.pool.query<R>(statement))).rows;
    } catch (error) {
      this.parts.onError(error);
      return [];
    }
  }
}

const READY: LiveEvent = { type: 'ready', data: {} };

const dataOf = ({ id, organ, version, person_id, person_name }: ChangedRow) => ({
  caseId: id,
  organ,
  version,
  ...(person_id === null ? {} : { by: { id: person_id, name: person_name ?? '' } }),
});
