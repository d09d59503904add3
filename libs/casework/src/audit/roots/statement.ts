import type { LocalDate } from '@gongkai/calendar';
import { canonicalJson, sha256 } from '@gongkai/platform';

export const ROOT_FORMAT = 'gongkai-audit-root/1';

/** Where an entry stands: in the journal of a case, in that of a request to correct a record, in the administration log or the access log of an organ. */
export type LeafKind = 'case' | 'record' | 'log' | 'access';

/** An entry under a root. */
export type Leaf = {
  readonly kind: LeafKind;
  /** Id of the case, of the request, or of the organ whose log it is. */
  readonly subject: string;
  readonly seq: number;
  /** Of the entry itself: hex SHA-256 of its canonical JSON. */
  readonly hash: string;
};

/** What is signed for a day. */
export type RootStatement = {
  readonly format: typeof ROOT_FORMAT;
  /** Id of the organ. */
  readonly organ: string;
  readonly day: LocalDate;
  readonly entries: number;
  /** {@link leavesHash} */
  readonly leaves: string;
  /** The hash of the statement of the day before; zeros before the first. */
  readonly previous: string;
  readonly signedAt: string;
  /** Id of the key. */
  readonly key: string;
};

/** A row of `audit_root`. */
export type RootRow = {
  readonly organ_id: string;
  readonly day: LocalDate;
  readonly entries: number;
  readonly leaves: string;
  readonly previous: string;
  readonly signed_at: Date | string;
  readonly key: string;
  readonly public_key: string;
  readonly signature: string;
  readonly hash: string;
};

/** Hex SHA-256 over the leaves in their order, one line each. */
export const leavesHash = (leaves: readonly Leaf[]): string =>
  sha256(leaves.map(({ kind, subject, seq, hash }) => `${kind} ${subject} ${seq} ${hash}\n`).join(''));

/** What a row says, exactly as it was signed. */
export const statementOf = (row: RootRow): RootStatement => ({
  format: ROOT_FORMAT,
  organ: row.organ_id,
  day: row.day,
  entries: row.entries,
  leaves: row.leaves,
  previous: row.previous,
  signedAt: new Date(row.signed_at).toISOString(),
  key: row.key,
});

/** The text that is signed. */
export const signedText = (statement: RootStatement): string => canonicalJson(statement);

/** What the root of the next day is bound to. */
export const statementHash = (statement: RootStatement): string => sha256(signedText(statement));

const ORDER: readonly LeafKind[] = ['case', 'record', 'log', 'access'];
/** The order of the leaves of a day: by kind, by what they are about, by their place. */
export const byPlace = (a: Leaf, b: Leaf): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.subject < b.subject ? -1 : Number(a.subject > b.subject)) || a.seq - b.seq;
