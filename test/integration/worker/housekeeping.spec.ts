import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { localDate } from '@gongkai/calendar';
import { removeLooseFiles } from '@gongkai/casework';
import { CommandPool, FileStore, PageStore, ManualClock } from '@gongkai/platform';
import { keepHouse } from '../../../apps/worker/src/housekeeping.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let pool: CommandPool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new CommandPool({ url: database.url, max: 2 });
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

const clock = new ManualClock(localDate('2026-03-31'));
const left = async (column: string, table: string): Promise<unknown[]> => {
  const { rows } = await pool.query<{ it: unknown }>({ text: `SELECT ${column} AS it FROM ${table} ORDER BY 1` });
  return rows.map(({ it }) => it);
};

test('answers are kept for thirty days, jobs that are done for a week, and what is open for ever', async () => {
  await pool.query({
    text: `INSERT INTO idempotency_key (scope, key, request_hash, status, headers, created_at) VALUES
      ('s', 'of yesterday', '', 201, '{}', '2026-03-30T00:00:00Z'),
      ('s', 'just kept', '', 201, '{}', '2026-03-01T02:00:00Z'),
      ('s', 'too old', '', 201, '{}', '2026-03-01T00:00:00Z'),
      ('t', 'too old', '', 201, '{}', '2026-01-01T00:00:00Z')`,
  });
  await pool.query({
    text: `INSERT INTO outbox (id, job, payload, created_at, done_at, dead_at)
      SELECT gen_random_uuid(), job, '{}', '2026-01-01', done_at::timestamptz, dead_at::timestamptz FROM (VALUES
        ('done lately', '2026-03-25', NULL), ('done long ago', '2026-03-23', NULL), ('open', NULL, NULL),
        ('dead', NULL, '2026-01-02')) AS rows (job, done_at, dead_at)`,
  });
  await pool.query({
    text: `INSERT INTO outbox (id, job, payload, done_at)
      SELECT gen_random_uuid(), 'many', '{}', '2026-01-01' FROM generate_series(1, 2300)`,
  });
  await pool.query({
    text: `INSERT INTO login_attempt (id, username, address, failed_at)
      SELECT gen_random_uuid(), name, '', failed_at::timestamptz FROM (VALUES
        ('today', '2026-03-31T00:00:00Z'), ('last week', '2026-03-24')) AS rows (name, failed_at)`,
  });
  expect(await keepHouse(pool, clock)).toEqual({ outbox: 2301, idempotency_key: 2, session: 0, login_attempt: 1, reading: 0 });
  expect(await left('key', 'idempotency_key')).toEqual(['just kept', 'of yesterday']);
  expect(await left('job', 'outbox')).toEqual(['dead', 'done lately', 'open']);
  expect(await left('username', 'login_attempt')).toEqual(['today']);
  expect(await keepHouse(pool, clock)).toEqual({ outbox: 0, idempotency_key: 0, session: 0, login_attempt: 0, reading: 0 });
});

