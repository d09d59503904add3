import { randomUUID } from 'node:crypto';
import { addDays, type LocalDate } from '@gongkai/calendar';
import {
  deadlineTexts,
  Refusal,
  type FeedScope,
  type FeedView,
  type IssuedFeed,
  type Language,
  type NewFeed,
} from '@gongkai/contracts';
import { newToken, tokenHash } from '@gongkai/platform';
import { makeChange, record, type AdministrationParts, type Change } from '../administration/change.js';
import { actorColumns, PERSON_GROUP, personJoins, personOf, type ActorRow } from '../directory/people.js';
import type { LawShelf } from '../law-shelf.js';
import { needRole, type Person } from '../person.js';
import { recordsOwed } from '../records/records-due.js';
import { organInSight } from '../visibility.js';
import { icalendar, type DayEvent } from './icalendar.js';

/** @param publicUrl where the API is, without a slash at its end */
export type FeedParts = AdministrationParts & { readonly publicUrl: string; readonly laws: LawShelf };

type FeedRow = { readonly id: string; readonly scope: FeedScope; readonly created_at: Date; readonly last_used_at: Date | null };

const MINE = `
  SELECT id, scope, created_at, last_used_at FROM calendar_feed WHERE person_id = $1 AND revoked_at IS NULL ORDER BY scope`;
const REVOKE = `
  WITH ended AS (
    UPDATE calendar_feed SET revoked_at = $3
     WHERE person_id = $1 AND (id::text = $2 OR scope = $2) AND revoked_at IS NULL RETURNING scope
  )
  SELECT scope FROM ended`;
const ISSUE =
  'INSERT INTO calendar_feed (id, secret_hash, scope, person_id, language, created_at) VALUES ($1, $2, $3, $4, $5, $6)';

/** Whom an address serves, as of today; nobody who was deactivated. */
const HOLDER = `
  WITH used AS (UPDATE calendar_feed SET last_used_at = $3 WHERE secret_hash = $1 AND revoked_at IS NULL)
  SELECT ${actorColumns(2)}, calendar_feed.scope, calendar_feed.language
    FROM calendar_feed JOIN person ON person.id = calendar_feed.person_id ${personJoins(2)}
   WHERE calendar_feed.secret_hash = $1 AND calendar_feed.revoked_at IS NULL AND person.active
   ${PERSON_GROUP}, calendar_feed.scope, calendar_feed.language`;

/** So many days are told, the next ones. */
const MOST = 5_000;

/** What nobody can do any more once its day is over; everything else stays until it is done, however late. */
const LAPSES = ['correctionNoticeDeadline', 'appealUntil'];
/** So many days such a one is still told. */
const JUST_OVER = 7;

/** Past the day of its answer a consultation is closed, though who asked is still told that it has lapsed. */
const OF_A_CONSULTATION = `starts_with(alarm.subject, 'answerDue:')`;

/** Deadlines that people are reminded of, of cases that somebody works at: number and name, nothing of applicants. */
const DEADLINES = `
  SELECT alarm.case_id, case_file.number, alarm.subject, alarm.due, alarm.provisional
    FROM alarm JOIN case_file ON case_file.id = alarm.case_id
    JOIN organ ON organ.id = case_file.organ_id AND ${organInSight(1, 2)}
   WHERE alarm.kind = 'reminder' AND alarm.due IS NOT NULL AND case_file.in_work
     AND ($3::uuid IS NULL OR case_file.assignee_id = $3)
     AND (alarm.due >= $4::date OR split_part(alarm.subject, ':', 1) <> ALL ($5))
     AND (alarm.due >= $6::date OR NOT ${OF_A_CONSULTATION})
   ORDER BY alarm.due, case_file.number, alarm.subject LIMIT ${MOST}`;

type DeadlineRow = {
  readonly case_id: string;
  readonly number: string;
  readonly subject: string;
  readonly due: LocalDate;
  readonly provisional: boolean;
};

const WORDS = {
  'zh-CN': { person: '办件期限', organ: '办件期限（机关）', provisional: '（暂定）' },
  en: { person: 'Deadlines', organ: 'Deadlines (organ)', provisional: ' (provisional)' },
} as const satisfies Record<Language, object>;

