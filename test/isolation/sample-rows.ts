import { randomUUID } from 'node:crypto';
import { lawShelf } from '@gongkai/casework';
import type { DataSource } from 'typeorm';
import { IMPORTER } from './rules/entry.js';

const HASH = '0'.repeat(64);

type Sown = {
  readonly word: string;
  readonly organ: string;
  readonly organId: string;
  readonly person: string;
  readonly colleague: string;
  readonly approver: string;
  readonly clerk: string;
  readonly case: string;
  readonly number: string;
  readonly file: string;
  readonly scan: string;
  readonly disclosure: string;
};
type Row = Readonly<Record<string, unknown>>;

const NOW = '2026-03-02T01:00:00Z';

/** A row as JSON: the columns that are not named have what their table gives them. */
async function put(source: DataSource, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row).join(', ');
  await source.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`, [
    JSON.stringify(row),
  ]);
}

/**
 * What takes weeks of an office's work to come about (lists of the archive, drafts of what becomes public, what an assessment demands, a
 * letter that was given up), put down as it is kept.
 */
export async function plantRows(source: DataSource, sown: Sown) {
  const add = (table: string, row: Row): Promise<void> => put(source, table, row);
  const archived = await plantArchive(add, sown);
  const told = await plantTold(add, sown);
  const assessment = { assessment: randomUUID(), rectification: randomUUID() };
  await plantAssessment(add, { ...sown, ...assessment, scheme: await schemeIn(source) });
  await plantBefore(source, sown);
  if (sown.organ === IMPORTER) await plantCalendar(add, await adminIn(source, IMPORTER));
  return { ...archived, ...told, ...assessment };
}

/** Something of a day that is over: there is something to sign. */
async function plantBefore(source: DataSource, { organId }: Sown): Promise<void> {
  await source.query(
    `INSERT INTO admin_log (at, organ_path, action, subject_id, subject_name)
     SELECT '2026-02-27T01:00:00Z', path, 'organ-changed', id, code FROM organ WHERE id = $1`,
    [organId],
  );
}

/** A year for everybody, imported by one of the organs at the top: another of them does not take it back. */
async function plantCalendar(add: Add, by_person: string): Promise<void> {
  const shipped = lawShelf('config')
    .calendars.shippedYears('cn')
    .find(({ year }) => year === 2026);
  if (shipped?.status !== 'published') throw new Error('2026 is not published.');
  const { version = 0, ...content } = shipped.versions.at(-1) ?? {};
  const id = randomUUID();
  await add('calendar_import', { id, region: 'cn', year: 2026, version: version + 1, content });
  const done = { at: NOW, finished_at: NOW, first_day: '2026-01-01' };
  await add('calendar_edition', { id: 1, import_id: id, act: 'approve', by_person, ...done });
}

async function adminIn(source: DataSource, organ: string): Promise<string> {
  const [row] = await source.query<{ id: string }[]>('SELECT id FROM person WHERE username = $1', [`admin.${organ}`]);
  return row?.id ?? '';
}

type Add = (table: string, row: Row) => Promise<void>;

async function plantArchive(add: Add, sown: Sown) {
  const { organId: organ_id, person, word } = sown;
  const made = { disposal: randomUUID(), draft: randomUUID(), proposal: randomUUID(), import: randomUUID() };
  const deed = { at: NOW, by: person };
  const listed = { state: 'listed', listed_at: NOW, hash: HASH, history: [{ ...deed, did: 'list' }] };
  await add('disposal', { id: made.disposal, organ_id, ...listed });
  await add('disposal_case', {
    ...{ disposal_id: made.disposal, place: 1, case_id: sown.case, number: sown.number, subject: word, filed_on: '2015-03-02' },
    ...{ documents: 0, last_hash: HASH, verdict: 'keep', kept_until: '2046-01-01', reason: word },
  });
  await add('publication_draft', {
    ...{ id: made.draft, case_id: sown.case, organ_id, begun_on: '2026-03-02', title: word, summary: word, kind: 'budget' },
    ...{ index_number: `${word}-3`, file_id: sown.scan, source_id: sown.scan, version: 1, state: 'draft' },
    ...{ read: 0, total: null, wordless: [], findings: [], made_by: [person], history: [{ ...deed, did: 'begin' }] },
  });
  const words = {
    indexNumber: `${word}-4`,
    title: word,
    summary: word,
    kind: 'budget',
    madeOn: null,
    publishedOn: '2026-03-02',
    url: null,
  };
  await add('entry_proposal', {
    ...{ id: made.proposal, organ_id, state: 'waiting', index_number: words.indexNumber, file_id: sown.file, file_name: word },
    ...{ content: { ...words, fileId: sown.file, fileName: word }, hash: HASH, read: 0, total: 0, wordless: [], findings: [] },
    ...{ proposed_by: person, proposed_at: NOW },
  });
  await add('register_import', {
    ...{ id: made.import, organ_id, file_name: `${word}.csv`, file_hash: HASH, begun_at: NOW, begun_by: person },
    ...{ total: 0, done: 0, ended_at: NOW },
  });
  return made;
}

/** A letter that could not be mailed. */
const plantLetterMail = (add: Add, known: Row): Promise<void> =>
  add('letter_mail', {
    ...{ ...known, notice_id: randomUUID(), entry_id: randomUUID(), sealed: '\\x00' },
    ...{ file_ids: [HASH], left_out: [], state: 'failed', queued_at: NOW },
  });

async function plantTold(add: Add, { organId: organ_id, person, approver, word, ...sown }: Sown) {
  const made = { report: randomUUID(), notification: randomUUID(), delegation: randomUUID(), letterMail: randomUUID() };
  await add('published_report', {
    ...{ id: made.report, kept_by: organ_id, name: word, year: 2025, scope: 'own', format: 'annual-2021', numbers: {} },
    ...{ file_name: `${word}.xlsx`, file_hash: HASH, taken_at: NOW, taken_by: person },
  });
  await add('annual_report_entry', {
    ...{ id: randomUUID(), organ_id, year: 2025, scope: 'own', version: 1, state: 'draft', numbers: {}, texts: {} },
    ...{ written_by: [person], history: [{ at: NOW, by: person, did: 'save', text: null }] },
  });
  await plantLetterMail(add, { id: made.letterMail, case_id: sown.case, sent_by: person, mail_to: word, proof: word });
  await add('notification', {
    ...{ id: made.notification, key: word, person_id: person, told_as: 'caseworker', case_id: sown.case, kind: 'reminder' },
    ...{
      subject: 'finalDue',
      due: '2026-03-30',
      provisional: false,
      rung: 'five_before',
      working_days: -5,
      ring_on: '2026-03-02',
    },
    ...{ attempt: 0, acknowledge: false, created_at: NOW, not_before: NOW, delivery: 'failed', mail_to: `${word}@example.org` },
    ...{ proof: word, channels: ['mail'] },
  });
  await add('delegation', {
    ...{
      id: made.delegation,
      principal_id: person,
      delegate_id: approver,
      organ_id,
      from_day: '2026-08-01',
      to_day: '2026-08-02',
    },
    ...{ reason: word, granted_on: '2026-03-02', granted_by: person },
  });
  return made;
}

type Assessed = Sown & { readonly assessment: string; readonly rectification: string; readonly scheme: unknown };

async function plantAssessment(add: Add, sown: Assessed): Promise<void> {
  const { organId: organ_id, person, assessment, scheme, word } = sown;
  const deed = { at: NOW, by: person };
  await add('assessment', {
    ...{ id: assessment, organ_id, year: 2025, quarter: 4, from_day: '2025-10-01', to_day: '2025-12-31', scheme, begun_at: NOW },
    begun_by: person,
  });
  const entries = { guide: { choice: 'current', remark: word, fileIds: [sown.file] } };
  const history = [{ at: NOW, by: sown.clerk, did: 'enter', text: null, changed: ['guide'] }];
  await add('assessment_organ', {
    assessment_id: assessment,
    organ_id,
    version: 1,
    state: 'settled',
    entries,
    figures: null,
    history,
  });
  await add('rectification', {
    ...{ id: sown.rectification, assessment_id: assessment, organ_id, version: 1, state: 'open', demanded_on: '2026-03-02' },
    ...{ working_days: 5, history: [{ ...deed, on: '2026-03-02', did: 'demand', text: word, workingDays: 5, fileIds: [] }] },
  });
}

/** The scheme in force, as an assessment that was begun keeps it. */
async function schemeIn(source: DataSource): Promise<unknown> {
  const [row] = await source.query<{ scheme: unknown }[]>('SELECT scheme FROM assessment LIMIT 1');
  return row?.scheme;
}