test('files of applications that were never sent go after a day, unless a case, an arrival or another organ has them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-loose-'));
  const store = new FileStore(folder);
  const pictures = new PageStore(folder);
  const parts = { pool, clock, store, pictures };
  const placeOf = (id: string): string => join(folder, 'files', id.slice(0, 2), id.slice(2, 4), id);
  const kept = async (name: string): Promise<string> => {
    const { id } = await store.save(Readable.from([Buffer.from(`%PDF-1.4 ${name}`)]), { name: `${name}.pdf` });
    utimesSync(placeOf(id), new Date('2026-03-29'), new Date('2026-03-29'));
    return id;
  };
  const names = ['unsent', 'sent', 'arrived', 'elsewhere', 'kept', 'of-today', 'again', 'both'];
  const ids = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await kept(name)] as const)));
  await pool.query({
    text: `INSERT INTO organ SELECT id::uuid, code, '局', 'Bureau', 'bureau', NULL, ARRAY[id::uuid], code FROM (VALUES
      ('00000000-0000-4000-8000-00000000000a', 'a'), ('00000000-0000-4000-8000-00000000000b', 'b2')) AS rows (id, code)`,
  });
  await pool.query({
    text: `INSERT INTO stored_file (id, organ_id, name, mime, size, uploaded_at, loose_since)
      SELECT id, ('00000000-0000-4000-8000-00000000000' || organ)::uuid, '', 'application/pdf', 1, '2026-03-29', since::timestamptz
        FROM jsonb_to_recordset($1) AS rows (id text, organ text, since text)`,
    values: [
      JSON.stringify([
        ...['unsent', 'sent', 'arrived', 'elsewhere', 'again'].map((name) => ({
          id: ids[name],
          organ: 'a',
          since: '2026-03-29',
        })),
        ...['a', 'b'].map((organ) => ({ id: ids.both, organ, since: '2026-03-29' })),
        { id: ids.elsewhere, organ: 'b', since: null },
        { id: ids.kept, organ: 'a', since: null },
        { id: ids['of-today'], organ: 'a', since: '2026-03-30T12:00:00Z' },
      ]),
    ],
  });
  await pool.query({
    text: `WITH one AS (SELECT '00000000-0000-4000-8000-00000000000a'::uuid AS id),
      asker AS (INSERT INTO applicant SELECT id, id, 'natural_person', 'natural_person', '李', '' FROM one),
      opened AS (
        INSERT INTO case_file (id, organ_id, number, version, state, value, machine_version, file, statute, channel, subject, applicant_id,
                               applicant_name, clock, opened_on, seq, last_hash, number_year, serial)
        SELECT id, id, '1', 1, 'received', '{}', 6, '{}', '', 'web', '', id, '', 'running', '2026-03-29', 1, '', 2026, 1 FROM one),
      fax AS (
        INSERT INTO incoming (id, organ_id, source, key, arrived_at, arrived_on, sealed, file_ids)
        SELECT id, id, 'fax', '', '2026-03-29', '2026-03-29', '', ARRAY[$2] FROM one)
      INSERT INTO journal SELECT id, 1, id, '2026-03-29', '2026-03-29', '', 'APPLIED', $1, '{}', '', '', '', '' FROM one`,
    values: [JSON.stringify({ fileIds: [ids.sent] }), ids.arrived ?? ''],
  });
  await pictures.save(ids.unsent ?? '', 1, Buffer.from('picture'));
  await pool.query({
    text: 'INSERT INTO page_copies (file_id) SELECT unnest($1::text[])',
    values: [[ids.unsent ?? '', ids.sent ?? '']],
  });
  // Somebody uploads the same file at this moment.
  utimesSync(placeOf(ids.again ?? ''), clock.now(), clock.now());
  // A round that breaks off leaves nothing on the disk that is not known: what could not be removed is told, and tried again.
  const broken = {
    remove: (id: string, since: Date) => (id === ids.unsent ? Promise.reject(new Error('EIO')) : store.remove(id, since)),
  };
  expect(await removeLooseFiles({ ...parts, store: broken })).toMatchObject({ removed: 4, failed: [{ id: ids.unsent }] });
  expect([existsSync(placeOf(ids.unsent ?? '')), (await left('id', 'stored_file')).includes(ids.unsent)]).toEqual([true, true]);
  expect(await removeLooseFiles(parts)).toEqual({ removed: 1, failed: [] });
  const there = names.filter((name) => existsSync(placeOf(ids[name] ?? '')));
  expect(there).toEqual(['sent', 'arrived', 'elsewhere', 'kept', 'of-today', 'again']);
  expect(new Set(await left('id', 'stored_file'))).toEqual(
    new Set(['sent', 'arrived', 'elsewhere', 'kept', 'of-today'].map((name) => ids[name])),
  );
  expect([await pictures.numbers(ids.unsent ?? ''), await left('file_id', 'page_copies')]).toEqual([new Set(), [ids.sent]]);
  expect(await removeLooseFiles(parts)).toEqual({ removed: 0, failed: [] });
  rmSync(folder, { recursive: true, force: true });
});

test('sessions that are over are forgotten', async () => {
  await pool.query({
    text: `INSERT INTO organ VALUES ('00000000-0000-4000-8000-000000000001', 'b', '局', 'Bureau', 'bureau', NULL, '{}', 'B')`,
  });
  await pool.query({
    text: `INSERT INTO person (id, username, name, password_hash, organ_id)
      VALUES ('00000000-0000-4000-8000-000000000002', 'p', '王', '', '00000000-0000-4000-8000-000000000001')`,
  });
  await pool.query({
    text: `INSERT INTO session (id_hash, person_id, csrf_token, created_at, seen_at, expires_at)
      SELECT hash, '00000000-0000-4000-8000-000000000002', '', '2026-03-30', '2026-03-30', ends::timestamptz FROM (VALUES
      ('over', '2026-03-31T00:59:59Z'), ('open', '2026-03-31T01:00:01Z')) AS rows (hash, ends)`,
  });
  expect(await keepHouse(pool, clock)).toMatchObject({ session: 1 });
  expect(await left('id_hash', 'session')).toEqual(['open']);
});
