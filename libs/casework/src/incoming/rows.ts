import type { LocalDate } from '@gongkai/calendar';
import type {
  AttachedAs,
  IncomingEvent,
  IncomingFinding,
  IncomingQuery,
  IncomingRow,
  IncomingSort,
  IncomingSource,
  IncomingState,
  IncomingView,
} from '@gongkai/contracts';
import type { Sealer, Statement } from '@gongkai/platform';
import { asUuid } from '../visibility.js';

/** What nobody reads without the key: who sent it, and what it says. */
export type Letter = {
  readonly sender: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  /** Of what an applicant sends to the own case: which that is, and as what it is sent. */
  readonly meantFor?: IncomingView['meantFor'];
};

/** A row of `incoming` as it is read, with the names beside it. */
export type StoredIncoming = {
  readonly id: string;
  readonly organ_id: string;
  readonly source: IncomingSource;
  readonly state: IncomingState;
  readonly sort: IncomingSort;
  readonly arrived_at: Date;
  readonly arrived_on: LocalDate;
  readonly sealed: Uint8Array;
  readonly pages: number | null;
  readonly readable: boolean;
  readonly findings: readonly IncomingFinding[];
  readonly file_ids: readonly string[];
  /** Of the files, in the same order. */
  readonly file_names: readonly string[];
  readonly came_again: number;
  readonly claimed_by: string | null;
  readonly claimed_name: string | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
  /** The case was entered by mistake. */
  readonly case_voided: boolean;
  readonly attached_as: AttachedAs | null;
  readonly reason: string | null;
  readonly pages_print: string | null;
  /** It came under the same number before, with something else in it. */
  readonly follows: string | null;
  /** Something that came before has the same pages. */
  readonly resent: boolean;
};

/** Where the bytes of a letter lie. */
export const placeOf = (id: string): string => `incoming:${id}`;

/** @throws SealBroken when the key does not fit */
export const letterOf = ({ id, sealed }: Pick<StoredIncoming, 'id' | 'sealed'>, sealer: Pick<Sealer, 'open'>): Letter =>
  sealer.open(sealed, placeOf(id)) as Letter;

/** Of the same organ and with the same pages, before it. */
const EARLIER = `
  earlier.organ_id = incoming.organ_id AND earlier.pages_print = incoming.pages_print
  AND (earlier.arrived_at, earlier.id) < (incoming.arrived_at, incoming.id)`;

const READ = `
  SELECT incoming.*, person.name AS claimed_name, case_file.number AS case_number,
         coalesce(EXISTS (SELECT FROM journal WHERE journal.case_id = incoming.case_id AND journal.type = 'VOIDED'), false) AS case_voided,
         EXISTS (SELECT FROM incoming AS earlier WHERE ${EARLIER}) AS resent
    FROM incoming
    LEFT JOIN person ON person.id = incoming.claimed_by
    LEFT JOIN case_file ON case_file.id = incoming.case_id`;

/** One of the organ. */
export const readIncoming = (id: string, organId: string): Statement => ({
  name: 'incoming',
  text: `${READ} WHERE incoming.id = $1 AND incoming.organ_id = $2`,
  values: [asUuid(id), organId],
});

/** What came by a door of the organ under a key. */
export const readIncomingByKey = (organId: string, source: IncomingSource, key: string): Statement => ({
  name: 'incoming-by-key',
  text: `${READ} WHERE incoming.organ_id = $1 AND incoming.source = $2 AND incoming.key = $3`,
  values: [organId, source, key],
});

/** The same, for who changes it: others wait. */
export const lockIncoming = (id: string, organId: string): Statement => ({
  name: 'incoming-locked',
  text: `${READ} WHERE incoming.id = $1 AND incoming.organ_id = $2 FOR UPDATE OF incoming`,
  values: [asUuid(id), organId],
});

/** Where a page ended. */
export type Place = { readonly at: string; readonly id: string };

/** A page of an organ, what waits the longest first; what is settled, the latest first. */
export function listIncoming(organId: string, query: IncomingQuery, after: Place | null): Statement {
  const direction = query.state === 'waiting' ? { order: 'ASC', beyond: '>' } : { order: 'DESC', beyond: '<' };
  const readable = query.readable === undefined ? null : query.readable === 'true';
  return {
    name: `incoming-${direction.order}`,
    text: `${READ}
     WHERE incoming.organ_id = $1 AND (incoming.state = $2 OR ($2 = 'settled' AND incoming.state <> 'waiting')) AND ($3::text IS NULL OR incoming.source = $3)
       AND ($4::boolean IS NULL OR incoming.readable = $4)
       AND ($5::timestamptz IS NULL OR (incoming.arrived_at, incoming.id) ${direction.beyond} ($5, $6::uuid))
     ORDER BY incoming.arrived_at ${direction.order}, incoming.id ${direction.order} LIMIT $7`,
    values: [organId, query.state, query.source ?? null, readable, after?.at ?? null, after?.id ?? null, query.limit + 1],
  };
}

