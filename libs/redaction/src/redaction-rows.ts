import { canonicalJson, json, sha256, type Statement } from '@gongkai/platform';
import type { RedactionMark, RedactionState, RedactionView } from '@gongkai/contracts';
import { asUuid, nameInCase, organInSight, type Person } from '@gongkai/casework';

/** Who did what to it, in the order in which it happened. */
export type Deed = {
  readonly at: string;
  readonly by: string;
  readonly did: Did;
  readonly reason?: string;
  /** submit: what the released file is called. */
  readonly name?: string;
};
export type Did = RedactionView['history'][number]['did'];
type File = { readonly id: string; readonly name: string; readonly mime: string };

/** A redaction as it is kept. */
export type RedactionRow = {
  readonly id: string;
  readonly case_id: string;
  readonly organ_id: string;
  readonly organ_path: readonly string[];
  readonly version: number;
  readonly state: RedactionState;
  readonly source: File;
  readonly result: File | null;
  readonly pages: RedactionView['pages'];
  readonly total: number | null;
  readonly unreadable: number | null;
  readonly marks: readonly RedactionMark[];
  readonly marked_by: readonly string[];
  readonly marks_hash: string | null;
  readonly done: number;
  readonly history: readonly Deed[];
  readonly names: Readonly<Record<string, string>>;
};

/** A file as it is called in the case. @param id an expression for its id */
const fileOf = (id: string): string => `
  (SELECT jsonb_build_object('id', stored_file.id, 'name', ${nameInCase('redaction.case_id')}, 'mime', stored_file.mime)
     FROM stored_file WHERE stored_file.id = ${id} AND stored_file.organ_id = redaction.organ_id)`;

const SELECT = `
  SELECT redaction.*, organ.path AS organ_path, ${fileOf('source_id')} AS source, ${fileOf('result_id')} AS result,
         (SELECT coalesce(jsonb_object_agg(person.id, person.name), '{}') FROM person
           WHERE person.id = ANY (marked_by) OR history @> jsonb_build_array(jsonb_build_object('by', person.id))) AS names
    FROM redaction
    JOIN organ ON organ.id = redaction.organ_id`;

export const readRedaction = (id: string): Statement => ({
  name: 'redaction',
  text: `${SELECT} WHERE redaction.id = $1`,
  values: [asUuid(id)],
});

/** Locked: of two who change it, one comes first. */
export const lockRedaction = (id: string): Statement => ({
  name: 'lock-redaction',
  text: `${SELECT} WHERE redaction.id = $1 FOR UPDATE OF redaction`,
  values: [asUuid(id)],
});

export const readRedactionsOf = (caseId: string): Statement => ({
  name: 'redactions-of-case',
  text: `${SELECT} WHERE redaction.case_id = $1 ORDER BY redaction.begun_at, redaction.id`,
  values: [asUuid(caseId)],
});

/** More than wait at a time. */
const MOST = 200;

/** Those in sight that wait for a second person, with the number of their case. */
export const readRedactionsToCheck = ({ organId, seesBelow }: Person): Statement => ({
  name: 'redactions-to-check',
  text: `
    SELECT waiting.*, case_file.number AS case_number FROM (${SELECT} WHERE redaction.state = 'checking' AND ${organInSight(1, 2)}) AS waiting
      JOIN case_file ON case_file.id = waiting.case_id
     ORDER BY waiting.history -> -1 ->> 'at', waiting.id LIMIT ${String(MOST)}`,
  values: [organId, seesBelow],
});

export const readOrganOf = (caseId: string): Statement => ({
  name: 'organ-of-case',
  text: 'SELECT organ_id, path AS organ_path FROM case_file JOIN organ ON organ.id = organ_id WHERE case_file.id = $1',
  values: [asUuid(caseId)],
});

export type NewRow = {
  readonly id: string;
  readonly caseId: string;
  readonly organId: string;
  readonly fileId: string;
  readonly at: Date;
  readonly deed: Deed;
};

export const redactionBegun = ({ id, caseId, organId, fileId, at, deed }: NewRow): Statement => ({
  name: 'redaction-begun',
  text: `
    INSERT INTO redaction (id, case_id, organ_id, source_id, begun_at, history) VALUES ($1, $2, $3, $4, $5, jsonb_build_array($6::jsonb))`,
  values: [id, caseId, organId, fileId, at, json(deed)],
});

/** A job of a redaction: its pages are looked at, or burnt. */
export const nextOf = (job: 'look-at-redaction' | 'burn-redaction', id: string): Statement => ({
  name: `next-${job}`,
  text: `
    INSERT INTO outbox (id, job, payload)
    SELECT gen_random_uuid(), '${job}', jsonb_build_object('redactionId', $1::text)`,
  values: [id],
});

export const marksKept = (id: string, marks: readonly RedactionMark[], by: string): Statement => ({
  name: 'redaction-marked',
  text: `
    UPDATE redaction SET version = version + 1, marks = $2,
           marked_by = CASE WHEN $3 = ANY (marked_by) THEN marked_by ELSE marked_by || $3::uuid END
     WHERE id = $1`,
  values: [id, json(marks), by],
});

/** What stands for a source and its marks: what is burnt is exactly this. */
export const hashOf = ({ source, marks }: Pick<RedactionRow, 'source' | 'marks'>): string =>
  sha256(canonicalJson({ source: source.id, marks }));

/** Moved on; where it is marked again, it is approved anew and burnt from its first page. */
export const moved = (id: string, state: RedactionState, { deed, hash }: { deed: Deed; hash: string | null }): Statement => ({
  name: 'redaction-moved',
  text: `
    UPDATE redaction SET version = version + 1, state = $2, unreadable = NULL,
           marks_hash = CASE WHEN $2 = 'marking' THEN NULL ELSE coalesce($3, marks_hash) END,
           done = CASE WHEN $2 = 'marking' THEN 0 ELSE done END,
           history = history || jsonb_build_array($4::jsonb)
     WHERE id = $1`,
  values: [id, state, hash, json(deed)],
});
