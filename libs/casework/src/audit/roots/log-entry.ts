/** A row of `admin_log`. */
export type LogRow = {
  readonly seq: number;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly organ_path: readonly string[];
  readonly action: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly before: unknown;
  readonly after: unknown;
};

export const LOG_COLUMNS = 'seq, at, actor_id, organ_path, action, subject_id, subject_name, before, after';

/** An entry of the administration log as it is hashed. */
export const logEntryOf = (row: LogRow): Readonly<Record<string, unknown>> => ({
  seq: row.seq,
  at: row.at.toISOString(),
  actor: row.actor_id,
  organPath: row.organ_path,
  action: row.action,
  subject: { id: row.subject_id, name: row.subject_name },
  before: row.before,
  after: row.after,
});

/** A row of `access_log`. */
export type AccessRow = Pick<LogRow, 'seq' | 'at' | 'organ_path' | 'subject_id' | 'subject_name'> & {
  readonly actor_id: string;
  readonly kind: string;
};

export const ACCESS_COLUMNS = 'seq, at, actor_id, organ_path, kind, subject_id, subject_name';

/** An entry of the access log as it is hashed. */
export const accessEntryOf = (row: AccessRow): Readonly<Record<string, unknown>> => ({
  seq: row.seq,
  at: row.at.toISOString(),
  actor: row.actor_id,
  organPath: row.organ_path,
  kind: row.kind,
  subject: { id: row.subject_id, name: row.subject_name },
});
