import type { LocalDate } from '@gongkai/calendar';
import { asUuid, organInSight, Parameters, searchVector, type Person } from '@gongkai/casework';
import type { PersonalFinding, PublicationDraft } from '@gongkai/contracts';
import type { ReplyAttribute } from '@gongkai/lifecycle';
import { canonicalJson, json, sha256, type Statement } from '@gongkai/platform';

/** Who did what, in the order in which it happened. */
export type Deed = {
  readonly at: string;
  readonly by: string;
  readonly did: PublicationDraft['history'][number]['did'];
  readonly words?: string | undefined;
};

/** What becomes public. */
export type Content = {
  readonly title: string;
  readonly summary: string;
  readonly kind: string;
  readonly indexNumber: string;
  readonly madeOn: LocalDate | null;
  /** What everybody is to read: what the pages of its source show, and nothing else. */
  readonly fileId: string;
  /** The file of the case that it was made of. */
  readonly sourceId: string;
};

/** What was found in it, as far as it was read. */
export type Reading = {
  readonly read: number;
  readonly total: number | null;
  readonly wordless: readonly number[];
  readonly findings: readonly PersonalFinding[];
};

/** A draft as it is kept. */
export type DraftRow = Content &
  Reading & {
    readonly id: string;
    readonly case_id: string;
    readonly case_number: string;
    readonly organ_id: string;
    readonly organ_path: readonly string[];
    readonly version: number;
    readonly state: PublicationDraft['state'];
    readonly begun_on: LocalDate;
    /** The day on which it was decided to publish it: here, or in the case before. */
    readonly decided_on: LocalDate;
    /** Nothing else of the case is on its way to the public, or is public: without it nothing will be. */
    readonly is_last: boolean;
    readonly is_taken: boolean;
    readonly published_on: LocalDate | null;
    readonly file: { readonly id: string; readonly name: string; readonly mime: string };
    readonly source: { readonly id: string; readonly name: string };
    readonly made_by: readonly string[];
    readonly reviewed_hash: string | null;
    readonly withdrawal: string | null;
    /** What the signature fixed of the reply. */
    readonly attribute: ReplyAttribute['fixed'];
    readonly history: readonly Deed[];
    readonly names: Readonly<Record<string, string>>;
  };

/** What was decided for a publication that is out is not about the next one. */
const DECIDED = `
  CASE WHEN case_file.file ->> 'publication' = 'published' AND draft.state <> 'published' THEN draft.begun_on
  ELSE least(draft.begun_on, (case_file.file #>> '{promotion,decidedOn}')::date) END`;
const IS_LAST = `
  (case_file.file ->> 'publication' = 'suggested' AND NOT EXISTS (
    SELECT FROM publication_draft AS other
     WHERE other.case_id = draft.case_id AND other.id <> draft.id AND other.state IN ('draft', 'reviewing', 'reviewed')))`;

/** An entry came in between with the same number. */
const IS_TAKEN = `
  EXISTS (SELECT FROM disclosure AS other
           WHERE (other.organ_id, other.index_number) = (draft.organ_id, draft.index_number) AND other.id <> draft.id)`;

