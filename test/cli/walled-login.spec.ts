import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { FileStore, makeBackup, SystemClock } from '@gongkai/platform';
import { asOwner } from '../support/as-owner.js';
import { callCli } from '../support/call-cli.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { makeOpenFolder, removeFolder } from '../support/folders.js';
import { inheritedEnvironment } from '../support/settings.js';

/** A login that stands behind the wall as `gongkai_app` does, which belongs to the whole server and other tests. */
const [name, password] = [`walled_${randomBytes(4).toString('hex')}`, randomBytes(8).toString('hex')];
const folder = makeOpenFolder();
const backup = path.join(folder, 'backup');
let database: TestDatabase;
let url: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await asOwner(database.adminUrl, (admin) =>
    admin.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}' IN ROLE gongkai_app`),
  );
  const login = new URL(database.url);
  login.username = name;
  login.password = password;
  url = login.href;
});
afterAll(async () => {
  await asOwner(database.adminUrl, (admin) => admin.query(`DROP ROLE ${name}`));
  await database.drop();
  removeFolder(folder);
});

const refusal = new RegExp(`DATABASE_URL logs in as ${name}, .* for the API alone\\. Start this with .* the owner of the tables`);
const settings = (databaseUrl = url) => ({ DATABASE_URL: databaseUrl, DATA_DIR: path.join(folder, 'data') });

test('commands refuse the login of the API, with which they would find no row', async () => {
  for (const words of [['backup', '--to', backup], ['keys', 'reseal'], ['audit', 'verify'], ['replay'], ['migrate']])
    expect([words[0], await callCli(words, '', settings())]).toEqual([
      words[0],
      { exit: 1, stdout: '', stderr: expect.stringMatching(refusal) as string },
    ]);
  expect(existsSync(backup)).toBe(false);
});

test('doctor does not say that all is well with it', async () => {
  const { exit, stdout } = await callCli(['doctor'], '', settings());
  expect([exit, /^FAIL .*$/m.exec(stdout)?.[0]]).toEqual([1, expect.stringMatching(refusal)]);
});

test('a worker does not start with it, and would remind nobody', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/worker/src/main.js'], {
    ...{ env: { ...inheritedEnvironment(), ...settings() }, encoding: 'utf8', timeout: 60_000 },
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(refusal);
});

test('a backup that may not copy every row is none', async () => {
  const parts = { url, store: new FileStore(folder), at: new SystemClock().now() };
  await expect(makeBackup(backup, parts)).rejects.toThrow(/row-level security/);
  expect([existsSync(backup), existsSync(`${backup}.partial`)]).toEqual([false, false]);
});

test('the owner of the tables is refused nothing', async () => {
  expect((await callCli(['backup', '--to', backup], '', settings(database.url))).exit).toBe(0);
});