type EventRow = Omit<IncomingEvent, 'at'> & { readonly at: Date };

/** What was done with it, oldest first. */
export const readEvents = (id: string): Statement => ({
  name: 'incoming-events',
  text: `
    SELECT incoming_event.at, person.name AS by, incoming_event.act, incoming_event.detail
      FROM incoming_event LEFT JOIN person ON person.id = incoming_event.actor_id
     WHERE incoming_event.incoming_id = $1 ORDER BY incoming_event.seq`,
  values: [id],
});

type FileRow = Omit<IncomingView['files'][number], 'uploadedAt'> & { readonly uploaded_at: Date };

/** Its files, in the order of their pages. */
export const readFilesOfIncoming = ({ organ_id, file_ids, file_names }: StoredIncoming): Statement => ({
  name: 'incoming-files',
  text: `
    SELECT id, coalesce(($3::text[])[array_position($2::text[], id)], name) AS name, mime, size, uploaded_at FROM stored_file
     WHERE organ_id = $1 AND id = ANY ($2) ORDER BY array_position($2::text[], id)`,
  values: [organ_id, [...file_ids], [...file_names]],
});

type EarlierRow = Omit<IncomingView['samePages'][number], 'arrivedAt'> & { readonly arrived_at: Date };

/** What came before with the same pages, the latest first. */
export const readSamePages = ({ id }: StoredIncoming): Statement => ({
  name: 'incoming-same-pages',
  text: `
    SELECT earlier.id, earlier.arrived_at FROM incoming JOIN incoming AS earlier ON ${EARLIER}
     WHERE incoming.id = $1 ORDER BY earlier.arrived_at DESC, earlier.id DESC LIMIT 5`,
  values: [id],
});

type BeforeRow = Pick<StoredIncoming, 'id' | 'sealed' | 'arrived_at' | 'case_id' | 'case_number'>;

/** What it follows, as it stands now. */
export const readBefore = ({ follows, organ_id }: StoredIncoming): Statement => ({
  ...readIncoming(follows ?? '', organ_id),
  name: 'incoming-before',
});

const beforeOf = (row: BeforeRow, sealer: Sealer): NonNullable<IncomingView['before']> => ({
  id: row.id,
  arrivedAt: row.arrived_at.toISOString(),
  text: letterOf(row, sealer).text,
  case: row.case_id === null ? null : { id: row.case_id, number: row.case_number ?? '' },
});

/** Something that came in, as the list tells it. */
export function incomingRow(row: StoredIncoming, sealer: Sealer): IncomingRow {
  const { sender, subject } = letterOf(row, sealer);
  const { id, source, state, sort, pages, readable } = row;
  return {
    ...{ id, source, state, sort, sender, subject, pages, readable },
    arrivedAt: row.arrived_at.toISOString(),
    arrivedOn: row.arrived_on,
    cameAgain: row.came_again,
    resent: row.resent,
    addition: row.follows !== null,
    claimedBy: row.claimed_by === null ? null : { id: row.claimed_by, name: row.claimed_name ?? '' },
    case: row.case_id === null ? null : { id: row.case_id, number: row.case_number ?? '' },
  };
}

/** All that is known of it. */
export const incomingView = (
  row: StoredIncoming,
  { files, events, samePages, before }: Readonly<Record<'files' | 'events' | 'samePages' | 'before', readonly unknown[]>>,
  sealer: Sealer,
): IncomingView => ({
  ...incomingRow(row, sealer),
  text: letterOf(row, sealer).text,
  meantFor: letterOf(row, sealer).meantFor ?? null,
  findings: [...row.findings],
  samePages: (samePages as readonly EarlierRow[]).map(({ id, arrived_at }) => ({ id, arrivedAt: arrived_at.toISOString() })),
  before: (before as readonly BeforeRow[]).map((one) => beforeOf(one, sealer))[0] ?? null,
  attachedAs: row.attached_as,
  reason: row.reason,
  files: (files as readonly FileRow[]).map(({ uploaded_at, ...file }) => ({ ...file, uploadedAt: uploaded_at.toISOString() })),
  history: (events as readonly EventRow[]).map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
});