const SELECT = `
  SELECT draft.id, ${IS_TAKEN} AS is_taken, draft.case_id, case_file.number AS case_number, draft.organ_id, organ.path AS organ_path, draft.version, draft.state,
         draft.begun_on, ${DECIDED} AS decided_on, ${IS_LAST} AS is_last, draft.published_on, draft.title, draft.summary, draft.kind, draft.index_number AS "indexNumber",
         draft.made_on AS "madeOn", draft.file_id AS "fileId", draft.source_id AS "sourceId", draft.read, draft.total, draft.wordless, draft.findings, draft.made_by,
         draft.reviewed_hash, draft.history, disclosure.withdrawal,
         case_file.file #> '{round,reply,attribute,fixed}' AS attribute,
         jsonb_build_object('id', stored_file.id, 'name', stored_file.name, 'mime', stored_file.mime) AS file,
         jsonb_build_object('id', source.id, 'name', source.name) AS source,
         (SELECT coalesce(jsonb_object_agg(person.id, person.name), '{}') FROM person
           WHERE draft.history @> jsonb_build_array(jsonb_build_object('by', person.id))) AS names
    FROM publication_draft AS draft
    JOIN organ ON organ.id = draft.organ_id
    JOIN case_file ON case_file.id = draft.case_id
    JOIN stored_file ON stored_file.id = draft.file_id AND stored_file.organ_id = draft.organ_id
    JOIN stored_file AS source ON source.id = draft.source_id AND source.organ_id = draft.organ_id
    LEFT JOIN disclosure ON disclosure.id = draft.id`;

export const readDraft = (id: string): Statement => ({ text: `${SELECT} WHERE draft.id = $1`, values: [asUuid(id)] });

/** Locked: of two who change it, one comes first. */
export const lockDraft = (id: string): Statement => ({
  text: `${SELECT} WHERE draft.id = $1 FOR UPDATE OF draft`,
  values: [asUuid(id)],
});

/** Whose a case is. */
export type OrganOfCase = { readonly organ_id: string; readonly organ_path: readonly string[] };
export const readOrganOfCase = (caseId: string): Statement => ({
  text: 'SELECT organ_id, path AS organ_path FROM case_file JOIN organ ON organ.id = organ_id WHERE case_file.id = $1',
  values: [asUuid(caseId)],
});

export const readDraftsOf = (caseId: string): Statement => ({
  text: `${SELECT} WHERE draft.case_id = $1 ORDER BY draft.begun_on, draft.id`,
  values: [asUuid(caseId)],
});

/** Open ones that are told: what is due first comes first. */
const MOST = 200;

export function readOpenDrafts({ organId, seesBelow }: Person): Statement {
  const parameters = new Parameters();
  parameters.add(organId);
  parameters.add(seesBelow);
  return {
    text: `${SELECT} WHERE draft.state IN ('draft', 'reviewing', 'reviewed') AND ${organInSight(1, 2)}
            ORDER BY draft.begun_on, draft.id LIMIT ${String(MOST)}`,
    values: parameters.values,
  };
}

/** The file is named in the journal of the case, or was made of one by a redaction of it. */
export const readFileOfCase = (fileId: string, caseId: string): Statement => ({
  text: `
    SELECT stored_file.mime, stored_file.name FROM stored_file JOIN case_file ON case_file.organ_id = stored_file.organ_id
     WHERE stored_file.id = $1 AND case_file.id = $2
       AND (EXISTS (SELECT FROM redaction WHERE redaction.case_id = $2 AND result_id = $1)
            OR EXISTS (SELECT FROM journal WHERE journal.case_id = $2 AND position($1 IN fact::text) > 0))`,
  values: [fileId, caseId],
});

/** The redacted file that is given in the place of one, unless that one was itself given with the reply (REG 37). */
export const readRedactedInstead = (fileId: string, caseId: string): Statement => ({
  text: `
    SELECT stored_file.name FROM redaction
      JOIN stored_file ON stored_file.id = redaction.result_id AND stored_file.organ_id = redaction.organ_id
      JOIN case_file ON case_file.id = redaction.case_id
     WHERE redaction.case_id = $2 AND redaction.source_id = $1 AND redaction.state = 'burnt'
       AND NOT EXISTS (SELECT FROM jsonb_array_elements(case_file.file -> 'items') AS item WHERE item -> 'fileIds' ? $1)
     ORDER BY redaction.begun_at DESC LIMIT 1`,
  values: [fileId, caseId],
});