/** Deadlines at a secret address, for the calendar programs of people. */
export class Feeds {
  constructor(private readonly parts: FeedParts) {}

  /** One's own addresses in force. */
  async list(person: Person): Promise<FeedView[]> {
    return (await this.parts.source.query<FeedRow[]>(MINE, [person.id])).map(viewOf);
  }

  /**
   * Makes an address; the one before it, of the same scope, ends. The secret is told once.
   * @throws Refusal `role-missing` where who watches over no organ asks for one of theirs
   */
  async issue(person: Person, { scope, language }: NewFeed): Promise<IssuedFeed> {
    if (scope === 'organ') needRole(person, 'supervisor');
    const secret = newToken();
    await makeChange(this.parts, person, async (change) => {
      await change.manager.query(REVOKE, [person.id, scope, change.now]);
      await change.manager.query(ISSUE, [randomUUID(), tokenHash(secret), scope, person.id, language, change.now]);
      await note(change, person, { action: 'feed-issued', scope });
    });
    const feed = (await this.list(person)).find((one) => one.scope === scope);
    if (feed === undefined) throw new Error('The address was not stored.');
    return { feed, url: `${this.parts.publicUrl}/api/v1/feeds/${secret}` };
  }

  /** Ends an address. @throws Refusal `not-found` */
  async revoke(person: Person, id: string): Promise<void> {
    await makeChange(this.parts, person, async (change) => {
      const [ended] = await change.manager.query<{ scope: FeedScope }[]>(REVOKE, [person.id, id, change.now]);
      if (ended === undefined) throw new Refusal('not-found');
      await note(change, person, { action: 'feed-revoked', scope: ended.scope });
    });
  }

  /** The calendar at an address, as its holder would see it today. @throws Refusal `not-found` */
  async read(secret: string): Promise<string> {
    const { source, clock } = this.parts;
    const [row] = await source.query<(ActorRow & { scope: FeedScope; language: Language })[]>(HOLDER, [
      ...[tokenHash(secret), clock.today(), clock.now()],
    ]);
    if (row === undefined) throw new Refusal('not-found');
    const { scope, language } = row;
    const { id, organId, seesBelow, roles } = personOf(row);
    if (scope === 'organ' && !roles.includes('supervisor')) throw new Refusal('not-found');
    const deadlines = await source.query<DeadlineRow[]>(DEADLINES, [
      ...[organId, seesBelow, scope === 'person' ? id : null],
      ...[addDays(clock.today(), -JUST_OVER), LAPSES, clock.today()],
    ]);
    const records = await recordsOwed(
      { organId, seesBelow, roles },
      { own: scope === 'person' },
      {
        laws: this.parts.laws,
        query: ({ text, values }) => source.query(text, [...(values ?? [])]),
      },
    );
    const owed = records.map(({ id, deadline, ...one }): DeadlineRow => ({ case_id: id, subject: deadline, ...one }));
    return icalendar({
      name: WORDS[language][scope],
      at: clock.now(),
      events: [...deadlines, ...owed].map((one) => this.#event(one, language)),
    });
  }

  #event({ case_id, number, subject, due, provisional }: DeadlineRow, language: Language): DayEvent {
    const [name = ''] = subject.split(':');
    const words = name in deadlineTexts ? deadlineTexts[name as keyof typeof deadlineTexts][language] : name;
    return {
      uid: `${case_id}-${subject}@${new URL(this.parts.publicUrl).hostname}`,
      on: due,
      summary: `${number} ${words}${provisional ? WORDS[language].provisional : ''}`,
    };
  }
}

const note = (
  change: Change,
  { id, name, organPath: path }: Person,
  mark: { action: 'feed-issued' | 'feed-revoked'; scope: FeedScope },
) => record(change, { action: mark.action, path, subject: { id, name }, after: { scope: mark.scope } });

const viewOf = ({ id, scope, created_at, last_used_at }: FeedRow): FeedView => ({
  id,
  scope,
  createdAt: created_at.toISOString(),
  lastUsedAt: last_used_at?.toISOString() ?? null,
});
