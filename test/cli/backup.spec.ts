import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { migrateUpTo } from '@gongkai/platform';
import { Client } from 'pg';
import { migrations } from '../../libs/platform/src/migrations/migrations.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { open, step } from '../support/applications.js';
import { callCli } from '../support/call-cli.js';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';
import { makeOpenFolder, removeFolder } from '../support/folders.js';
import { mainRoad, type Staff } from '../support/main-road.js';

type Note = { readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[] };

const folder = makeOpenFolder();
const at = (name: string): string => path.join(folder, name);
const noteIn = (backup: string): Note => JSON.parse(readFileSync(path.join(backup, 'backup.json'), 'utf8')) as Note;

let api: TestApi;
const empties: TestDatabase[] = [];
beforeAll(async () => {
  api = await startTestApi();
  const roles = ['clerk', 'caseworker', 'approver', 'archivist'] as const;
  const staff = await Promise.all(roles.map(async (role) => [role, await api.officer(`${role}.bureau`)] as const));
  await mainRoad(Object.fromEntries(staff) as Staff);
  const clerk = await api.officer('clerk.bureau');
  const { id } = await open(clerk, { applicant: { kind: 'natural_person', category: 'natural_person', name: '赵\t启\\N\n甲' } });
  const file = (await clerk.upload('/files', new File(['a%b'], '现场.txt'))).body as { id: string };
  await step(clerk, id, { type: 'note', text: '附件', fileIds: [file.id] });
});
afterAll(async () => {
  await api.stop();
  for (const empty of empties) await empty.drop();
  removeFolder(folder);
});

const settings = (url = api.databaseUrl, dataDir = api.settings.dataDir, secret = api.settings.secretKeys[0]) => ({
  ...{ DATABASE_URL: url, DATA_DIR: dataDir, SECRET_KEY: secret },
});
async function emptyPlace(name: string): Promise<{ readonly url: string; readonly dataDir: string }> {
  const database = await createEmptyDatabase();
  empties.push(database);
  return { url: database.url, dataDir: at(name) };
}
const hasTables = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('organ') IS NOT NULL AS there`);
  await client.end();
  return rows[0]?.there ?? false;
};

test('a backup put back into an empty place is the same office, row by row and file by file, and verifies', async () => {
  const taken = await callCli(['backup', '--to', at('one')], '', settings());
  expect(taken.exit).toBe(0);
  expect(JSON.parse(taken.stdout)).toMatchObject({ lost: [], files: { count: expect.any(Number) } });
  execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: at('one') });
  expect(existsSync(`${at('one')}.partial`)).toBe(false);
  const place = await emptyPlace('data-one');
  const back = await callCli(['restore', at('one')], '', settings(place.url, place.dataDir));
  expect({ exit: back.exit, ...(JSON.parse(back.stdout) as object) }).toMatchObject({
    ...{
      exit: 0,
      stepsSince: [],
      lost: [],
      missingKeys: [],
      broken: [],
      gaps: [],
      lostFiles: [],
      alteredFiles: [],
      unopened: [],
    },
    cases: 2,
  });
  // What is backed up from there is the same, to the byte.
  await callCli(['backup', '--to', at('again')], '', settings(place.url, place.dataDir));
  expect(noteIn(at('again')).tables).toEqual(noteIn(at('one')).tables);
  expect(
    readFileSync(path.join(at('again'), 'SHA256SUMS'), 'utf8')
      .split('\n')
      .slice(1),
  ).toEqual(
    readFileSync(path.join(at('one'), 'SHA256SUMS'), 'utf8')
      .split('\n')
      .slice(1),
  );
  // What keeps rows as they are does so there too.
  const client = new Client({ connectionString: place.url });
  await client.connect();
  await expect(client.query('DELETE FROM journal')).rejects.toThrow();
  await expect(client.query(`UPDATE case_file SET organ_id = gen_random_uuid()`)).rejects.toThrow();
  await client.end();
  const twice = await callCli(['restore', at('one')], '', settings(place.url, place.dataDir));
  expect([twice.exit, twice.stdout]).toEqual([1, '']);
  expect(twice.stderr).toContain('holds an office already');
  const over = await callCli(['backup', '--to', at('one')], '', settings());
  expect(over.exit).toBe(1);
  expect(over.stderr).toContain('is there already');
});

test('what is spoilt is not put back: the database stays empty', async () => {
  await callCli(['backup', '--to', at('whole')], '', settings());
  const sums = readFileSync(path.join(at('whole'), 'SHA256SUMS'), 'utf8');
  const aFile = /files\/\S+/.exec(sums)?.[0] ?? '';
  for (const spoilt of ['tables/journal.copy.gz', 'backup.json', aFile]) {
    const copy = at(`spoilt-${path.basename(spoilt)}`);
    cpSync(at('whole'), copy, { recursive: true });
    appendFileSync(path.join(copy, spoilt), ' ');
    const place = await emptyPlace(`data-${path.basename(spoilt)}`);
    const { exit, stdout, stderr } = await callCli(['restore', copy], '', settings(place.url, place.dataDir));
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toContain(spoilt);
    expect(await hasTables(place.url)).toBe(false);
  }
  const none = await callCli(['restore', folder], '', settings());
  expect(none.stderr).toContain('is no backup');
});

test('with another key it is put back and the key that is missing is named', async () => {
  await callCli(['backup', '--to', at('sealed')], '', settings());
  const place = await emptyPlace('data-sealed');
  const { exit, stdout, stderr } = await callCli(
    ['restore', at('sealed')],
    '',
    settings(place.url, place.dataDir, 'another-secret-of-enough-characters-for-this'),
  );
  const { missingKeys } = JSON.parse(stdout) as { missingKeys: string[] };
  expect([exit, missingKeys]).toEqual([1, [expect.stringMatching(/^[0-9a-f]{8}$/)]]);
  expect(stderr).toContain(missingKeys[0]);
});

test('one of an older version is put back under its own steps and then brought up to date; one of a newer is refused', async () => {
  const old = await emptyPlace('data-old');
  const names = migrations.map(({ name }) => name);
  await migrateUpTo(old.url, names.slice(0, -1));
  await callCli(['backup', '--to', at('old')], '', settings(old.url, old.dataDir));
  const place = await emptyPlace('data-new');
  const { exit, stdout } = await callCli(['restore', at('old')], '', settings(place.url, place.dataDir));
  expect([exit, (JSON.parse(stdout) as { stepsSince: string[] }).stepsSince]).toEqual([0, names.slice(-1)]);
  const later = await callCli(['restore', at('old')], '', settings(place.url, place.dataDir));
  expect(later.stderr).toContain('made by a newer version than the backup');
});