/** Another entry of the organ, or draft of one, has the number. */
export const readTaken = (indexNumber: string, organId: string, draftId: string): Statement => ({
  text: `
    SELECT 1 FROM disclosure WHERE organ_id = $2 AND index_number = $1
    UNION ALL
    SELECT 1 FROM publication_draft WHERE organ_id = $2 AND index_number = $1 AND id <> $3 AND state <> 'dropped'`,
  values: [indexNumber, organId, draftId],
});

/** What stands for everything that becomes public: the id of a file is the hash of its bytes. */
export const hashOf = ({ title, summary, kind, indexNumber, madeOn, fileId }: Omit<Content, 'sourceId'>): string =>
  sha256(canonicalJson({ title, summary, kind, indexNumber, madeOn, fileId }));

type Begun = {
  readonly id: string;
  readonly caseId: string;
  readonly organId: string;
  readonly on: LocalDate;
  readonly deed: Deed;
};

export const draftBegun = (content: Content, reading: Reading, { id, caseId, organId, on, deed }: Begun): Statement => ({
  text: `
    INSERT INTO publication_draft (id, case_id, organ_id, begun_on, title, summary, kind, index_number, made_on, file_id,
                                   source_id, read, total, wordless, findings, made_by, history)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, ARRAY[$16::uuid], jsonb_build_array($17::jsonb))`,
  values: [
    ...[id, caseId, organId, on],
    ...[content.title, content.summary, content.kind, content.indexNumber, content.madeOn, content.fileId, content.sourceId],
    ...[reading.read, reading.total, [...reading.wordless], json(reading.findings), deed.by, json(deed)],
  ],
});

export const draftChanged = (id: string, content: Content, reading: Reading, deed: Deed): Statement => ({
  text: `
    UPDATE publication_draft
       SET version = version + 1, title = $2, summary = $3, kind = $4, index_number = $5, made_on = $6, file_id = $7,
           source_id = $8, read = $9, total = $10, wordless = $11, findings = $12,
           made_by = CASE WHEN $13 = ANY (made_by) THEN made_by ELSE made_by || $13::uuid END,
           history = history || jsonb_build_array($14::jsonb)
     WHERE id = $1`,
  values: [
    id,
    ...[content.title, content.summary, content.kind, content.indexNumber, content.madeOn, content.fileId, content.sourceId],
    ...[reading.read, reading.total, [...reading.wordless], json(reading.findings), deed.by, json(deed)],
  ],
});

type Moving = { readonly state: DraftRow['state']; readonly reviewedHash: string | null; readonly deed: Deed };

export const draftMoved = (id: string, { state, reviewedHash, deed }: Moving): Statement => ({
  text: `
    UPDATE publication_draft SET version = version + 1, state = $2, reviewed_hash = $3, history = history || jsonb_build_array($4::jsonb)
     WHERE id = $1`,
  values: [id, state, reviewedHash, json(deed)],
});

/** What a file was called when it came in may name who asked: what is public is called by its title. */
function publicName({ title, file }: Pick<DraftRow, 'title' | 'file'>): string {
  const [, ending = ''] = /(\.[a-z0-9]{2,5})$/i.exec(file.name) ?? [];
  return `${title}${ending.toLowerCase()}`;
}

/** It becomes the entry with its own id. */
export const draftPublished = (row: DraftRow, on: LocalDate, at: Date, deed: Deed): Statement => ({
  text: `
    WITH entry AS (
      INSERT INTO disclosure (id, organ_id, index_number, title, summary, kind, made_on, published_on, file_id, file_name, case_id, search,
                              entered_at, entered_by, changed_at)
      SELECT id, organ_id, index_number, title, summary, kind, made_on, $2, file_id, $7, case_id, $3::tsvector, $4, $5, $4
        FROM publication_draft WHERE id = $1)
    UPDATE publication_draft SET version = version + 1, state = 'published', published_on = $2,
           history = history || jsonb_build_array($6::jsonb)
     WHERE id = $1`,
  values: [row.id, on, searchVector(row.indexNumber, row.title, row.summary), at, deed.by, json(deed), publicName(row)],
});
